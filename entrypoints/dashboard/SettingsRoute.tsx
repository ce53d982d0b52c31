import { useCallback, useState } from 'react';
import { SettingsPage } from '@/components/dashboard/settings/SettingsPage';
import { useTranslator } from '@/components/i18n/TranslatorContext';
import type { Settings } from '@/lib/domain/settings';
import { spanOf } from '@/lib/exports/span';
import { sendMessage } from '@/lib/messaging/protocol';
import { profileInfoById, profileInfos, profileOf } from '@/lib/metrics/profiles/registry';
import { targetsFor } from '@/lib/metrics/targets';
import { updateSettings } from '@/lib/settings/settingsStore';
import { readShops } from '@/lib/storage/liveQueries/quickReplies';
import { workbenchName } from '@/lib/workbenches/registry';
import { database } from './database';
import type { PageProps } from './pageProps';
import { useDay } from './useDay';
import { useStorageEstimate } from './useStorageEstimate';
import { useThrottledQuery } from './useThrottledQuery';

const SHOP_TABLES = ['recorders', 'quickReplies'];

/** 设置: every choice is stored at once, and whoever shows it follows. */
export function SettingsRoute({ settings, view, attempt }: PageProps) {
  const { language } = useTranslator();
  const { date } = useDay(view, settings);
  const [deleting, setDeleting] = useState(false);
  const storage = useStorageEstimate(deleting);
  const readAllShops = useCallback(async () => readShops(database), []);
  const shops = useThrottledQuery({ read: readAllShops, tables: SHOP_TABLES });
  const profile = profileOf(view.profileId, settings.customProfiles);
  const current = profileInfoById(profile.id) ?? profileInfos[0];
  const known = new Set([...view.tabs.map((tab) => tab.workbenchId), ...Object.keys(settings.palette.byWorkbench)]);
  const workbenches = [...known].map((id) => ({ id, name: workbenchName(id, language) }));
  if (current === undefined) return null;

  const deleteHistory = async (before: string | null) => {
    setDeleting(true);
    try {
      const now = Date.now();
      // One more than now: what came in this millisecond is history as well.
      const moment = before === null ? now + 1 : spanOf({ kind: 'range', from: before, to: before }, now, profile).from;
      await sendMessage('deleteHistory', { before: moment });
    } finally {
      setDeleting(false);
    }
  };
  return (
    <SettingsPage
      settings={settings}
      onChange={(change) => attempt(applyChange(change))}
      profiles={profileInfos}
      current={current}
      targets={targetsFor(profile.id)}
      timeZone={profile.timeZone}
      workbenches={workbenches}
      shops={shops?.kind === 'value' ? shops.value : []}
      onConsent={(consented) =>
        attempt(consented ? sendMessage('startRecording', { origin: null }) : sendMessage('stopRecording', {}))
      }
      storage={storage}
      today={date}
      deleting={deleting}
      onDeleteHistory={(before) => attempt(deleteHistory(before))}
    />
  );
}

/** Who is on duty is noted with its time, so it goes through the background, and first: a person who leaves the list is not on duty. */
async function applyChange({ person, ...rest }: Partial<Settings>): Promise<void> {
  if (person !== undefined) await sendMessage('setPerson', { person });
  if (Object.keys(rest).length > 0) await updateSettings(() => rest);
}
