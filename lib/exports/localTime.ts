import { zoneOf } from '@/lib/metrics/zone';

/** `2026-11-11 20:05:03` by the wall clock of an IANA zone: what every spreadsheet reads as a time. */
export function localTime(at: number, timeZone: string): string {
  return new Date(at + zoneOf(timeZone).offsetAt(at)).toISOString().slice(0, 19).replace('T', ' ');
}
