import Dexie from 'dexie';
import { firstIndex, startOutput } from '@/lib/metrics/conversationState';
import type { SpanMaterial } from '@/lib/metrics/figures';
import type { Database } from './database';
import type { ConversationHead, PartKind, SessionStart, StoredPart, StoredTurn } from './records.types';

const PART_KINDS: readonly PartKind[] = ['session', 'proactive', 'activity'];

/** What the entries that are folded again had brought forth, with the keys under which it is stored. */
export interface OldMaterial extends Required<Pick<SpanMaterial, 'sessions' | 'proactive' | 'activity'>> {
  turns: StoredTurn[];
  parts: StoredPart[];
  starts: [number, string, number][];
}

/** What stands in the store from a session on, running parts included; `start` undefined = all of the conversation. */
export async function readOldMaterial(
  database: Database,
  {
    generation,
    id,
    start,
    head,
  }: { generation: number; id: string; start: SessionStart | undefined; head: ConversationHead | undefined },
): Promise<OldMaterial> {
  const from = start?.fromSeq ?? Dexie.minKey;
  const turnsFrom = start === undefined ? 0 : firstIndex(start.state);
  const [turns, starts, ...parts] = await Promise.all([
    database.turns
      .where('[generation+conversationId+index]')
      .between([generation, id, turnsFrom], [generation, id, Dexie.maxKey], true, true)
      .toArray(),
    database.sessions
      .where('[generation+conversationId+fromSeq]')
      .between([generation, id, from], [generation, id, Dexie.maxKey], start === undefined, true)
      .primaryKeys(),
    ...PART_KINDS.map((kind) =>
      database.parts
        .where('[generation+conversationId+kind+n]')
        .between(
          [generation, id, kind, start?.partsBefore[kind] ?? 0],
          [generation, id, kind, Dexie.maxKey],
          true,
          true,
        )
        .toArray(),
    ),
  ]);
  const stored = parts.flat();
  const running = head === undefined ? [] : runningParts(head);
  return {
    turns: turns.filter(({ index }) => comesAgain(index, start)),
    starts,
    parts: stored,
    ...sortParts([...stored, ...running]),
  };
}

/** Between the turns that a state carries may lie others that are done with: those are not folded again. */
function comesAgain(index: number, start: SessionStart | undefined): boolean {
  if (start === undefined || index >= start.state.nextIndex) return true;
  return startOutput(start.state).turns.some((turn) => turn.index === index);
}

/** What a conversation's head carries: the turns and parts that its next entry may change. */
export function carriedMaterial(head: ConversationHead): OldMaterial {
  return { turns: head.turns, starts: [], parts: [], ...sortParts(runningParts(head)) };
}

/** The parts of a conversation that are not final yet: they stand in its head alone. */
export function runningParts({ generation, conversationId, state, partsBefore }: ConversationHead): StoredPart[] {
  const place = { generation, conversationId };
  const parts: StoredPart[] = [];
  if (state.session !== null) parts.push({ ...place, kind: 'session', n: partsBefore.session, value: state.session });
  if (state.activity !== null) {
    parts.push({ ...place, kind: 'activity', n: partsBefore.activity, value: state.activity });
  }
  return parts;
}

function sortParts(parts: readonly StoredPart[]): Required<Pick<SpanMaterial, 'sessions' | 'proactive' | 'activity'>> {
  return {
    sessions: parts.flatMap((part) => (part.kind === 'session' ? [part.value] : [])),
    proactive: parts.flatMap((part) => (part.kind === 'proactive' ? [part.value] : [])),
    activity: parts.flatMap((part) => (part.kind === 'activity' ? [part.value] : [])),
  };
}
