import type { LiveView } from '@/lib/domain/live';
import type { Profile } from '@/lib/domain/profile';
import type { Settings } from '@/lib/domain/settings';
import type { Targets } from '@/lib/domain/target';
import { dayNumbered } from '@/lib/metrics/dayOf';
import { liveFiguresOfTally, moreFiguresOfTally, standardSeconds } from '@/lib/metrics/figures';
import { missBudget } from '@/lib/metrics/figures/missBudget';
import { withinCounts } from '@/lib/metrics/figures/within';
import { mergeRollups } from '@/lib/metrics/rollup';
import type { Database } from '../database';
import { liveGeneration } from '../generation';
import { readCoverage } from './coverage';

/** A day's figures as the surfaces show them; `receiving` belongs to now alone. */
export type DayView = Omit<LiveView['today'], 'receiving'>;

/** Which day, and by which rules. */
export interface DayRequest {
  profile: Profile;
  targets: Targets;
  settings: Settings;
  /** Day number in the profile's zone. */
  day: number;
  now: number;
}

/** The figures of one day, from its rollups: one record per local hour, account and person. */
export async function readDay(database: Database, request: DayRequest): Promise<DayView> {
  const { profile, targets, settings, day, now } = request;
  const { from, to } = dayNumbered(profile, day);
  const generation = await liveGeneration(database);
  const rollups = await database.rollups
    .where('[generation+hourStart]')
    .between([generation, from], [generation, to], true, false)
    .toArray();
  const tally = mergeRollups(rollups.filter((rollup) => rollup.profileId === profile.id));
  const seconds = new Set([
    ...standardSeconds,
    targets.withinSeconds,
    ...(settings.ownSeconds === null ? [] : [settings.ownSeconds]),
  ]);
  const figures = liveFiguresOfTally({ tally, profile, now, seconds: [...seconds] });
  const more = moreFiguresOfTally({
    tally,
    profile,
    slowTurnMs: settings.slowTurnMs,
    longReceptionMs: settings.longSessionMs,
  });
  return {
    figures,
    missBudget: missBudget(withinCounts(tally, profile, targets.withinSeconds, now), targets.within.good),
    customers: more.customers,
    coverage: await readCoverage(database, { from, to: Math.min(to, now) }),
    outliers: more.outliers,
    uncertainTurns: more.uncertain,
    reviewTurns: await database.turns
      .where('[generation+reviewAt]')
      .between([generation, from], [generation, to], true, false)
      .count(),
  };
}
