import { describe, expect, it } from 'vitest';
import { DAILY_REPORT_FIELDS, type DailyReportField } from '@/lib/domain/settings';
import { type DailyReportInput, dailyReport } from '@/lib/exports/dailyReport';
import { createTranslator } from '@/lib/i18n/translator';
import { sampleFigures } from './samples';

const zh = createTranslator('zh-CN', 'zh').t;
const en = createTranslator('en', 'en').t;
const fresh: DailyReportField[] = DAILY_REPORT_FIELDS.slice(0, 10);

function input(over: Partial<DailyReportInput> = {}): DailyReportInput {
  return {
    date: '2026-11-11',
    shift: '晚班',
    person: '小雨',
    figures: sampleFigures(),
    customers: 186,
    coverage: 0.983,
    withinSeconds: 180,
    ownSeconds: null,
    corrections: null,
    ...over,
  };
}

describe('daily report', () => {
  it('reads as the design shows it', () => {
    expect(dailyReport(fresh, input(), zh)).toBe(
      '11月11日 晚班 小雨|接待186人 首响7.9秒 平响14.6秒 3分钟99.4%(超1) 答问比132% 回复率100%|记录完整98%',
    );
  });

  it('keeps the order it is given, and sets bars where the parts meet', () => {
    expect(dailyReport(['averageResponse', 'date', 'coverage', 'turns'], input(), zh)).toBe(
      '平响14.6秒|11月11日|记录完整98%|190轮',
    );
  });

  it('leaves out what is not set and shows unknown figures as –', () => {
    const figures = sampleFigures({ firstResponseMs: null, within: {}, replyRate: null });
    const fields: DailyReportField[] = [
      'date',
      'shift',
      'person',
      'firstResponse',
      'within',
      'own',
      'replyRate',
      'coverage',
    ];
    expect(dailyReport(fields, input({ shift: null, person: null, figures, coverage: null }), zh)).toBe(
      '11月11日|首响– 3分钟– 回复率–|记录完整–',
    );
  });

  it('says no misses when there was none, and never 100% when there was one', () => {
    const figures = sampleFigures({
      within: { 30: { rate: 1, decided: 12 }, 180: { rate: 9999 / 10_000, decided: 10_000 } },
    });
    expect(dailyReport(['within', 'own'], input({ figures, ownSeconds: 30 }), zh)).toBe('3分钟99.9%(超1) 30秒100%');
  });

  it('does not round an incomplete record up to complete', () => {
    expect(dailyReport(['coverage'], input({ coverage: 0.9999 }), zh)).toBe('记录完整99%');
    expect(dailyReport(['coverage'], input({ coverage: 1 }), zh)).toBe('记录完整100%');
  });

  it('speaks English', () => {
    expect(dailyReport(fresh, input(), en)).toBe(
      '11/11 晚班 小雨 | 186 customers, first 7.9s, avg 14.6s, 3 min 99.4% (1 over), answer/question 132%, reply rate 100% | 98% recorded',
    );
  });

  it('has words for every field', () => {
    for (const field of DAILY_REPORT_FIELDS) {
      expect(dailyReport([field], input({ ownSeconds: 30 }), zh)).not.toBe('');
    }
    expect(dailyReport([], input(), zh)).toBe('');
  });

  it('says at the end what was corrected by hand, whatever the fields', () => {
    const corrections = { count: 2, averageBeforeMs: 15_200, averageAfterMs: 14_600 };
    expect(dailyReport(['turns'], input({ corrections }), zh)).toBe('190轮|更正2处(平响15.2秒→14.6秒)');
    expect(dailyReport(['coverage'], input({ corrections }), en)).toBe(
      '98% recorded | 2 corrections (avg 15.2s → 14.6s)',
    );
    const same = { count: 1, averageBeforeMs: 14_600, averageAfterMs: 14_600 };
    expect(dailyReport(['turns'], input({ corrections: same }), zh)).toBe('190轮|更正1处');
    expect(dailyReport([], input({ corrections }), zh)).toBe('');
  });
});
