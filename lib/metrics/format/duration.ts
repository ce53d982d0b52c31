import type { Words } from './words';

/** `spaced` is for text (`14.6 秒`), `compact` for tight lines and the daily report (`14.6秒`). */
export type DurationStyle = 'spaced' | 'compact';

/**
 * A response time: under 100 s with one decimal, `14.6 秒`; above in whole seconds, `2 分 05 秒`; from one hour
 * `1小时5分`; null is `–`. What would round to 100.0 s is already written in minutes.
 */
export function formatDuration(ms: number | null, t: Words, style: DurationStyle = 'spaced'): string {
  if (ms === null) return t('format:unknown');
  const tenths = Math.round(ms / 100);
  if (tenths < 1000) {
    const s = (tenths / 10).toFixed(1);
    return style === 'spaced' ? t('format:seconds', { s }) : t('format:secondsCompact', { s });
  }
  return formatLongDuration(ms, t, style);
}

/** A single long wait in whole seconds: `2分10秒`; under a minute `48秒`; from one hour `1小时5分`; null is `–`. */
export function formatLongDuration(ms: number | null, t: Words, style: DurationStyle = 'spaced'): string {
  if (ms === null) return t('format:unknown');
  const seconds = Math.round(ms / 1000);
  if (seconds >= 3600)
    return t('format:hours', { h: Math.floor(seconds / 3600), m: Math.floor((seconds % 3600) / 60) });
  const spaced = style === 'spaced';
  if (seconds < 60) {
    return spaced ? t('format:seconds', { s: seconds }) : t('format:secondsCompact', { s: seconds });
  }
  const parts = { m: Math.floor(seconds / 60), s: String(seconds % 60).padStart(2, '0') };
  return spaced ? t('format:minutes', parts) : t('format:minutesCompact', parts);
}

/** A target: seconds without needless decimals, `16秒`, `12.5秒`; 100 s and more in minutes. */
export function formatTargetDuration(ms: number, t: Words): string {
  if (ms >= 100_000) return formatLongDuration(ms, t, 'compact');
  return t('format:secondsCompact', { s: String(Math.round(ms / 100) / 10) });
}
