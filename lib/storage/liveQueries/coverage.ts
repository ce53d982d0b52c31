import { coverage } from '@/lib/metrics/figures/coverage';
import { CLOSED_ON_PURPOSE_MS } from '@/lib/metrics/gaps';
import type { Database } from '../database';
import type { Gap } from '../records.types';

/** Gaps that began before a span and reach into it are among the last so many: of each kind one is open at a time. */
const EARLIER_GAPS = 10;

/**
 * The share of a span in which what was to be recorded was recorded: workbench tabs were open, or closed for less than
 * four hours between; pauses, tabs that could not be read and such closures are lost. null when no workbench was open.
 */
export async function readCoverage(
  database: Database,
  { from, to }: { from: number; to: number },
): Promise<number | null> {
  const clip = (stretch: { from: number; to: number | null }) => ({
    from: Math.max(stretch.from, from),
    to: Math.min(stretch.to ?? to, to),
  });
  const all = await database.recorders.where('lastBeatAt').aboveOrEqual(from).toArray();
  // Pages that were never read: whether they are workbenches at all is not known.
  const recorders = all.filter(({ problem }) => problem !== 'noAdapter' && problem !== 'asksForSeller');
  const gaps = (await gapsOf(database, { from, to })).filter(
    (gap) => (gap.to ?? to) >= from && gap.kind !== 'ambiguous' && gap.kind !== 'clockStep',
  );
  const short = gaps.filter((gap) => gap.kind === 'closed' && (gap.to ?? to) - gap.from < CLOSED_ON_PURPOSE_MS);
  const wanted = [...recorders.map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt })), ...short].map(clip);
  return coverage(wanted, gaps.map(clip));
}

/** Gaps that begin in a span, and the last ones before it: never all of them, which grow with every day. */
async function gapsOf(database: Database, { from, to }: { from: number; to: number }): Promise<Gap[]> {
  const within = await database.gaps.where('from').between(from, to, true, false).toArray();
  const before = await database.gaps.where('from').below(from).reverse().limit(EARLIER_GAPS).toArray();
  return [...before, ...within];
}
