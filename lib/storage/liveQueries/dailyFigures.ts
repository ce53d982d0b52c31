import type { Figures } from '@/lib/domain/figures';
import type { Profile } from '@/lib/domain/profile';
import { dayNumbered } from '@/lib/metrics/dayOf';
import { peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import type { Database } from '../database';
import { type DayRequest, readDay } from './day';
import { readPauses } from './dayNotes';
import { readTurns } from './listedTurns';

/** The figures of one day as files carry them. */
export interface DayFigures {
  /** YYYY-MM-DD, by the profile's zone and start of day. */
  date: string;
  /** `peakWaiting` null = the day's turns are deleted, only its sums are left. */
  figures: Omit<Figures, 'peakWaiting'> & { peakWaiting: number | null };
  /** Customers received. */
  customers: number;
  /** 0..1; null when nothing was to be recorded. */
  coverage: number | null;
  /** Pauses of the day; who was waiting is counted, not named. */
  pauses: { from: number; to: number; minutes: number; waiting: number }[];
}

/** Which day, and by which profile each workbench counts: the figures are of those that count by the request's. */
export type DailyRequest = DayRequest & { profileFor: (workbenchId: string) => Pick<Profile, 'id'> };

/** The figures of one day: its rollups, and peak waiting from its turns. */
export async function readDailyFigures(database: Database, request: DailyRequest): Promise<DayFigures> {
  const { profile, profileFor, day, now } = request;
  const { from, to, date } = dayNumbered(profile, day);
  const { figures, customers, coverage } = await readDay(database, request);
  const turns = (await readTurns(database, { from, to })).filter(
    ({ workbenchId }) => profileFor(workbenchId).id === profile.id,
  );
  const deleted = turns.length < figures.turns;
  const peak = deleted ? null : peakWaiting(turns, profile, Math.min(now, to), false);
  const pauses = (await readPauses(database, { from, to, now })).map((pause) => ({
    ...pause,
    waiting: pause.waiting.length,
  }));
  return { date, figures: { ...figures, peakWaiting: peak }, customers, coverage, pauses };
}
