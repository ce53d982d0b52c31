import type { LiveFigures } from '@/lib/domain/figures';
import type { DailyReportField } from '@/lib/domain/settings';
import type { Translate } from '@/lib/i18n/translator';
import { formatCoverage } from '@/lib/metrics/format/coverage';
import { formatDuration, formatLongDuration } from '@/lib/metrics/format/duration';
import { formatRate } from '@/lib/metrics/format/rate';
import { formatRatio } from '@/lib/metrics/format/ratio';
import type { CorrectionSummary } from './correctionSummary';

/** What the line of a day is made from. */
export interface DailyReportInput {
  /** YYYY-MM-DD. */
  date: string;
  /** `晚班`; null = none set, then left out. */
  shift: string | null;
  /** null = 未指定, then left out. */
  person: string | null;
  figures: LiveFigures;
  /** null = not known. */
  customers: number | null;
  /** 0..1; null when nothing was to be recorded. */
  coverage: number | null;
  /** N of the platform's N-second rate. */
  withinSeconds: number;
  /** The agent's own N; null = none, then left out. */
  ownSeconds: number | null;
  /** What was corrected by hand; null = nothing. */
  corrections: CorrectionSummary | null;
}

/** Where a bar stands in the line: between neighbours of different parts. */
type Part = 'head' | 'figures' | 'quality';

const PARTS: Partial<Record<DailyReportField, Part>> = {
  date: 'head',
  shift: 'head',
  person: 'head',
  coverage: 'quality',
};

function withinWords(figures: LiveFigures, seconds: number, t: Translate): string {
  const figure = figures.within[seconds];
  const rate = figure?.rate ?? null;
  const misses = figure === undefined || rate === null ? 0 : Math.round((1 - rate) * figure.decided);
  const name =
    seconds % 60 === 0
      ? t('dashboard:report.minutes', { count: seconds / 60 })
      : t('dashboard:report.seconds', { count: seconds });
  const over = misses > 0 ? t('dashboard:report.over', { count: misses }) : '';
  return `${t('dashboard:report.within', { name, rate: formatRate(rate, t) })}${over}`;
}

function words(field: DailyReportField, input: DailyReportInput, t: Translate): string | null {
  const { figures } = input;
  switch (field) {
    case 'date':
      return t('dashboard:report.date', {
        month: Number(input.date.slice(5, 7)),
        day: Number(input.date.slice(8, 10)),
      });
    case 'shift':
      return input.shift;
    case 'person':
      return input.person;
    case 'customers':
      return input.customers === null
        ? t('dashboard:report.customersUnknown')
        : t('dashboard:report.customers', { count: input.customers });
    case 'turns':
      return t('dashboard:report.turns', { count: figures.turns });
    case 'unanswered':
      return t('dashboard:report.unanswered', { count: figures.unanswered });
    case 'firstResponse':
      return t('dashboard:report.first', { value: formatDuration(figures.firstResponseMs, t, 'compact') });
    case 'averageResponse':
      return t('dashboard:report.average', { value: formatDuration(figures.averageResponseMs, t, 'compact') });
    case 'medianResponse':
      return t('dashboard:report.median', { value: formatDuration(figures.medianResponseMs, t, 'compact') });
    case 'p90Response':
      return t('dashboard:report.p90', { value: formatDuration(figures.p90ResponseMs, t, 'compact') });
    case 'longestResponse':
      return t('dashboard:report.longest', { value: formatLongDuration(figures.longestResponseMs, t, 'compact') });
    case 'within':
      return withinWords(figures, input.withinSeconds, t);
    case 'own':
      return input.ownSeconds === null ? null : withinWords(figures, input.ownSeconds, t);
    case 'answerQuestionRatio':
      return t('dashboard:report.ratio', { value: formatRatio(figures.answerQuestionRatio, t) });
    case 'replyRate':
      return t('dashboard:report.replyRate', { value: formatRate(figures.replyRate, t) });
    case 'coverage':
      return t('dashboard:report.coverage', { value: formatCoverage(input.coverage, t) });
  }
}

/**
 * The line of 复制日报 for a work chat, fields in the agent's order: a bar where facts of the
 * day, figures and quality of the record meet. An unknown figure is `–`; a shift, person or own N that is not set is
 * left out. What was corrected by hand is always said, at the end: figures that somebody changed say so.
 */
export function dailyReport(fields: readonly DailyReportField[], input: DailyReportInput, t: Translate): string {
  let line = '';
  let last: Part | null = null;
  for (const field of fields) {
    const said = words(field, input, t);
    if (said === null) continue;
    const part = PARTS[field] ?? 'figures';
    if (last !== null)
      line +=
        part !== last
          ? t('dashboard:report.bar')
          : t(part === 'head' ? 'dashboard:report.space' : 'dashboard:report.separator');
    line += said;
    last = part;
  }
  if (last === null || input.corrections === null) return line;
  return `${line}${t('dashboard:report.bar')}${correctionWords(input.corrections, t)}`;
}

function correctionWords({ count, averageBeforeMs, averageAfterMs }: CorrectionSummary, t: Translate): string {
  const said = t('dashboard:report.corrections', { count });
  const before = formatDuration(averageBeforeMs, t, 'compact');
  const after = formatDuration(averageAfterMs, t, 'compact');
  return before === after ? said : `${said}${t('dashboard:report.averageChange', { before, after })}`;
}
