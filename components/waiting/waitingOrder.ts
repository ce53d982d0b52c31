import type { Waiting } from '@/lib/domain/live';
import { timeLeft } from './waitLevel';

/** In a peak: who can still be saved first, or simply the longest wait first. */
export type PeakSort = 'aboutToBeLate' | 'longest';

/** Less than this left, and a wait is about to be late; ms. */
export const aboutToBeLateMs = 60_000;

const longestFirst = (a: Waiting, b: Waiting): number =>
  a.startedAt - b.startedAt || (a.conversationId < b.conversationId ? -1 : 1);

/** Longest wait first; those that only said thanks come last. */
export function quietOrder(waiting: readonly Waiting[]): Waiting[] {
  return [...waiting].sort((a, b) => Number(a.closingOnly) - Number(b.closingOnly) || longestFirst(a, b));
}

/** Whether its limit has passed; a customer who only said thanks is never late. */
export function isOver(wait: Waiting, now: number): boolean {
  return !wait.closingOnly && timeLeft(wait, now) < 0;
}

/** Whether it will pass its limit within a minute and can still be saved. */
export function isAboutToBeLate(wait: Waiting, now: number): boolean {
  const left = timeLeft(wait, now);
  return !wait.closingOnly && left >= 0 && left < aboutToBeLateMs;
}

/** What a peak shows: rows in order, and those already over, which a single line sums up. */
export interface PeakOrder {
  rows: Waiting[];
  over: Waiting[];
}

/**
 * 快超时优先: not yet over with under 60 s left, least first; then new customers; then the rest by wait; closing-only
 * ones last. Those already over are left to one line. 等最久优先: all by wait, those over among them.
 */
export function peakOrder(waiting: readonly Waiting[], now: number, sort: PeakSort): PeakOrder {
  if (sort === 'longest') return { rows: quietOrder(waiting), over: [] };
  const rank = (wait: Waiting): number => {
    if (wait.closingOnly) return 3;
    if (isAboutToBeLate(wait, now)) return 0;
    return wait.first ? 1 : 2;
  };
  const compare = (a: Waiting, b: Waiting): number =>
    rank(a) - rank(b) || (rank(a) === 0 ? timeLeft(a, now) - timeLeft(b, now) : 0) || longestFirst(a, b);
  return {
    rows: waiting.filter((wait) => !isOver(wait, now)).sort(compare),
    over: waiting.filter((wait) => isOver(wait, now)).sort(longestFirst),
  };
}
