import { type Translate, zhResources } from '@/lib/i18n/translator';

const { profileSource, targetSource } = zhResources.settings;

function isProfile(id: string): id is keyof typeof profileSource {
  return Object.hasOwn(profileSource, id);
}

function isTarget(id: string): id is keyof typeof targetSource {
  return Object.hasOwn(targetSource, id);
}

/** Where a profile's rules come from, in the agent's language; an edited copy says what it was given. */
export function profileSourceWords(id: string, given: string, t: Translate): string {
  return isProfile(id) ? t(`settings:profileSource.${id}`) : given;
}

/** Where a profile's targets come from, in the agent's language. */
export function targetSourceWords(id: string, t: Translate): string {
  return t(`settings:targetSource.${isTarget(id) ? id : 'elsewhere'}`);
}
