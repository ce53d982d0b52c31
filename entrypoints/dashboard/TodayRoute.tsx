import { useCallback, useMemo, useState } from 'react';
import { TodayPage } from '@/components/dashboard/today/TodayPage';
import { toTurnRow } from '@/components/dashboard/today/turnRow';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { readListedTurns } from '@/lib/storage/liveQueries/listedTurns';
import { readTurnMessages } from '@/lib/storage/liveQueries/turnMessages';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { database } from './database';
import type { PageProps } from './pageProps';
import { useDay } from './useDay';
import { useThrottledQuery } from './useThrottledQuery';

const TURN_TABLES = ['turns', 'conversations', 'meta'];
const MESSAGE_TABLES = ['entries', 'texts'];

/** 今日: the day's turns, live, and the messages of the one that is open. */
export function TodayRoute({ settings, view, translator: { language } }: PageProps) {
  const { from, to } = useDay(view, settings);
  const readTurns = useCallback(() => readListedTurns(database, { from, to }), [from, to]);
  const listed = useThrottledQuery({ read: readTurns, tables: TURN_TABLES });
  const [openKey, setOpenKey] = useState<string | null>(null);

  const rows = useMemo(() => {
    if (listed?.kind !== 'value') return [];
    return listed.value.map(({ turn, conversation }) =>
      toTurnRow({
        turn,
        conversation,
        workbenchName: workbenchName(turn.workbenchId, language),
        profile: profileOf(settings.profileId ?? workbenchProfile(turn.workbenchId), settings.customProfiles),
      }),
    );
  }, [listed, language, settings.profileId, settings.customProfiles]);

  const open = rows.find((row) => row.key === openKey)?.turn ?? null;
  const readMessages = useCallback(
    async () => ({ openKey, messages: open === null ? null : await readTurnMessages(database, open) }),
    [openKey, open],
  );
  const read = useThrottledQuery({ read: readMessages, tables: MESSAGE_TABLES });
  // What was read for the row that was open before is not this row's.
  const messages = read?.kind === 'value' && read.value.openKey === openKey ? read.value.messages : null;

  if (listed === null) return null;
  return (
    <TodayPage
      today={view.today}
      targets={view.targets}
      profile={profileOf(view.profileId, settings.customProfiles)}
      rows={rows}
      slowTurnMs={settings.slowTurnMs}
      openKey={openKey}
      messages={messages}
      onOpen={setOpenKey}
    />
  );
}
