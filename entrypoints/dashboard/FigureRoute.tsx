import { useCallback, useMemo, useState } from 'react';
import { FigurePage } from '@/components/dashboard/figures/FigurePage';
import { figureValue } from '@/components/dashboard/figures/figureWords';
import { toTurnRow } from '@/components/dashboard/today/turnRow';
import { dayNumbered, dayOf } from '@/lib/metrics/dayOf';
import { explain } from '@/lib/metrics/explain';
import { unitsMade } from '@/lib/metrics/explainUnits';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { dayName } from '@/lib/metrics/zone';
import { readCoverage } from '@/lib/storage/liveQueries/coverage';
import { readFigureDay, readsMessages } from '@/lib/storage/liveQueries/figureDay';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { type FigureAddress, figureHref } from './figureAddress';
import type { PageProps } from './pageProps';
import { useCorrecting } from './useCorrecting';
import { useOpenedTurn } from './useOpenedTurn';
import { useThrottledQuery } from './useThrottledQuery';

const DAY_MS = 86_400_000;
const EVERY_MS = 1_000;
/** Where every message of the day's conversations is read. */
const EVERY_MESSAGE_MS = 15_000;
const AGAIN_MS = 20_000;
const SECOND = 'selfcoach';

/** 看明细: the figure that the address names, with the turns that made it and those left out, live. */
export function FigureRoute({
  view,
  generation,
  translator,
  attempt,
  address,
}: PageProps & { address: FigureAddress }) {
  const { settings } = generation;
  const { t, language } = translator;
  const { figure, person } = address;
  const live = profileOf(view.profileId, settings.customProfiles);
  const profile = profileOf(address.profile ?? live.id, settings.customProfiles);
  const shown = address.day === undefined ? dayOf(profile, view.at).day : Math.round(Date.parse(address.day) / DAY_MS);
  const { day, date, from, to } = dayNumbered(profile, shown);
  const rules = JSON.stringify({ profile, live, settings, figure: figure.figure, person: person ?? null });
  const { withinSeconds } = view.targets;
  const seconds = figure.seconds ?? withinSeconds;
  const hasPerson = person !== undefined;

  const read = useCallback(
    async (database: ReadableDatabase) => {
      const by = JSON.parse(rules) as Pick<Parameters<typeof readFigureDay>[1], 'profile' | 'live' | 'figure'> & {
        settings: typeof settings;
        person: string | null;
      };
      const now = Date.now();
      const { profile: shown, settings: made } = by;
      const read = await readFigureDay(database, {
        profile: shown,
        live: by.live,
        figure: by.figure,
        ...(hasPerson ? { person: by.person } : {}),
        settings: made,
        profileFor: (id) => profileOf(made.profileId ?? workbenchProfile(id), made.customProfiles),
        withinSeconds: seconds,
        now,
        from,
        to,
      });
      const coverage = by.figure === 'coverage' ? await readCoverage(database, { from, to: Math.min(to, now) }) : null;
      return { ...read, coverage, now };
    },
    [rules, hasPerson, seconds, from, to],
  );
  const everyMs = profile.id !== live.id || readsMessages(figure.figure) ? EVERY_MESSAGE_MS : EVERY_MS;
  const result = useThrottledQuery({ read, everyMs, againMs: AGAIN_MS });
  const found = result?.kind === 'value' ? result.value : null;

  const opened = useMemo(() => {
    if (found === null) return null;
    const by = (JSON.parse(rules) as { profile: typeof profile }).profile;
    const turns = found.listed.map(({ turn }) => turn);
    const { slowTurnMs: thresholdMs } = settings;
    const explanation = explain({
      ...figure,
      ...found.explain,
      turns,
      profile: by,
      now: found.now,
      final: false,
      thresholdMs,
    });
    const rows = new Map(
      found.listed.map(({ turn, conversation }) => {
        const name = workbenchName(turn.workbenchId, language);
        const row = toTurnRow({ turn, conversation, workbenchName: name, profile: by });
        return [row.key, row] as const;
      }),
    );
    return { explanation, rows };
  }, [found, rules, figure, settings, language]);

  const [openKey, setOpenKey] = useState<string | null>(null);
  const open = (openKey === null ? null : opened?.rows.get(openKey)?.turn) ?? null;
  const bounds = open === null ? null : (found?.bounds?.get(open.conversationId) ?? null);
  const messages = useOpenedTurn(openKey, open, bounds, profile);
  const corrected = useCorrecting({ from, to, perfunctorySinceMs: profile.perfunctorySinceMs, attempt });
  if (found === null || opened === null) return null;

  const { all, withoutTurns } = found;
  const made = opened.explanation.made.reduce((sum, { value }) => sum + value, 0);
  const received = unitsMade(opened.explanation, profile) + withoutTurns.length;
  const isOutgoing = figure.figure === 'outgoing' || figure.figure === 'answerQuestionRatio';
  const goTo = (change: Partial<FigureAddress>) => {
    window.location.hash = figureHref({ ...address, ...change }).slice(1);
  };
  const { person: _person, ...everybody } = address;
  return (
    <FigurePage
      figure={figure}
      value={figureValue(figure, all, { coverage: found.coverage, received }, t)}
      explanation={opened.explanation}
      rows={opened.rows}
      proactive={isOutgoing ? all.figures.outgoing - made : 0}
      withoutTurns={withoutTurns}
      gaps={found.gaps}
      profile={profile}
      profileIds={[...new Set([live.id, profile.id, SECOND])]}
      persons={settings.persons}
      person={person}
      date={date}
      limits={settings}
      limitMs={withinSeconds * 1000}
      openKey={openKey}
      messages={messages}
      onOpen={setOpenKey}
      onProfile={(id) => goTo({ profile: id })}
      onPerson={(next) => {
        if (next === undefined) window.location.hash = figureHref(everybody).slice(1);
        else goTo({ person: next });
      }}
      onDay={(by) => goTo({ day: dayName(day + by) })}
      backHref="#today"
      {...corrected}
    />
  );
}
