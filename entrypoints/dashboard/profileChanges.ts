import type { Profile } from '@/lib/domain/profile';
import { freeProfileId, profileById } from '@/lib/metrics/profiles/registry';
import { updateSettings } from '@/lib/settings/settingsStore';

/** Adds a profile of the agent's own, under an id that none has yet, and uses it: new figures are worked out by it. */
export async function addProfile(profile: Profile): Promise<void> {
  await updateSettings(({ customProfiles }) => {
    const id = freeProfileId(customProfiles);
    const basedOn = profile.basedOn ?? (profileById(profile.id) === null ? undefined : profile.id);
    const own = { ...profile, id, ...(basedOn === undefined ? {} : { basedOn }) };
    return { customProfiles: [...customProfiles, own], profileId: id };
  });
}

/** Changes a profile of the agent's own. */
export async function saveProfile(profile: Profile): Promise<void> {
  await updateSettings(({ customProfiles }) => ({
    customProfiles: customProfiles.map((own) => (own.id === profile.id ? profile : own)),
  }));
}

/** Deletes one; where it was in use, the built-in one that it began as takes its place. */
export async function deleteProfile(id: string): Promise<void> {
  await updateSettings(({ customProfiles, profileId }) => {
    const gone = customProfiles.find((own) => own.id === id);
    return {
      customProfiles: customProfiles.filter((own) => own.id !== id),
      ...(profileId === id ? { profileId: gone?.basedOn ?? null } : {}),
    };
  });
}
