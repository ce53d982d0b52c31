import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import type { Translate } from '@/lib/i18n/translator';
import type { Explanation, MadeBy } from '@/lib/metrics/explain';
import { formatLongDuration } from '@/lib/metrics/format/duration';
import { groupLeftOut } from '@/lib/metrics/groupLeftOut';
import { isRate, orderMade } from '@/lib/metrics/orderMade';
import type { TurnItem, TurnMark } from '../today/turnItems';
import { rowKeyOf, type TurnRow } from '../today/turnRow';
import { sortTurns, type TurnSort } from '../today/turnSort';

/** Turns that stand together: those that made the figure, or those left out for one reason. */
export interface ExplainedGroup {
  key: string;
  name: string;
  count: number;
  made: readonly MadeBy[];
  turns: readonly Turn[];
}

/** The groups of an opened figure: what made it first, then what was left out, the most frequent reason first. */
export function explainedGroups({ figure, made, leftOut }: Explanation, t: Translate): ExplainedGroup[] {
  const ordered = orderMade(figure, made);
  const groups = [
    {
      key: 'made',
      name: t('dashboard:figures.made'),
      count: ordered.length,
      made: ordered,
      turns: ordered.map(({ turn }) => turn),
    },
    ...groupLeftOut(leftOut).map(({ reason, turns }) => ({
      key: `out-${reason}`,
      name: t(`dashboard:figures.reason.${reason}`),
      count: turns.length,
      made: [],
      turns: turns.map(({ turn }) => turn),
    })),
  ];
  return groups;
}

/** The groups as one list, each under its heading; sorted within each group where the agent sorts. */
export function explainedItems(
  input: {
    explanation: Explanation;
    groups: readonly ExplainedGroup[];
    rows: ReadonlyMap<string, TurnRow>;
    sort: TurnSort | null;
    profile: Profile;
  },
  t: Translate,
): TurnItem[] {
  const { explanation, groups, rows, sort, profile } = input;
  return groups.flatMap(({ key, name, count, made, turns }): TurnItem[] => {
    if (count === 0) return [];
    const marks = new Map(made.map((one) => [rowKeyOf(one.turn), marksOf(explanation, one, profile, t)]));
    const own = turns.flatMap((turn) => rows.get(rowKeyOf(turn)) ?? []);
    const ordered = sort === null ? own : sortTurns(own, sort);
    return [
      { kind: 'heading', key, text: name, count: t('format:turns', { count }) },
      ...ordered.map((row): TurnItem => ({ kind: 'turn', key: row.key, row, marks: marks.get(row.key) ?? [] })),
    ];
  });
}

function marksOf({ figure }: Explanation, one: MadeBy, profile: Profile, t: Translate): TurnMark[] {
  const marks: TurnMark[] = [];
  const limit = (ms: number | null) => ({ value: formatLongDuration(ms, t) });
  if (one.adjusted === 'capped') {
    marks.push({ text: t('dashboard:figures.capped'), title: t('dashboard:figures.cappedHint', limit(profile.capMs)) });
  }
  if (one.adjusted === 'charged') {
    const title = t('dashboard:figures.chargedHint', limit(profile.unansweredCountsAsMs));
    marks.push({ text: t('dashboard:figures.charged'), title });
  }
  if (one.outlier) marks.push({ text: t('dashboard:figures.outlier'), title: t('dashboard:figures.outlierHint') });
  if (isRate(figure) && one.value === 0) marks.push({ text: t('dashboard:figures.miss') });
  return marks;
}
