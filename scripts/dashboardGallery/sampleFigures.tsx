import type { ReactNode } from 'react';
import { FigurePage } from '@/components/dashboard/figures/FigurePage';
import { figureValue } from '@/components/dashboard/figures/figureWords';
import type { TodayPageProps } from '@/components/dashboard/today/TodayPage';
import type { DayCorrection } from '@/lib/domain/dayCorrection';
import { type FigureRef, figureText } from '@/lib/domain/figureRef';
import type { AllFigures } from '@/lib/domain/figures';
import type { Profile } from '@/lib/domain/profile';
import { createTranslator } from '@/lib/i18n/translator';
import { explain } from '@/lib/metrics/explain';
import { allFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import { orderMade } from '@/lib/metrics/orderMade';
import { pinduoduo } from '@/lib/metrics/profiles/pinduoduo';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { targetsFor } from '@/lib/metrics/targets';
import { sampleMessages, sampleNow, sampleRows } from './sampleDay';

const nothing = (): void => {};
const { profile } = pinduoduo;
const seconds = [10, 30, 60, 180];
const limits = { slowTurnMs: 60_000, longSessionMs: 1_800_000 };
const { t } = createTranslator('zh-CN', '');

/** Every figure of the sample day by a profile. */
function figuresBy(by: Profile): AllFigures {
  const turns = sampleRows(190, by).map(({ turn }) => turn);
  return allFiguresOfTally({
    tally: tallyOf({ turns }, by, false),
    profile: by,
    now: sampleNow,
    seconds,
    peakWaiting: peakWaiting(turns, by, sampleNow, false),
    receiving: { peak: 6, mean: 2.34, activeMs: 7.2 * 3_600_000 },
  });
}

/** The sample day's corrections, newest first. */
export const sampleCorrections: readonly DayCorrection[] = [
  {
    id: 2,
    at: sampleNow - 60_000,
    conversationId: 'c',
    name: '王小萍',
    kind: 'author',
    before: 'agent',
    after: 'auto',
    figures: {
      before: figures(15_200, 7_900),
      after: figures(14_600, 8_300),
    },
    undoes: null,
    holds: true,
    canUndo: true,
    messageAt: sampleNow - 3_600_000,
  },
  {
    id: 1,
    at: sampleNow - 900_000,
    conversationId: 'd',
    name: '李四',
    kind: 'closing',
    before: 'true',
    after: 'false',
    figures: { before: figures(15_200, 7_900), after: figures(15_200, 7_900) },
    undoes: null,
    holds: true,
    canUndo: true,
    messageAt: sampleNow - 5_400_000,
  },
];

function figures(averageResponseMs: number, firstResponseMs: number) {
  return { turns: 190, answered: 186, firstResponseMs, averageResponseMs, answerQuestionRatio: 1.05, replyRate: 0.962 };
}

/** All figures, with the second opinion. */
export const sampleAllFigures: NonNullable<TodayPageProps['all']> = {
  live: figuresBy(profile),
  second: figuresBy(profileOf('selfcoach')),
  profileId: profile.id,
  secondProfileId: 'selfcoach',
  rateUnit: profile.rateUnit,
  targets: targetsFor('pinduoduo'),
  missBudget: 2,
  coverage: 0.983,
  ownSeconds: null,
  limits,
};

/** What today's page is given beside its turns. */
export const sampleTodayProps = {
  hrefOf: (ref: FigureRef) => `#today?figure=${figureText(ref)}`,
  shown: 'turns',
  onShown: nothing,
  all: null,
  correcting: { onCorrect: nothing, onMarkText: nothing, onUndo: nothing, perfunctorySinceMs: null },
  corrections: [],
  latest: null,
  onUndo: nothing,
  rederiving: null,
} as const satisfies Partial<TodayPageProps>;

/** A figure of the sample day, opened; with corrections, and the row of a number open. */
export function figurePage(ref: FigureRef, openIndex: number | null = null): ReactNode {
  const rows = sampleRows(190, profile);
  const explanation = explain({
    ...ref,
    turns: rows.map(({ turn }) => turn),
    profile,
    now: sampleNow,
    final: false,
  });
  const row =
    openIndex === null
      ? undefined
      : rows.find(({ key }) => key === keyOf(orderMade(ref.figure, explanation.made)[openIndex]?.turn));
  const [latest = null] = sampleCorrections;
  return (
    <FigurePage
      figure={ref}
      value={figureValue(ref, figuresBy(profile), { coverage: 0.983, received: null }, t)}
      explanation={explanation}
      rows={new Map(rows.map((each) => [each.key, each]))}
      proactive={0}
      withoutTurns={[]}
      gaps={[
        { kind: 'closed', from: sampleNow - 7_200_000, to: sampleNow - 7_000_000, waiting: 2 },
        { kind: 'paused', from: sampleNow - 600_000, to: null, waiting: 0 },
      ]}
      profile={profile}
      profileIds={[profile.id, 'selfcoach']}
      persons={['小雨', '阿明']}
      person={undefined}
      date="2026-11-11"
      limits={limits}
      limitMs={180_000}
      openKey={row?.key ?? null}
      messages={row === undefined ? null : sampleMessages(row.turn)}
      correcting={sampleTodayProps.correcting}
      corrections={openIndex === null ? [] : sampleCorrections}
      latest={openIndex === null ? null : latest}
      onUndo={nothing}
      onOpen={nothing}
      onProfile={nothing}
      onPerson={nothing}
      onDay={nothing}
      backHref="#today"
    />
  );
}

function keyOf(turn: { conversationId: string; index: number } | undefined): string | null {
  return turn === undefined ? null : `${turn.conversationId}#${turn.index}`;
}
