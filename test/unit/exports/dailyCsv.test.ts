import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { dailyCsv } from '@/lib/exports/dailyCsv';
import { createTranslator } from '@/lib/i18n/translator';
import { sampleFigures } from './samples';

const { t } = createTranslator('zh-CN', 'zh');
const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

describe('daily figures as CSV', () => {
  it('writes a record a day, each N of any day a column, unknown empty', () => {
    const days = [
      {
        date: '2026-11-10',
        figures: sampleFigures({ averageResponseMs: null, within: {} }),
        customers: null,
        coverage: null,
      },
      { date: '2026-11-11', figures: sampleFigures(), customers: 186, coverage: 0.983 },
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
