import type { Translate } from '@/lib/i18n/translator';
import type { ProfileProblem } from '@/lib/metrics/profiles/parseProfile';

/** Longer values are cut: a file may hold anything. */
const SHOWN = 40;

/** What is wrong with a profile, for the agent: which parameter, what it is, and what it must be. */
export function profileProblemWords(problem: ProfileProblem, t: Translate): string {
  if (problem.kind === 'notObject') return t('settings:profileEditor.wanted.object');
  const { name, given, wanted, choices } = problem;
  const must = t(`settings:profileEditor.wanted.${wanted}`, { choices: choices.join(' / ') });
  if (given === null) return t('settings:profileEditor.missing', { name, wanted: must });
  const cut = given.length > SHOWN ? `${given.slice(0, SHOWN)}…` : given;
  return t('settings:profileEditor.wrong', { name, given: cut, wanted: must });
}
