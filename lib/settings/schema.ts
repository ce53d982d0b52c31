import * as z from 'zod/mini';
import { CARE_KINDS } from '@/lib/domain/care';
import type { Profile } from '@/lib/domain/profile';
import { DAILY_REPORT_FIELDS, type DailyReportField, type Settings } from '@/lib/domain/settings';
import type { TargetFigure } from '@/lib/domain/target';
import { isProfile, problemOfProfile } from '@/lib/metrics/profiles/parseProfile';
import { profileById } from '@/lib/metrics/profiles/registry';
import { FieldReader, type SettingsProblem } from './fieldReader';

/** Raised when the meaning of a stored field changes. */
export const SETTINGS_VERSION = 1;

const DAILY_REPORT_DEFAULT: readonly DailyReportField[] = DAILY_REPORT_FIELDS.slice(0, 10);

/** Longest time that text can be kept, days. */
export const RETENTION_MAX_DAYS = 3650;
/** Largest N of the agent's own N-second rate. */
export const OWN_SECONDS_MAX = 3600;

const time = z.int().check(z.positive());
const trimmedName = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const originName = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(80)));
const minuteOfDay = z.int().check(z.minimum(0), z.maximum(24 * 60 - 1));
const shift = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  fromMinute: minuteOfDay,
  toMinute: minuteOfDay,
  days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)),
});
const listed = z.string().check(z.trim(), z.minLength(1), z.maxLength(512));
const place = z.object({
  left: z.number().check(z.minimum(-10_000), z.maximum(20_000)),
  top: z.number().check(z.minimum(-10_000), z.maximum(20_000)),
  folded: z.boolean(),
});
const durationMs = z.int().check(z.minimum(1_000), z.maximum(24 * 3_600_000));
const rate = z.number().check(z.positive(), z.maximum(1));

const customProfile: z.ZodMiniType<Profile> = z.custom<Profile>(
  (value) => isProfile(value) && profileById(value.id) === null,
  { error: ({ input }) => problemOfProfile(input) ?? 'has the id of a built-in profile' },
);
const wordList = z.nullable(
  z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))).check(z.maxLength(500)),
);

const careWord = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const ownCareWord = z.object({
  word: careWord,
  kind: z.enum(CARE_KINDS),
  level: z.enum(['mark', 'ask']),
  platform: z.nullable(z.string().check(z.minLength(1), z.maxLength(80))),
});
const address = z.string().check(z.trim(), z.minLength(1), z.maxLength(20));

/** What an overridden target may be; ms for durations, fractions for rates. */
const targetSchemas: Record<TargetFigure, z.ZodMiniType<number>> = {
  firstResponse: durationMs,
  averageResponse: durationMs,
  within: rate,
  replyRate: rate,
  answerQuestionRatio: z.number().check(z.positive(), z.maximum(10)),
};

/** Whether a value can stand as the agent's own target of this figure. */
export function isTargetValue(figure: TargetFigure, value: number): boolean {
  return z.safeParse(targetSchemas[figure], value).success;
}

function readTargets(reader: FieldReader): Settings['targetOverrides'] {
  const overrides: Settings['targetOverrides'] = {};
  for (const figure of Object.keys(targetSchemas) as TargetFigure[]) {
    const value = reader.field<number | null>(figure, z.nullable(targetSchemas[figure]), null);
    if (value !== null) overrides[figure] = value;
  }
  return overrides;
}

/** Profiles by id: of two with one id the first stays. */
function uniqueProfiles(profiles: readonly Profile[]): Profile[] {
  return profiles.filter(({ id }, index) => profiles.findIndex((other) => other.id === id) === index);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/**
 * The settings out of whatever was stored: each good field is kept, each bad one replaced by its default and reported.
 * Never throws. Absent fields take their defaults without a report.
 */
export function parseSettings(stored: unknown): { settings: Settings; problems: SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  const root = new FieldReader(stored, problems);
  const overlay = root.section('overlay');
  const reminders = root.section('reminders');
  const wordLists = root.section('wordLists');
  const care = root.section('care');
  const persons = unique(root.items('persons', trimmedName, []));
  const person = root.field('person', z.nullable(trimmedName), null);
  const settings: Settings = {
    version: SETTINGS_VERSION,
    consentedAt: root.field('consentedAt', z.nullable(time), null),
    pausedAt: root.field('pausedAt', z.nullable(time), null),
    language: root.field('language', z.enum(['auto', 'zh-CN', 'en']), 'auto'),
    theme: root.field('theme', z.enum(['auto', 'light', 'dark']), 'auto'),
    profileId: root.field('profileId', z.nullable(z.string().check(z.minLength(1), z.maxLength(80))), null),
    customProfiles: uniqueProfiles(root.items('customProfiles', customProfile, [])),
    wordLists: {
      closing: wordLists.field('closing', wordList, null),
      perfunctory: wordLists.field('perfunctory', wordList, null),
    },
    targetOverrides: readTargets(root.section('targetOverrides')),
    persons: person === null || persons.includes(person) ? persons : [...persons, person],
    person,
    askPerson: root.field('askPerson', z.boolean(), false),
    renamedPersons: root.entries('renamedPersons', trimmedName),
    shifts: root.items('shifts', shift, []),
    sharedAccounts: unique(root.items('sharedAccounts', listed, [])),
    internalCustomers: unique(root.items('internalCustomers', listed, [])),
    origins: root.entries(
      'origins',
      z.object({ account: originName, shop: originName, asked: z.optional(z.boolean()) }),
    ),
    roles: root.entries('roles', z.enum(['seller', 'buyer'])),
    retentionDays: root.field('retentionDays', z.int().check(z.minimum(0), z.maximum(RETENTION_MAX_DAYS)), 30),
    ownSeconds: root.field('ownSeconds', z.nullable(z.int().check(z.minimum(1), z.maximum(OWN_SECONDS_MAX))), null),
    overlay: {
      shown: overlay.field('shown', z.boolean(), true),
      size: overlay.field('size', z.enum(['small', 'medium', 'large']), 'medium'),
      places: overlay.entries('places', place),
    },
    reminders: {
      tone: reminders.field('tone', z.boolean(), false),
      notification: reminders.field('notification', z.boolean(), false),
      quietHours: reminders.field(
        'quietHours',
        z.nullable(z.object({ fromMinute: minuteOfDay, toMinute: minuteOfDay })),
        null,
      ),
    },
    palette: { byWorkbench: root.section('palette').entries('byWorkbench', z.object({ marks: z.boolean() })) },
    pastePictures: unique(root.items('pastePictures', z.string().check(z.minLength(1), z.maxLength(80)), [])),
    peakSort: root.field('peakSort', z.enum(['aboutToBeLate', 'longest']), 'aboutToBeLate'),
    dailyReport: unique(root.items('dailyReport', z.enum(DAILY_REPORT_FIELDS), [...DAILY_REPORT_DEFAULT])),
    care: {
      on: care.field('on', z.boolean(), true),
      off: unique(care.items('off', z.string().check(z.minLength(1), z.maxLength(80)), [])),
      added: care.items('added', ownCareWord, []),
      secondEnter: unique(care.items('secondEnter', z.string().check(z.minLength(1), z.maxLength(80)), [])),
    },
    address: root.field('address', address, '亲'),
    shopAddresses: root.entries('shopAddresses', address),
    slowTurnMs: root.field('slowTurnMs', durationMs, 60_000),
    longSessionMs: root.field('longSessionMs', durationMs, 30 * 60_000),
  };
  return { settings, problems };
}

/** The settings of a fresh install. */
export function defaultSettings(): Settings {
  return parseSettings({}).settings;
}
