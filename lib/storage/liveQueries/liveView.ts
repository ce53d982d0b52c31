import type { LiveView } from '@/lib/domain/live';
import type { Profile } from '@/lib/domain/profile';
import type { Settings } from '@/lib/domain/settings';
import { dayOf } from '@/lib/metrics/dayOf';
import { receivingAt, receivingMs } from '@/lib/metrics/figures/receiving';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { reminderSteps } from '@/lib/metrics/reminders';
import { targetsOf } from '@/lib/metrics/targets';
import type { Database } from '../database';
import { readDay } from './day';
import { readDutyNow } from './duty';
import { settingsOfGeneration } from './settingsOfGeneration';
import { readTabs } from './tabs';
import { withOverrides } from './targets';
import { readWaiting } from './waiting';

/** What the view needs besides the database. */
export interface LiveViewOptions {
  settings: Settings;
  now: number;
  /** Name of a workbench in the agent's language. */
  workbenchName: (id: string) => string;
  /** Id of a workbench's own profile. */
  workbenchProfile: (id: string) => string;
}

/**
 * Everything that overlay, popup and badge show of now, from open turns and today's rollups: it reads the same few
 * records whether a hundred messages are stored or a million.
 */
export async function readLiveView(database: Database, options: LiveViewOptions): Promise<LiveView> {
  const { now, workbenchName, workbenchProfile } = options;
  const settings = await settingsOfGeneration(database, options.settings);
  const tabs = await readTabs(database, { settings, workbenchName, now });
  const profile = profileOf(
    settings.profileId ?? workbenchProfile(tabs[0]?.workbenchId ?? ''),
    settings.customProfiles,
  );
  const targets = withOverrides(targetsOf(profile), settings.targetOverrides);
  const limitMs = (workbenchId: string, first: boolean): number => {
    const own = profileOf(settings.profileId ?? workbenchProfile(workbenchId), settings.customProfiles);
    return reminderSteps(own, targetsOf(own), first).overMs;
  };
  const waiting = await readWaiting(database, { limitMs });
  const { day } = dayOf(profile, now);
  const today = await readDay(database, { profile, targets, settings, day, now });
  const recent = await database.conversations
    .where('lastAt')
    .above(now - receivingMs)
    .toArray();
  return {
    at: now,
    waiting,
    today: {
      ...today,
      receiving: receivingAt(
        recent.flatMap((one) => (one.advertiser ? [] : [one.lastAt])),
        now,
      ),
    },
    targets,
    ...labelsOf(profile),
    person: settings.person,
    persons: settings.persons,
    askPerson: settings.askPerson && settings.persons.length > 1,
    duty: {
      ...(await readDutyNow(database, { settings, profile, now })),
      leftOut: profile.offDutyTurns === 'leaveOut',
    },
    tabs,
  };
}

/** Yesterday's card, for the time when no workbench is open; null when nothing happened yesterday. */
export async function readYesterday(
  database: Database,
  { settings: chosen, now, workbenchProfile }: LiveViewOptions,
): Promise<Pick<LiveView, 'today' | 'targets' | keyof ProfileLabels> | null> {
  const settings = await settingsOfGeneration(database, chosen);
  const last = await database.recorders.orderBy('lastBeatAt').last();
  const profile = profileOf(settings.profileId ?? workbenchProfile(last?.workbenchId ?? ''), settings.customProfiles);
  const targets = withOverrides(targetsOf(profile), settings.targetOverrides);
  const day = dayOf(profile, now).day - 1;
  const yesterday = await readDay(database, { profile, targets, settings, day, now });
  if (yesterday.figures.turns === 0) return null;
  return { today: { ...yesterday, receiving: 0 }, targets, ...labelsOf(profile) };
}

type ProfileLabels = Pick<LiveView, 'profileId' | 'basedOn' | 'profileName'>;

function labelsOf({ id, basedOn, name }: Profile): ProfileLabels {
  return {
    profileId: id,
    ...(basedOn === undefined ? {} : { basedOn }),
    ...(name === undefined ? {} : { profileName: name }),
  };
}
