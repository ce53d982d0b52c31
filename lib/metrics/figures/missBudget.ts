import type { WithinCounts } from './within';

/**
 * Miss budget (还能漏 N 个): how many more misses before the N-second rate falls below its target, each miss being one
 * more decided unit. Below the target already: minus the number of misses too many (已多漏 N 个). `target` 0..1.
 * Null when nothing is decided or the target is 0.
 */
export function missBudget(counts: WithinCounts, target: number): number | null {
  const { met, decided } = counts;
  if (decided === 0 || target <= 0) return null;
  // Targets are decimal fractions: without the margin, 99 of 100 against 0.99 could come out as a miss too many.
  const margin = 1e-9;
  if (met + margin >= target * decided) return Math.floor(met / target + margin) - decided;
  const allowed = Math.floor(decided * (1 - target) + margin);
  return -(decided - met - allowed);
}
