import { zoneOf } from '@/lib/metrics/zone';

function wall(at: number, timeZone: string): string {
  return new Date(at + zoneOf(timeZone).offsetAt(at)).toISOString();
}

/** `14:03:05` by the wall clock of a zone. */
export function timeToSecond(at: number, timeZone: string): string {
  return wall(at, timeZone).slice(11, 19);
}

/** `14:03` by the wall clock of a zone. */
export function timeToMinute(at: number, timeZone: string): string {
  return wall(at, timeZone).slice(11, 16);
}

/** `2026-11-11` by the wall clock of a zone. */
export function dateOf(at: number, timeZone: string): string {
  return wall(at, timeZone).slice(0, 10);
}

/** `2026-11-11 14:03` by the wall clock of a zone. */
export function dateAndMinute(at: number, timeZone: string): string {
  return wall(at, timeZone).slice(0, 16).replace('T', ' ');
}
