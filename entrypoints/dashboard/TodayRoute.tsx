import { useCallback, useMemo, useState } from 'react';
import { TodayPage } from '@/components/dashboard/today/TodayPage';
import type { TurnFilter } from '@/components/dashboard/today/turnFilter';
import { toTurnRow } from '@/components/dashboard/today/turnRow';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { readDayNotes } from '@/lib/storage/liveQueries/dayNotes';
import { readListedTurns } from '@/lib/storage/liveQueries/listedTurns';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { FigureRoute } from './FigureRoute';
import { figureAddress, figureHref } from './figureAddress';
import type { PageProps } from './pageProps';
import { useAllFigures } from './useAllFigures';
import { useCorrecting } from './useCorrecting';
import { useDay } from './useDay';
import { useHashQuery } from './useHashQuery';
import { useOpenedTurn } from './useOpenedTurn';
import { useThrottledQuery } from './useThrottledQuery';

const ONLY_REVIEW = { review: true };

/** 今日: the day's turns, or the figure that the address opens. */
export function TodayRoute(props: PageProps) {
  const query = useHashQuery();
  const address = useMemo(() => figureAddress(query), [query]);
  if (address !== null) return <FigureRoute key={query} {...props} address={address} />;
  const asked = new URLSearchParams(query);
  const only = asked.get('only') === 'review' ? ONLY_REVIEW : undefined;
  // Another address is another list: what was filtered by hand stays while the address does.
  return <TodayTurns key={asked.get('only')} {...props} isAll={asked.get('view') === 'all'} startFilter={only} />;
}

interface TurnsProps extends PageProps {
  isAll: boolean;
  startFilter: Partial<TurnFilter> | undefined;
}

/** The day's turns, live, and the messages of the one that is open; or all figures. */
function TodayTurns({ view, generation, translator: { language }, attempt, isAll, startFilter }: TurnsProps) {
  // What is shown is made by these, until the figures by newly chosen rules are complete.
  const { settings, rederiving } = generation;
  const { from, to } = useDay(view, settings);
  const readTurns = useCallback((database: ReadableDatabase) => readListedTurns(database, { from, to }), [from, to]);
  const listed = useThrottledQuery({ read: readTurns });
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
  const messages = useOpenedTurn(openKey, open, null, profile);

  const readNotes = useCallback(
    async (database: ReadableDatabase) => readDayNotes(database, { profile, from, to, now: Date.now() }),
    [profile, from, to],
  );
  const notes = useThrottledQuery({ read: readNotes });

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
      {...(startFilter === undefined ? {} : { startFilter })}
      {...corrected}
    />
  );
}
