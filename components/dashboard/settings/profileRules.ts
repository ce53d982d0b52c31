import type { Profile } from '@/lib/domain/profile';
import type { Translate } from '@/lib/i18n/translator';
import { dateOf } from '../timeOfDay';

/** A rule of a profile in words. */
export interface ProfileRule {
  /** `session` stands for splitByDay and sessionIdleMs. */
  key: string;
  name: string;
  value: string;
  /** No page of the platform states it. */
  assumed: boolean;
}

const hour = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

function sessionWords(profile: Profile, t: Translate): string {
  if (profile.splitByDay) return t('settings:ruleValue.splitByDay');
  if (profile.sessionIdleMs === null) return t('settings:ruleValue.untilClosed');
  return t('settings:ruleValue.idle', { minutes: profile.sessionIdleMs / 60_000 });
}

function windowWords({ window }: Profile, t: Translate): string {
  if (window === null) return t('settings:ruleValue.allDay');
  const hours = { from: hour(window.fromMs), to: hour(window.toMs) };
  return window.key === 'turn'
    ? t('settings:ruleValue.windowTurn', hours)
    : t('settings:ruleValue.windowSession', hours);
}

const secondsWords = (ms: number | null, none: string, t: Translate): string =>
  ms === null ? none : t('settings:ruleValue.cap', { seconds: ms / 1000 });

/** How a profile counts, rule by rule, in the order in which an agent asks. */
export function profileRules(profile: Profile, assumed: readonly (keyof Profile)[], t: Translate): ProfileRule[] {
  const values = {
    clock: t(`settings:ruleValue.${profile.clock}`),
    answeredBy: t(`settings:ruleValue.${profile.answeredBy.includes('assist') ? 'agentAndAssist' : 'agent'}`),
    window: windowWords(profile, t),
    rateUnit: t(`settings:ruleValue.${profile.rateUnit}`),
    averageIncludesFirst: t(`settings:ruleValue.${profile.averageIncludesFirst ? 'yes' : 'no'}`),
    average: t(`settings:ruleValue.${profile.average}`),
    capMs: secondsWords(profile.capMs, t('settings:ruleValue.noCap'), t),
    unansweredCountsAsMs: secondsWords(profile.unansweredCountsAsMs, t('settings:ruleValue.notCharged'), t),
    closing: t(`settings:ruleValue.${profile.closing}`),
    autoReplyEndsTurn: t(`settings:ruleValue.${profile.autoReplyEndsTurn ? 'endsTurn' : 'notEndsTurn'}`),
    clockAfterRobot: t(`settings:ruleValue.${profile.clockAfterRobot}`),
    transferredOut: t(`settings:ruleValue.${profile.transferredOut}`),
    offDutyTurns: t(`settings:ruleValue.${profile.offDutyTurns}`),
    perfunctorySinceMs:
      profile.perfunctorySinceMs === null
        ? t('settings:ruleValue.replies')
        : t('settings:ruleValue.automaticSince', { date: dateOf(profile.perfunctorySinceMs, profile.timeZone) }),
  };
  const rules = (Object.keys(values) as (keyof typeof values)[]).map((key) => ({
    key,
    name: t(`settings:rule.${key}`),
    value: values[key],
    assumed: assumed.includes(key),
  }));
  const session: ProfileRule = {
    key: 'session',
    name: t('settings:rule.session'),
    value: sessionWords(profile, t),
    assumed: assumed.includes('splitByDay') || assumed.includes('sessionIdleMs'),
  };
  return [...rules.slice(0, 2), session, ...rules.slice(2)];
}

/** The rule that a parameter belongs to, in words. */
export function ruleOf(profile: Profile, parameter: keyof Profile, t: Translate): ProfileRule | null {
  const key = parameter === 'splitByDay' || parameter === 'sessionIdleMs' ? 'session' : parameter;
  return profileRules(profile, [], t).find((rule) => rule.key === key) ?? null;
}
