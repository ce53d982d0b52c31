import type { CorrectedFigures } from '@/lib/domain/dayCorrection';
import type { Database } from '../database';

/** A correction as files carry it. */
export interface RecordedCorrection {
  at: number;
  conversationId: string;
  kind: string;
  before: string;
  after: string;
  /** null where it changes no figure, or was made before figures were kept beside it. */
  figures: {
    before: Record<keyof CorrectedFigures, number | null>;
    after: Record<keyof CorrectedFigures, number | null>;
  } | null;
}

/** What was corrected by hand in some conversations, oldest first. */
export async function readCorrections(
  database: Database,
  conversationIds: ReadonlySet<string>,
): Promise<RecordedCorrection[]> {
  const corrections = await database.corrections
    .where('conversationId')
    .anyOf([...conversationIds])
    .toArray();
  return corrections
    .sort((a, b) => a.at - b.at)
    .map(({ at, conversationId, kind, before, after, figures }) => ({
      at,
      conversationId,
      kind,
      before,
      after,
      figures: figures ?? null,
    }));
}
