import type { Correspondence } from './correspondence.types';
import type { AlignableRow } from './types';

/** Nothing is known. At the end of the conversation the caller takes the rows for new. */
export function nowhere(rows: readonly AlignableRow[]): Correspondence {
  return {
    pairs: new Map(),
    after: rows.length,
    before: 0,
    between: [],
    gapBefore: [],
    closedGaps: [],
    detached: true,
    ambiguous: false,
    noOverlap: true,
    strong: false,
  };
}
