import type { Profile } from '@/lib/domain/profile';
import { type Translate, zhResources } from '@/lib/i18n/translator';

const names = zhResources.common.profile;

function isNamed(id: string): id is keyof typeof names {
  return Object.hasOwn(names, id);
}

/** `拼多多口径`; an edited copy is `自定义口径`. */
export function profileName(id: string, t: Translate): string {
  return t(`common:profile.${isNamed(id) ? id : 'custom'}`);
}

/** The same of a whole profile: an edited copy by the name that the agent gave it. */
export function nameOfProfile({ id, name }: Pick<Profile, 'id' | 'name'>, t: Translate): string {
  return name ?? profileName(id, t);
}
