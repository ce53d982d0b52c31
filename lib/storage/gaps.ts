import type { NotReadingReason, Recorder } from '@/lib/domain/reading';
import type { Database } from './database';
import { pendingTurns } from './generation';
import type { Gap } from './records.types';

/** Stores a gap in observation; `to: null` leaves it open until closeGap. */
export async function openGap(
  database: Database,
  gap: {
    kind: Gap['kind'];
    /** null = all of them (a pause). */
    recorder: Recorder | null;
    from: number;
    to: number | null;
    problem?: NotReadingReason | null;
  },
): Promise<void> {
  const { kind, recorder, from, to, problem = null } = gap;
  const pending = await pendingTurns(database);
  await database.gaps.add({
    kind,
    from,
    to,
    workbenchId: recorder?.workbenchId ?? null,
    origin: recorder?.origin ?? null,
    account: recorder?.account ?? null,
    recorderId: recorder?.id ?? null,
    conversationId: null,
    problem,
    waiting: new Set(pending.map((turn) => turn.conversationId)).size,
  });
}

/** Ends the open gaps of a kind; `recorderId: null` those of all recorders (a pause). */
export async function closeGap(
  database: Database,
  { kind, recorderId, at }: { kind: Gap['kind']; recorderId: string | null; at: number },
): Promise<void> {
  await database.gaps
    .filter((gap) => gap.kind === kind && gap.to === null && gap.recorderId === recorderId)
    .modify({ to: at });
}
