import type { Words } from './words';

/**
 * A running clock: `0:42`, `3:05`, from one hour `1小时5分`. Whole seconds, rounded down, so that a clock changes once
 * a second; a start in the future reads `0:00`.
 */
export function formatClock(ms: number, t: Words): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return t('format:hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A wait; one that began before recording reads `≥3:05`, for it is at least that long. */
export function formatWait(wait: { startedAt: number; atLeast: boolean }, now: number, t: Words): string {
  const clock = formatClock(now - wait.startedAt, t);
  return wait.atLeast ? t('format:atLeast', { clock }) : clock;
}
