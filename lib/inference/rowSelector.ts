import { isParked, PARKED } from '@/lib/observer/order';
import { holdsNode, innerRootOf } from '@/lib/observer/roots';
import { isDrawn } from '@/lib/observer/visible';
import { isSeen } from './leaves';
import { commonName, wayTo } from './naming';
import type { RowSet } from './rowSets';

/**
 * A selector for rows or items within their list: a name that nothing else in it has, else what its children are; without
 * those that the list keeps aside until it uses them again.
 */
export function rowSelector(set: Pick<RowSet, 'container' | 'rows'>): string {
  const selector = selectorOf(set);
  if (set.container.querySelector(PARKED) === null) return selector;
  return `${selector}:not(${PARKED}):not(${PARKED} *)`;
}

/** What a form has and a message has not. */
const WRITTEN_IN = 'textarea, [contenteditable="true"], input';

function selectorOf({ container, rows }: Pick<RowSet, 'container' | 'rows'>): string {
  const way = rows[0] && rows[0].getRootNode() !== container.getRootNode() ? '>>> ' : '';
  const common = commonName(rows);
  if (common !== null) {
    const found = [common, `${common}:not(blockquote *)`, `${common}:not(:has(${WRITTEN_IN}))`].find(
      (name) => outermost(container, rows, name) === rows.length,
    );
    if (found !== undefined) return way + found;
  }
  const tags = [...new Set(rows.map(({ tagName }) => tagName.toLowerCase()))];
  const tag = tags.length === 1 ? tags[0] : '*';
  const areChildren = rows.every(({ parentElement }) => parentElement === container);
  return areChildren ? `${wayTo(container).split(' >>> ').at(-1)} > ${tag}` : way + tag;
}

function outermost(container: Element, rows: readonly Element[], selector: string): number {
  const members = new Set(rows);
  const roots = new Set(rows.map((row) => row.getRootNode() as Document | ShadowRoot));
  return (
    [...roots]
      .flatMap((root) => [...root.querySelectorAll(selector)])
      .filter((element) => isSeen(element) && isDrawn(element) && !isParked(element))
      // One that says nothing, as while somebody writes, is passed over.
      .filter(
        (element) => members.has(element) || (element.textContent ?? '').trim() !== '' || innerRootOf(element) !== null,
      )
      .filter((element) => holdsNode(container, element) && !element.parentElement?.closest(selector)).length
  );
}
