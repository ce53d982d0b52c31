import { accountKey, type DutyState } from '@/lib/domain/duty';
import type { Profile } from '@/lib/domain/profile';
import type { Settings } from '@/lib/domain/settings';
import { dutyAt } from '@/lib/metrics/dutyRules';
import { zoneOf } from '@/lib/metrics/zone';
import type { Database } from '../database';

/**
 * Whether the agent is on duty now: as the rule says of the browser, and off duty as well when every open workbench
 * shows its account as off line. Of workbenches that are not open nothing is known.
 */
export async function readDutyNow(
  database: Database,
  { settings, profile, now }: { settings: Pick<Settings, 'shifts'>; profile: Profile; now: number },
): Promise<DutyState> {
  const stretches = await database.dutyStretches.where('to').above(now).toArray();
  const facts = { shifts: settings.shifts, zone: zoneOf(profile.timeZone) };
  const ofAll = dutyAt({ ...facts, stretches: stretches.filter(({ account }) => account === null) }, now);
  const offline = stretches.filter(({ account, from }) => account !== null && from <= now);
  if (!ofAll.on || offline.length === 0) return ofAll;
  const living = await database.recorders
    .orderBy('lastBeatAt')
    .reverse()
    .until(({ endedAt }) => endedAt !== null)
    .toArray();
  const accounts = new Set(living.flatMap((one) => (one.problem === 'noAdapter' ? [] : [accountKey(one)])));
  const shown = offline.filter(({ account }) => account !== null && accounts.has(account));
  if (accounts.size === 0 || shown.length < accounts.size) return ofAll;
  return { on: false, by: 'workbench', since: Math.max(...shown.map(({ from }) => from)) };
}
