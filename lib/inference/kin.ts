import { outerElement } from '@/lib/observer/roots';
import type { Row } from './rowSets';

/** Whether a row is built as any of some others are: a name between row and text is the same, or neither has any. */
export function isKin(one: number, others: ReadonlySet<number>, rows: readonly Row[]): boolean {
  const own = namesOf(rows[one]);
  return [...others].some((i) => {
    const names = namesOf(rows[i]);
    return own.size === 0 && names.size === 0 ? true : [...own].some((name) => names.has(name));
  });
}

/** The classes and attributes between a row and its text; those of the row itself where the text stands right in it. */
function namesOf(row: Row | undefined): Set<string> {
  const names = new Set<string>();
  const text = row?.said[0]?.element;
  if (!row || !text) return names;
  let element: Element | null = text;
  while (element && (element !== row.element || text === row.element)) {
    for (const name of element.classList) names.add(`.${name}`);
    for (const { name } of element.attributes) if (name.startsWith('data-')) names.add(name);
    if (element === row.element) break;
    element = outerElement(element);
  }
  return names;
}
