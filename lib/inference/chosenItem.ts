import { holds } from '@/lib/observer/value';
import type { RowTest } from '@/lib/workbenches/types';
import { headOf } from './chatHead';
import { isName } from './itemNames';
import type { LeafIndex } from './leaves';
import { selectorsOf, trust, wordsOf } from './naming';

/** What the one item has whose name heads the chat, or that is marked as chosen. */
export function activeTest(
  rows: readonly Element[],
  index: LeafIndex,
  transcript: Element,
  list: Element,
): RowTest | null {
  const said = ['[aria-selected="true"]', '[aria-current="true"]', '[aria-current="page"]'];
  for (const selector of said) {
    const test: RowTest = { self: selector };
    if (rows.filter((row) => holds(test, row)).length === 1) return test;
  }
  const headed = rows.filter((row) => {
    const name = index.under(row).find((leaf) => isName(leaf, row));
    return name !== undefined && headOf(name.text, transcript, list, index) !== null;
  });
  const sole = headed.length === 1 ? headed[0] : undefined;
  const marks = (row: Element) =>
    selectorsOf(row).filter((name) => rows.filter((one) => one.matches(name)).length === 1);
  if (sole) {
    const [mark] = marks(sole).sort((a, b) => trust(b) - trust(a));
    return mark === undefined || mark.startsWith('[data-') ? null : { self: mark };
  }
  for (const row of rows) {
    const mark = marks(row).find((name) =>
      wordsOf(name).some((word) => /^(?:active|selected|current|checked)$/u.test(word)),
    );
    if (mark !== undefined) return { self: mark };
  }
  return null;
}
