import type { Shift } from '@/lib/domain/duty';
import { dayNumber, dayStart, type Zone } from './zone';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** One run of a shift, [from, to), ms. */
export interface ShiftRun {
  from: number;
  to: number;
  name: string;
}

/**
 * The runs of all shifts that touch [from, to), ordered by their beginning. A run belongs to the local day on which it
 * begins, and ends at the first moment at which the wall clock shows its end: over midnight, and an hour longer or
 * shorter when clocks change. A time that clocks jump over is the moment of the jump.
 */
export function shiftRuns(shifts: readonly Shift[], zone: Zone, from: number, to: number): ShiftRun[] {
  if (shifts.length === 0) return [];
  const runs: ShiftRun[] = [];
  // A run may have begun on the day before, and ends on the next day at the latest.
  const last = dayNumber(zone, to, 0);
  for (let day = dayNumber(zone, from, 0) - 2; day <= last; day++) {
    for (const { name, fromMinute, toMinute, days } of shifts) {
      if (!days.includes(weekday(day))) continue;
      const run = {
        name,
        from: wallMoment(zone, day, fromMinute * minuteMs),
        to: wallMoment(zone, toMinute <= fromMinute ? day + 1 : day, toMinute * minuteMs),
      };
      if (run.to > from && run.from < to && run.to > run.from) runs.push(run);
    }
  }
  return runs.sort((a, b) => a.from - b.from || a.to - b.to);
}

/**
 * The name of the shift that a moment belongs to: the one that runs, else the last one that ended on the same day; null
 * when there is none.
 */
export function shiftNameAt(shifts: readonly Shift[], zone: Zone, at: number): string | null {
  const start = dayStart(zone, dayNumber(zone, at, 0), 0);
  const runs = shiftRuns(shifts, zone, start, at + 1);
  const running = runs.filter((run) => run.to > at).at(-1);
  return (running ?? runs.sort((a, b) => a.to - b.to).at(-1))?.name ?? null;
}

/** 1 Monday … 7 Sunday; day 0 was a Thursday. */
function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first moment at which the wall clock of a day shows a time. */
function wallMoment(zone: Zone, day: number, time: number): number {
  const wall = day * dayMs + time;
  const shown = [zone.offsetAt(wall - dayMs), zone.offsetAt(wall + dayMs)]
    .map((offset) => wall - offset)
    .filter((at) => at + zone.offsetAt(at) === wall);
  return shown.length > 0 ? Math.min(...shown) : dayStart(zone, day, time);
}
