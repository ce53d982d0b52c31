import { describe, expect, it } from 'vitest';
import { figureLabel, overlayFigures, popupFigures, readFigure } from '@/components/figures/figureReading';
import { createTranslator } from '@/lib/i18n/translator';
import { figures, targets } from '../samples';

const { t } = createTranslator('zh-CN', '');
const source = { figures, targets, profileId: 'pinduoduo', missBudget: 2 };

describe('readFigure', () => {
  it('puts value, target, gap and verdict into words', () => {
    expect(readFigure('averageResponse', source, t)).toEqual({
      figure: 'averageResponse',
      label: '平均响应',
      value: '14.6 秒',
      target: '目标 ≤16秒',
      gap: '快 1.4 秒',
      verdict: 'met',
      reason: null,
    });
    expect(readFigure('within', source, t)).toMatchObject({ value: '99.4%', gap: '今天还能漏 2 个', verdict: 'met' });
    expect(readFigure('within', source, t, 'compact')).toMatchObject({ gap: '还能漏2个' });
    expect(readFigure('answerQuestionRatio', source, t)).toMatchObject({ value: '132%', gap: '高 12 个点' });
  });

  it('judges nothing under 20 turns', () => {
    const few = { ...source, figures: { ...figures, turns: 19, averageResponseMs: 90_000 } };
    expect(readFigure('averageResponse', few, t)).toMatchObject({ value: '90.0 秒', gap: '样本少', verdict: 'few' });
  });

  it('shows what cannot be known as –, with its reason and without a gap', () => {
    const unknown = { ...source, figures: { ...figures, averageResponseMs: null } };
    const reading = readFigure('averageResponse', unknown, t);
    expect(reading).toMatchObject({ value: '–', gap: null, verdict: 'unknown' });
    expect(reading.reason).not.toBeNull();
  });

  it('takes its colour from the unrounded value', () => {
    const just = { ...source, figures: { ...figures, averageResponseMs: 16_001 } };
    expect(readFigure('averageResponse', just, t)).toMatchObject({
      value: '16.0 秒',
      gap: '慢不到 0.1 秒',
      verdict: 'near',
    });
  });
});

describe('figureLabel', () => {
  it.each([
    ['pinduoduo', 180, '3分钟人工回复率'],
    ['taobao', 180, '3分钟人工响应率'],
    ['jd', 30, '首次30秒应答率'],
    ['selfcoach', 60, '60秒应答率'],
  ])('%s calls its %d-second rate %s', (profileId, withinSeconds, label) => {
    expect(figureLabel('within', { ...targets, withinSeconds }, profileId, t)).toBe(label);
  });
});

describe('the order of the figures', () => {
  it.each([
    [
      'within',
      ['within', 'averageResponse', 'firstResponse'],
      ['within', 'averageResponse', 'firstResponse', 'answerQuestionRatio'],
    ],
    [
      'averageResponse',
      ['averageResponse', 'within', 'firstResponse'],
      ['averageResponse', 'firstResponse', 'answerQuestionRatio', 'within'],
    ],
    [
      'replyRate',
      ['replyRate', 'within', 'averageResponse'],
      ['replyRate', 'averageResponse', 'firstResponse', 'answerQuestionRatio'],
    ],
  ] as const)('begins with the deciding one: %s', (deciding, popup, overlay) => {
    expect(popupFigures({ ...targets, deciding })).toEqual(popup);
    expect(overlayFigures({ ...targets, deciding })).toEqual(overlay);
  });
});
