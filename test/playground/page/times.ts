import type { PlaygroundOptions } from '../options';

const two = (value: number): string => String(value).padStart(2, '0');

/** The time of a row as the page shows it at `now`; empty where the page shows none. */
export function shownTime(at: number, now: number, options: Pick<PlaygroundOptions, 'times' | 'changing'>): string {
  if (options.times === 'none') return '';
  if (options.changing && now - at < 60_000) return '刚刚';
  const date = new Date(at);
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}${options.times === 'second' ? `:${two(date.getSeconds())}` : ''}`;
  return date.toDateString() === new Date(now).toDateString()
    ? clock
    : `${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}`;
}

/** `95,000` → `1分35秒`, as wait clocks say it. */
export function chineseDuration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${seconds}秒`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}分${seconds % 60}秒`;
  return `${Math.floor(seconds / 3600)}小时${Math.floor((seconds % 3600) / 60)}分`;
}
