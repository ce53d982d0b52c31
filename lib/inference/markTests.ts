import type { RowTest } from '@/lib/workbenches/types';
import { leaning, type Mark, worthOf } from './marks';

/** The best mark that all of some rows have and none of the others. */
export function markOf(
  marks: readonly Mark[],
  those: readonly number[],
  not: readonly number[],
  strangers: readonly number[],
  lean: 1 | -1,
) {
  const worth = (mark: Mark) =>
    worthOf(mark) +
    Math.sign(leaning(mark)) * lean * 2 +
    ('self' in mark.test ? 1 : 0) -
    strangers.filter((i) => mark.rows.has(i)).length / Math.max(1, strangers.length);
  return marks
    .filter(({ rows }) => those.every((i) => rows.has(i)) && !not.some((i) => rows.has(i)))
    .sort((a, b) => worth(b) - worth(a))[0];
}

/** What every message has and no other row: a bubble. */
export function messageMark(
  marks: readonly Mark[],
  messages: readonly number[],
  strangers: readonly number[],
): RowTest | null {
  if (strangers.length === 0) return {};
  return markOf(marks, messages, strangers, [], 1)?.test ?? null;
}

/** Both tests at once. */
export function both(a: RowTest, b: RowTest): RowTest {
  return { ...a, ...b };
}
