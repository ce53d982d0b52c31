// Made-up reports; the Excel file is written here.
import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { readReportFile } from '@/lib/exports/reports/readReportFile';

const rowsOf = async (file: Blob) => {
  const read = await readReportFile(file);
  return 'rows' in read ? read.rows : read.problem;
};

test('an Excel report: dates, durations, shares and texts become the cells of a table', async () => {
  const file = await writeXlsxFile([
    [{ value: '日期' }, { value: '客服' }, { value: '平均响应' }, { value: '满意率' }],
    [
      { value: new Date(Date.UTC(2026, 10, 20)), type: Date, format: 'yyyy-mm-dd' },
      { value: '阿月' },
      { value: new Date(Date.UTC(1899, 11, 30, 0, 1, 20)), type: Date, format: 'hh:mm:ss' },
      { value: 0.953, type: Number },
    ],
    [{ value: '2026-11-21' }, { value: '阿月' }, null, { value: '96%' }],
  ]).toBlob();
  expect(await rowsOf(file)).toEqual([
    ['日期', '客服', '平均响应', '满意率'],
    ['2026-11-20', '阿月', '0:01:20', '0.953'],
    ['2026-11-21', '阿月', '', '96%'],
  ]);
});

test('what cannot be read is told apart', async () => {
  expect(await rowsOf(new Blob(['日期,客服\n2026-11-20,阿月']))).toEqual([
    ['日期', '客服'],
    ['2026-11-20', '阿月'],
  ]);
  expect(await rowsOf(new Blob([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2])]))).toBe('oldExcel');
  expect(await rowsOf(new Blob(['<html><body><table><tr><td>日期']))).toBe('webPage');
  expect(await rowsOf(new Blob(['PK\u0003\u0004 no workbook']))).toBe('badExcel');
  expect(await rowsOf(new Blob(['\n , ,\n']))).toBe('empty');
});
