import { nameOfProfile } from '@/components/dashboard/profileName';
import type { SettingsPageProps } from '@/components/dashboard/settings/SettingsPage';
import { infoOf, profileOf } from '@/lib/metrics/profiles/registry';
import { targetsOf } from '@/lib/metrics/targets';
import { download } from './download';
import type { PageProps } from './pageProps';
import { addProfile, deleteProfile, saveProfile } from './profileChanges';
import { useRederivation } from './useRederivation';

type EditingProps = Pick<
  SettingsPageProps,
  'current' | 'targets' | 'onCopyProfile' | 'onImportProfile' | 'editor' | 'rederivation'
>;

/** What the settings show of profiles: the one that was chosen, even while figures by it are being worked out. */
export function useProfileEditing({ settings, view, translator: { t }, attempt }: PageProps): EditingProps {
  const rederivation = useRederivation();
  const profile = profileOf(settings.profileId ?? view.profileId, settings.customProfiles);
  const isOwn = settings.customProfiles.some(({ id }) => id === profile.id);
  const name = t('settings:profileEditor.copyName', { profile: nameOfProfile(profile, t) }).slice(0, 40);
  return {
    current: infoOf(profile),
    targets: targetsOf(profile),
    onCopyProfile: () => attempt(addProfile({ ...profile, name, basedOn: profile.basedOn ?? profile.id })),
    onImportProfile: (imported) => attempt(addProfile(imported)),
    editor: isOwn
      ? {
          profile,
          browserZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          onSave: (changed) => attempt(saveProfile(changed)),
          onDelete: (id) => attempt(deleteProfile(id)),
          onExport: (own) =>
            download({
              name: `miaohui-profile-${own.id}.json`,
              type: 'application/json',
              text: JSON.stringify(own, null, 2),
            }),
        }
      : null,
    rederivation,
  };
}
