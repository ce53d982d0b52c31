import type { Profile } from '@/lib/domain/profile';
import { chatwoot } from './chatwoot';
import { chitu } from './chitu';
import { douyin } from './douyin';
import { jd } from './jd';
import { kuaishou } from './kuaishou';
import { lastclock } from './lastclock';
import { pinduoduo } from './pinduoduo';
import { rocketchat } from './rocketchat';
import { selfcoach } from './selfcoach';
import { taobao } from './taobao';
import type { ProfileInfo } from './types';
import { xiaohongshu } from './xiaohongshu';

/** Every built-in profile, the default first. */
export const profileInfos: readonly ProfileInfo[] = [
  selfcoach,
  taobao,
  douyin,
  pinduoduo,
  kuaishou,
  jd,
  xiaohongshu,
  chitu,
  chatwoot,
  rocketchat,
  lastclock,
];

/** A built-in profile; null when there is none of that id. */
export function profileById(id: string): Profile | null {
  return profileInfos.find(({ profile }) => profile.id === id)?.profile ?? null;
}

/** A built-in profile with what is known about it; null when there is none of that id. */
export function profileInfoById(id: string): ProfileInfo | null {
  return profileInfos.find(({ profile }) => profile.id === id) ?? null;
}

/**
 * The profile of an id, built in or one of the agent's own; the default one (`selfcoach`) where the id is null or not
 * known any more.
 */
export function profileOf(id: string | null, customProfiles: readonly Profile[] = []): Profile {
  if (id === null) return selfcoach.profile;
  return profileById(id) ?? customProfiles.find((profile) => profile.id === id) ?? selfcoach.profile;
}

/** A copy to edit: the same rules under the label `custom`, with the changes applied; it knows what it began as. */
export function customProfile(base: Profile, changes: Partial<Profile> = {}): Profile {
  return { ...base, basedOn: base.basedOn ?? base.id, id: 'custom', ...changes };
}

/** What there is to say of a profile, also of an edited copy: its source is that of the one it began as. */
export function infoOf(profile: Profile): ProfileInfo {
  const known = profileInfoById(profile.id);
  if (known !== null) return known;
  const base = profileInfoById(profile.basedOn ?? '') ?? selfcoach;
  const same = (name: keyof Profile) => JSON.stringify(profile[name]) === JSON.stringify(base.profile[name]);
  return {
    profile,
    name: { zh: profile.name ?? profile.id, en: profile.name ?? profile.id },
    source: base.source,
    checked: base.checked,
    assumed: base.assumed.filter(same),
    notes: base.notes,
  };
}

/** An id for one more of the agent's own profiles that none has yet: `custom`, then `custom-2` … */
export function freeProfileId(customProfiles: readonly Profile[]): string {
  const taken = new Set(customProfiles.map((profile) => profile.id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? 'custom' : `custom-${number}`;
    if (!taken.has(id)) return id;
  }
}
