import { expect, test } from 'vitest';
import type { ReadingRow } from '@/lib/domain/reading';
import { announcedRows } from '@/lib/storage/announced';

function row(text: string | null, author: ReadingRow['author'] = 'customer'): ReadingRow {
  return { author, event: null, id: null, text, shown: null, seenAt: null, token: null, sendActionAt: null };
}
const rowsOf = (texts: string[], rows: ReadingRow[]) =>
  Object.fromEntries(
    announcedRows(
      texts.map((text, n) => ({ key: `p${n}`, text })),
      rows,
    ),
  );

test('each is the last row of the customer that says it, in front of the next one', () => {
  const rows = [row('在吗'), row('在吗'), row('在吗', 'own'), row('今天拍的话\n什么时候发货'), row(null)];
  expect(rowsOf(['在吗'], rows)).toEqual({ p0: 1 });
  expect(rowsOf(['在吗', '在吗'], rows)).toEqual({ p0: 0, p1: 1 });
  expect(rowsOf(['在吗', '今天拍的话 什么时候发货'], rows)).toEqual({ p0: 1, p1: 3 });
});

test('a preview that is cut off says the beginning', () => {
  const rows = [row('今天拍的话什么时候发货'), row('多少钱')];
  expect(rowsOf(['今天拍的话…'], rows)).toEqual({ p0: 0 });
  expect(rowsOf(['今天拍的话...'], rows)).toEqual({ p0: 0 });
  expect(rowsOf(['今天拍的话'], rows)).toEqual({});
  expect(rowsOf(['…'], rows)).toEqual({});
});

test('what no row says is left out, and the others are found all the same', () => {
  expect(rowsOf(['[图片]', '在吗'], [row('甲'), row('在吗')])).toEqual({ p1: 1 });
  expect(rowsOf(['在吗', '[图片]'], [row('在吗'), row('乙')])).toEqual({ p0: 0 });
  expect(rowsOf([], [row('在吗')])).toEqual({});
});
