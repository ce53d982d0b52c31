import type { Waiting } from '@/lib/domain/live';

/** How urgent a wait is: grey; a new customer's past the first-response target; amber; red; over its limit. */
export type WaitLevel = 'grey' | 'first' | 'near' | 'missed' | 'over';

/**
 * The level of a wait against its limit D: up to D/3 grey, to 2D/3 amber, to D red, beyond it over. While grey, a
 * customer's first wait is marked from the first-response target (ms) on. The limit itself is still met. A customer who
 * only said thanks stays grey.
 */
export function waitLevel(
  wait: Pick<Waiting, 'startedAt' | 'limitMs' | 'first' | 'closingOnly'>,
  now: number,
  firstTargetMs: number,
): WaitLevel {
  if (wait.closingOnly) return 'grey';
  const waited = now - wait.startedAt;
  if (waited > wait.limitMs) return 'over';
  if (waited * 3 > wait.limitMs * 2) return 'missed';
  if (waited * 3 > wait.limitMs) return 'near';
  return wait.first && waited > firstTargetMs ? 'first' : 'grey';
}

/** ms before the limit passes; negative when it has. */
export function timeLeft(wait: Pick<Waiting, 'startedAt' | 'limitMs'>, now: number): number {
  return wait.startedAt + wait.limitMs - now;
}
