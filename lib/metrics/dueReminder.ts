import type { Waiting } from '@/lib/domain/live';

/** The share of its limit at which a wait is worth a tone or a notification: 150 of 180 seconds. */
const REMIND_AT = 5 / 6;
/** In a peak forty waits pass their limit in a minute: one reminder stands for all of them. */
export const REMINDER_PAUSE_MS = 30_000;

/** A wait is reminded of once; this names it. */
export function reminderKey({ conversationId, startedAt }: Waiting): string {
  return `${conversationId}|${startedAt}`;
}

/**
 * The wait to remind of now: the longest of those that have passed the step and were not reminded of yet; null when
 * there is none, when the last reminder is less than 30 s ago, or in quiet hours. Waits that may need no answer never
 * are. `minuteOfDay` is local.
 */
export function dueReminder({
  waiting,
  now,
  minuteOfDay,
  quietHours,
  reminded,
  lastAt,
}: {
  waiting: readonly Waiting[];
  now: number;
  minuteOfDay: number;
  quietHours: { fromMinute: number; toMinute: number } | null;
  reminded: ReadonlySet<string>;
  lastAt: number | null;
}): Waiting | null {
  if (lastAt !== null && now - lastAt < REMINDER_PAUSE_MS) return null;
  if (quietHours !== null && isWithin(minuteOfDay, quietHours)) return null;
  const due = waiting.filter(
    (wait) => !wait.closingOnly && now - wait.startedAt >= wait.limitMs * REMIND_AT && !reminded.has(reminderKey(wait)),
  );
  return due.reduce<Waiting | null>(
    (longest, wait) => (longest && longest.startedAt <= wait.startedAt ? longest : wait),
    null,
  );
}

/** `from` > `to` runs over midnight. */
function isWithin(minute: number, { fromMinute, toMinute }: { fromMinute: number; toMinute: number }): boolean {
  if (fromMinute <= toMinute) return minute >= fromMinute && minute < toMinute;
  return minute >= fromMinute || minute < toMinute;
}
