import type { CorrectedFigures } from '@/lib/domain/dayCorrection';
import type { Database } from '../database';
import { heldCorrections } from '../heldCorrections';

/** A correction as files carry it. */
export interface RecordedCorrection {
  at: number;
  conversationId: string;
  kind: string;
  before: string;
  after: string;
  /** Of a correction of who was on duty: from when to when, ms; absent on all others. */
  span?: { from: number; to: number };
  /** Neither undone nor an undoing: it counts as a correction. */
  holds: boolean;
  /** null where it changes no figure, or was made before figures were kept beside it. */
  figures: {
    before: Record<keyof CorrectedFigures, number | null>;
    after: Record<keyof CorrectedFigures, number | null>;
  } | null;
}

/** What was corrected by hand in some conversations, and who was on duty in a span [from, to), oldest first. */
export async function readCorrections(
  database: Database,
  conversationIds: ReadonlySet<string>,
  { from, to }: { from: number; to: number },
): Promise<RecordedCorrection[]> {
  const corrections = await database.corrections
    .where('conversationId')
    .anyOf([...conversationIds])
    .toArray();
  const persons = await database.corrections.where('conversationId').equals('').toArray();
  const within = persons.filter(({ span }) => span !== undefined && span.from < to && span.to > from);
  const held = heldCorrections([...corrections, ...persons]);
  return [...corrections, ...within]
    .sort((a, b) => a.at - b.at)
    .map(({ id, at, conversationId, kind, before, after, figures, span }) => ({
      at,
      conversationId,
      kind,
      before,
      after,
      ...(span === undefined ? {} : { span }),
      holds: held.has(id),
      figures: figures ?? null,
    }));
}
