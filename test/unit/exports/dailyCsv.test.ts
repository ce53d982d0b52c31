import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { dailyCsv } from '@/lib/exports/dailyCsv';
import { createTranslator } from '@/lib/i18n/translator';
import { sampleFigures } from './samples';

const { t } = createTranslator('zh-CN', 'zh');
const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

describe('daily figures as CSV', () => {
  it('says how many corrections of which kinds there were, and the figures before and after', () => {
    const figures = (averageResponseMs: number) => ({ averageResponseMs, replyRate: 0.5, firstResponseMs: null });
    const corrections = [
      { at: 1, kind: 'outcome', before: 'null', after: 'ordered', holds: true, figures: null },
      {
        at: 2,
        kind: 'closing',
        before: 'true',
        after: 'false',
        holds: true,
        figures: { before: figures(15_200), after: figures(15_000) },
      },
      {
        at: 3,
        kind: 'closing',
        before: 'true',
        after: 'false',
        holds: true,
        figures: { before: figures(15_000), after: figures(14_600) },
      },
      {
        at: 4,
        kind: 'author',
        before: 'agent',
        after: 'auto',
        holds: false,
        figures: { before: figures(14_600), after: figures(13_000) },
      },
      {
        at: 5,
        kind: 'author',
        before: 'auto',
        after: 'agent',
        holds: false,
        figures: { before: figures(13_000), after: figures(14_700) },
      },
      {
        at: 6,
        kind: 'automaticText',
        before: 'agent',
        after: 'auto',
        holds: true,
        figures: { before: figures(14_700), after: figures(14_900) },
      },
    ];
    const day = { date: '2026-11-11', figures: sampleFigures(), customers: 186, coverage: 0.983, pauses: [] };
    const undone = corrections.slice(3, 5);
    const [corrected, untouched, restored] = read(
      dailyCsv([{ ...day, corrections }, day, { ...day, corrections: undone }], t),
    );
    expect(corrected).toMatchObject({
      更正数: '4',
      更正种类: '成交标记 1, 结束语 2, 自动回复的话 1',
      '更正前平响(秒)': '15.2',
      '更正后平响(秒)': '14.9',
      '更正前首响(秒)': '',
      更正后回复率: '0.5',
    });
    expect(restored).toMatchObject({ 更正数: '0', 更正种类: '', '更正前平响(秒)': '', '更正后平响(秒)': '' });
    expect(untouched).toMatchObject({ 更正数: '0', 更正种类: '', '更正前平响(秒)': '' });
  });

  it('writes a record a day, each N of any day a column, unknown empty', () => {
    const days = [
      {
        date: '2026-11-10',
        figures: sampleFigures({ averageResponseMs: null, within: {} }),
        customers: null,
        coverage: null,
        pauses: [],
      },
      {
        date: '2026-11-11',
        figures: sampleFigures(),
        customers: 186,
        coverage: 0.983,
        pauses: [{ from: 0, to: 90_000, minutes: 1.5, waiting: 2 }],
      },
    ];
    const [first, second] = read(dailyCsv(days, t));
    expect(first).toMatchObject({ 日期: '2026-11-10', '平均响应(秒)': '', '180秒应答率': '', 接待人数: '' });
    expect(second).toMatchObject({
      日期: '2026-11-11',
      '平均响应(秒)': '14.6',
      答问比: '1.32',
      '30秒应答率': '0.9',
      '180秒应答率': '0.99375',
      '180秒应答率分母': '160',
      记录完整度: '0.983',
    });
  });

  it('is a header alone without days', () => {
    expect(dailyCsv([], t).trimEnd().split('\r\n')).toHaveLength(1);
  });
});
