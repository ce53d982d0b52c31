import { useCallback, useState } from 'react';
import type { PersonCorrectionSpan } from '@/components/dashboard/settings/PersonCorrection';
import { SettingsPage } from '@/components/dashboard/settings/SettingsPage';
import { useTranslator } from '@/components/i18n/TranslatorContext';
import { accountOf } from '@/lib/domain/duty';
import type { Settings } from '@/lib/domain/settings';
import { spanOf } from '@/lib/exports/span';
import { sendMessage } from '@/lib/messaging/protocol';
import { profileInfos, profileOf } from '@/lib/metrics/profiles/registry';
import { dayStart, zoneOf } from '@/lib/metrics/zone';
import { updateSettings } from '@/lib/settings/settingsStore';
import { readAccounts } from '@/lib/storage/liveQueries/accounts';
import { readAutomaticTexts } from '@/lib/storage/liveQueries/automaticTexts';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readShops } from '@/lib/storage/liveQueries/quickReplies';
import { workbenchName } from '@/lib/workbenches/registry';
import type { PageProps } from './pageProps';
import { useDay } from './useDay';
import { useProfileEditing } from './useProfileEditing';
import { useStorageEstimate } from './useStorageEstimate';
import { useThrottledQuery } from './useThrottledQuery';

const DAY_MS = 86_400_000;
const readMarkedTexts = (database: ReadableDatabase) => readAutomaticTexts(database);
const readSeenAccounts = (database: ReadableDatabase) => readAccounts(database);

/** 设置: every choice is stored at once, and whoever shows it follows. */
export function SettingsRoute(props: PageProps) {
  const { settings, view, attempt } = props;
  const editing = useProfileEditing(props);
  const { language } = useTranslator();
  const { date } = useDay(view, settings);
  const [deleting, setDeleting] = useState(false);
  const [corrected, setCorrected] = useState<number | null>(null);
  const storage = useStorageEstimate(deleting);
  const readAllShops = useCallback(async (database: ReadableDatabase) => readShops(database), []);
  const shops = useThrottledQuery({ read: readAllShops });
  const seen = useThrottledQuery({ read: readSeenAccounts });
  const marked = useThrottledQuery({ read: readMarkedTexts });
  const automaticTexts = (marked?.kind === 'value' ? marked.value : []).map(({ id, at, text, account: of }) => {
    const { workbenchId, origin, account } = accountOf(of);
    const where = account ?? origin.replace(/^https?:\/\//, '');
    return { id, at, text, accountName: `${workbenchName(workbenchId, language)} · ${where}` };
  });
  const accounts = (seen?.kind === 'value' ? seen.value : []).map(({ key, workbenchId, origin, account }) => ({
    key,
    workbenchName: workbenchName(workbenchId, language),
    account,
    host: origin.replace(/^https?:\/\//, ''),
  }));
  const profile = profileOf(view.profileId, settings.customProfiles);
  const known = new Set([
    ...view.tabs.map((tab) => tab.workbenchId),
    ...Object.keys(settings.palette.byWorkbench),
    ...settings.pastePictures,
  ]);
  const workbenches = [...known].map((id) => ({ id, name: workbenchName(id, language) }));

  const correctPerson = async ({ date, fromMinute, toMinute, person }: PersonCorrectionSpan) => {
    const zone = zoneOf(profile.timeZone);
    const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
    const from = dayStart(zone, day, fromMinute * 60_000);
    const to = dayStart(zone, toMinute <= fromMinute ? day + 1 : day, toMinute * 60_000);
    const { entries } = await sendMessage('correctPerson', { from, to, person });
    setCorrected(entries);
  };
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
      {...editing}
      timeZone={profile.timeZone}
      workbenches={workbenches}
      shops={shops?.kind === 'value' ? shops.value : []}
      onConsent={(consented) =>
        attempt(consented ? sendMessage('startRecording', { origin: null }) : sendMessage('stopRecording', {}))
      }
      accounts={accounts}
      automaticTexts={automaticTexts}
      onUnmarkText={(id) => attempt(sendMessage('undoCorrection', { id }))}
      corrected={corrected}
      onRenamePerson={(from, to) => attempt(sendMessage('renamePerson', { from, to }))}
      onCorrectPerson={(span) => attempt(correctPerson(span))}
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
