import type { NotReadingReason } from '@/lib/domain/reading';
import type { Database } from '../database';
import type { Gap } from '../records.types';

/** Something that kept messages from being recorded, its repetitions joined. */
export interface Trouble {
  kind: 'notReading' | 'ambiguous' | 'clockStep';
  /** Only of `notReading`. */
  problem: NotReadingReason | null;
  /** null = not of one workbench. */
  workbenchId: string | null;
  /** Start of the last time, ms. */
  at: number;
  times: number;
}

const LAST = 500;

/** What went wrong lately, last first: the last 500 gaps that nobody chose, a pause or a closed tab is none. */
export async function readTroubles(database: Database): Promise<Trouble[]> {
  const gaps = await database.gaps.orderBy('from').reverse().filter(isTrouble).limit(LAST).toArray();
  const troubles = new Map<string, Trouble>();
  for (const gap of gaps) {
    if (!isTrouble(gap)) continue;
    const { kind, problem, workbenchId, from } = gap;
    const key = `${kind}|${problem}|${workbenchId}`;
    const known = troubles.get(key);
    if (known === undefined) troubles.set(key, { kind, problem, workbenchId, at: from, times: 1 });
    else known.times += 1;
  }
  return [...troubles.values()];
}

function isTrouble(gap: Gap): gap is Gap & { kind: Trouble['kind'] } {
  return gap.kind === 'notReading' || gap.kind === 'ambiguous' || gap.kind === 'clockStep';
}
