import { coverage } from '@/lib/metrics/figures/coverage';
import type { Database } from '../database';

/** A workbench that stays closed for longer was closed on purpose: the agent was off duty, and nothing is missing. */
export const OFF_DUTY_MS = 4 * 3_600_000;

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
  const recorders = await database.recorders.where('lastBeatAt').aboveOrEqual(from).toArray();
  const gaps = (await database.gaps.toArray()).filter(
    (gap) => (gap.to ?? to) >= from && gap.from < to && gap.kind !== 'ambiguous' && gap.kind !== 'clockStep',
  );
  const short = gaps.filter((gap) => gap.kind === 'closed' && (gap.to ?? to) - gap.from < OFF_DUTY_MS);
  const wanted = [...recorders.map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt })), ...short].map(clip);
  return coverage(wanted, gaps.map(clip));
}
