import type { FigureRef } from '@/lib/domain/figureRef';
import type { AllFigures } from '@/lib/domain/figures';
import type { Translate } from '@/lib/i18n/translator';
import { pressureBuckets } from '@/lib/metrics/figures/pressure';
import { formatCount } from '@/lib/metrics/format/count';
import { formatCoverage } from '@/lib/metrics/format/coverage';
import { formatDuration, formatLongDuration } from '@/lib/metrics/format/duration';
import { formatRate } from '@/lib/metrics/format/rate';
import { formatRatio } from '@/lib/metrics/format/ratio';

/** Thresholds that the agent set, ms. */
export interface FigureLimits {
  slowTurnMs: number;
  longSessionMs: number;
}

/** A pressure in words: 同时还有 2–3 人在等. */
export function pressureName(bucket: number, t: Translate): string {
  const { from, to } = pressureBuckets[bucket as 0 | 1 | 2 | 3];
  if (to === null) return t('dashboard:figures.pressureFrom', { from });
  return t('dashboard:figures.pressureOf', { from, to });
}

/** A figure's name: 平均响应, 180秒应答率 · 按顾客. */
export function figureName({ figure, seconds = 180, unit, bucket }: FigureRef, t: Translate): string {
  if (figure === 'within') {
    const name = t('dashboard:figures.name.within', { seconds });
    return unit === undefined ? name : `${name} · ${t(`dashboard:figures.unit.${unit}`)}`;
  }
  if (figure === 'pressure') return `${t('dashboard:figures.name.pressure')} · ${pressureName(bucket ?? 0, t)}`;
  return t(`dashboard:figures.name.${figure}`);
}

/** The sentence that defines a figure. */
export function figureDefinition({ figure, seconds = 180 }: FigureRef, limits: FigureLimits, t: Translate): string {
  const limitMs = figure === 'slowTurns' ? limits.slowTurnMs : limits.longSessionMs;
  return t(`dashboard:figures.definition.${figure}`, { seconds, limit: formatLongDuration(limitMs, t) });
}

/** A figure's value as it is shown; `–` where it is not known. `received` is now's, which no day knows. */
export function figureValue(
  { figure, seconds = 180, unit, bucket }: FigureRef,
  all: AllFigures,
  rest: { coverage: number | null; received: number | null },
  t: Translate,
): string {
  const { figures, more, receiving } = all;
  const unknown = t('format:unknown');
  const times = (count: number | null) => (count === null ? unknown : t('dashboard:figures.times', { count }));
  const oneDecimal = (value: number | null | undefined) =>
    value == null ? null : (Math.round(value * 10) / 10).toFixed(1);
  switch (figure) {
    case 'turns':
    case 'answered':
    case 'unanswered':
    case 'pending':
    case 'excused':
    case 'offDuty':
      return formatCount(figures[figure], 'turns', t);
    case 'firstResponseMs':
    case 'averageResponseMs':
    case 'medianResponseMs':
    case 'p90ResponseMs':
      return formatDuration(figures[figure], t);
    case 'longestResponseMs':
      return formatLongDuration(figures[figure], t);
    case 'effectiveFirstResponseMs':
      return formatDuration(more.effectiveFirstResponseMs, t);
    case 'split': {
      if (more.split.turns === 0) return unknown;
      const { noticeMs, thinkMs, typeMs } = more.split;
      const words = { notice: noticeMs, think: thinkMs, type: typeMs };
      return t('dashboard:figures.split', {
        notice: formatDuration(words.notice, t, 'compact'),
        think: formatDuration(words.think, t, 'compact'),
        type: formatDuration(words.type, t, 'compact'),
      });
    }
    case 'incoming':
    case 'outgoing':
      return formatCount(figures[figure], 'messages', t);
    case 'answerQuestionRatio':
      return formatRatio(figures.answerQuestionRatio, t);
    case 'burstsMergedRatio':
      return formatRatio(more.burstsMergedRatio, t);
    case 'replyRate':
    case 'turnReplyRate':
    case 'offDutyReplyRate':
      return formatRate(figures[figure], t);
    case 'within': {
      const rates = unit === undefined ? figures.within : all.within[unit];
      return formatRate(rates[seconds]?.rate ?? null, t);
    }
    case 'robotOnly':
      return formatCount(figures.robotOnly, 'conversations', t);
    case 'peakWaiting':
      return all.peakWaiting === null ? unknown : formatCount(all.peakWaiting, 'people', t);
    case 'pressure':
      return formatDuration(more.pressure[bucket ?? 0]?.meanMs ?? null, t);
    case 'receiving':
      return rest.received === null ? unknown : formatCount(rest.received, 'conversations', t);
    case 'receivingPeak':
      return receiving === null ? unknown : formatCount(receiving.peak, 'conversations', t);
    case 'receivingMean': {
      const count = oneDecimal(receiving?.mean);
      return count === null ? unknown : t('dashboard:figures.atOnce', { number: count });
    }
    case 'customers':
      return formatCount(more.customers, 'people', t);
    case 'customersPerHour': {
      const count = oneDecimal(all.customersPerHour);
      return count === null ? unknown : t('dashboard:figures.perHour', { number: count });
    }
    case 'slowTurns':
    case 'transferredAway':
    case 'uncertain':
      return formatCount(more[figure], 'turns', t);
    case 'longReceptions':
      return times(more.longReceptions);
    case 'transferredIn': {
      const { turns, customerMs, agentMs } = more.transferredIn;
      if (turns === 0) return formatCount(0, 'turns', t);
      return t('dashboard:figures.transferred', {
        turns: formatCount(turns, 'turns', t),
        customer: formatDuration(customerMs, t, 'compact'),
        agent: formatDuration(agentMs, t, 'compact'),
      });
    }
    case 'characters': {
      const count = oneDecimal(more.characters.perReply);
      return count === null ? unknown : t('dashboard:figures.perReply', { number: count });
    }
    case 'coverage':
      return formatCoverage(rest.coverage, t);
  }
}
