import type { Waiting } from '@/lib/domain/live';

/** The shares of a wait's limit at which it changes colour. */
const STEPS = [1 / 3, 2 / 3, 1];

/** The next moment, after `now`, at which a wait passes a step of its limit, and whose; null when none is to come. */
export function nextDeadline(waiting: readonly Waiting[], now: number): { at: number; conversationId: string } | null {
  let next: { at: number; conversationId: string } | null = null;
  for (const { startedAt, limitMs, conversationId } of waiting) {
    for (const step of STEPS) {
      // The step is passed when the wait is over it, not at it.
      const at = Math.floor(startedAt + limitMs * step) + 1;
      if (at > now && (next === null || at < next.at)) next = { at, conversationId };
    }
  }
  return next;
}
