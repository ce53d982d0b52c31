import { outerElement } from '@/lib/observer/roots';
import type { Row } from './rowSets';

/** Whether a row is built as any of some others are: what holds its text is called the same, or by no name in both. */
export function isKin(one: number, others: ReadonlySet<number>, rows: readonly Row[]): boolean {
  const own = namesOf(rows[one]);
  return [...others].some((i) => {
    const names = namesOf(rows[i]);
    return own.size === 0 && names.size === 0 ? true : [...own].some((name) => names.has(name));
  });
}

/** The classes and attributes of what holds the text: the nearest that has any, up to the row. */
function namesOf(row: Row | undefined): Set<string> {
  const names = new Set<string>();
  const text = row?.said[0]?.element;
  if (!row || !text) return names;
  let element: Element | null = text;
  while (element && (element !== row.element || text === row.element)) {
    for (const name of element.classList) names.add(`.${name}`);
    for (const { name } of element.attributes) if (name.startsWith('data-')) names.add(name);
    if (element === row.element || names.size > 0) break;
    element = outerElement(element);
  }
  return names;
}
