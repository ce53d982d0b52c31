import { useCallback, useMemo, useState } from 'react';
import { TodayPage } from '@/components/dashboard/today/TodayPage';
import { toTurnRow } from '@/components/dashboard/today/turnRow';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { readDayNotes } from '@/lib/storage/liveQueries/dayNotes';
import { readListedTurns } from '@/lib/storage/liveQueries/listedTurns';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { database } from './database';
import { FigureRoute } from './FigureRoute';
import { figureAddress, figureHref } from './figureAddress';
import type { PageProps } from './pageProps';
import { useAllFigures } from './useAllFigures';
import { useCorrecting } from './useCorrecting';
import { useDay } from './useDay';
import { useHashQuery } from './useHashQuery';
import { useOpenedTurn } from './useOpenedTurn';
import { useThrottledQuery } from './useThrottledQuery';

const TURN_TABLES = ['turns', 'conversations', 'meta'];
const NOTE_TABLES = ['gaps', 'turns', 'rollups', 'excludedTurns', 'meta'];

/** 今日: the day's turns, or the figure that the address opens. */
export function TodayRoute(props: PageProps) {
  const query = useHashQuery();
  const address = useMemo(() => figureAddress(query), [query]);
  if (address !== null) return <FigureRoute key={query} {...props} address={address} />;
  return <TodayTurns {...props} isAll={new URLSearchParams(query).get('view') === 'all'} />;
}

/** The day's turns, live, and the messages of the one that is open; or all figures. */
function TodayTurns({ view, generation, translator: { language }, attempt, isAll }: PageProps & { isAll: boolean }) {
  // What is shown is made by these, until the figures by newly chosen rules are complete.
  const { settings, rederiving } = generation;
  const { from, to } = useDay(view, settings);
  const readTurns = useCallback(() => readListedTurns(database, { from, to }), [from, to]);
  const listed = useThrottledQuery({ read: readTurns, tables: TURN_TABLES });
  const [openKey, setOpenKey] = useState<string | null>(null);
  const profile = profileOf(view.profileId, settings.customProfiles);
  const all = useAllFigures(isAll ? { view, settings, from, to } : null);
  const { perfunctorySinceMs } = profile;
  const corrected = useCorrecting({ from, to, perfunctorySinceMs, attempt });

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
  const messages = useOpenedTurn(openKey, open, null);

  const readNotes = useCallback(
    async () => readDayNotes(database, { profile, from, to, now: Date.now() }),
    [profile, from, to],
  );
  const notes = useThrottledQuery({ read: readNotes, tables: NOTE_TABLES });

  if (listed === null) return null;
  return (
    <TodayPage
      today={view.today}
      targets={view.targets}
      profile={profile}
      notes={notes?.kind === 'value' ? notes.value : null}
      rows={rows}
      slowTurnMs={settings.slowTurnMs}
      openKey={openKey}
      messages={messages}
      onOpen={setOpenKey}
      hrefOf={(figure, id) => figureHref({ figure, ...(id === undefined || id === profile.id ? {} : { profile: id }) })}
      shown={isAll ? 'all' : 'turns'}
      onShown={(shown) => {
        window.location.hash = shown === 'all' ? 'today?view=all' : 'today';
      }}
      all={all}
      rederiving={rederiving}
      {...corrected}
    />
  );
}
