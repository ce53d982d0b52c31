import { boxInWindow } from '@/lib/observer/roots';
import type { LeafIndex } from './leaves';

const SEARCH = /search|搜索|查找|查询|filter/iu;

/** The box in which the agent writes: editable, large, low on the page; not a search box. null = none. */
export function findComposerElement({ fields }: LeafIndex): HTMLElement | null {
  const boxes = fields.filter((element) => {
    if (element.parentElement?.closest('[contenteditable]:not([contenteditable="false"])')) return false;
    if (isSearch(element)) return false;
    if (element.tabIndex < -1 || element.getAttribute('aria-hidden') === 'true') return false;
    if ('disabled' in element && element.disabled === true) return false;
    if ('readOnly' in element && element.readOnly === true) return false;
    const { width, height } = boxInWindow(element);
    return width > 60 && (height > 8 || element.isContentEditable) && Number(getComputedStyle(element).opacity) > 0;
  });
  const worth = (element: HTMLElement) => {
    const { width, height, bottom } = boxInWindow(element);
    const said = `${element.getAttribute('placeholder') ?? ''} ${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('type') ?? ''} ${element.className}`;
    const kind = element.tagName === 'INPUT' ? 0.6 : 1;
    return (
      ((isIn(element) ? 1.5 : 1) *
        (kind * Math.sqrt(width) * (1 + Math.min(height, 200) / 200) * (1 + Math.max(0, bottom) / 2000))) /
      (SEARCH.test(said) ? 10 : 1)
    );
  };
  return boxes.sort((a, b) => worth(b) - worth(a))[0] ?? null;
}

/** Whether it says itself that something is looked for there. */
function isSearch(element: HTMLElement): boolean {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const said = ['placeholder', 'aria-label', 'type']
    .map((name) => element.getAttribute(name) ?? '')
    .concat(labels.map(({ textContent }) => textContent ?? ''))
    .join(' ');
  return element.tagName === 'INPUT' && SEARCH.test(said);
}

/** Of several conversations at once, each with a box of its own, the one in front. */
function isIn(element: Element): boolean {
  return (
    element.closest('[class*="is-active" i], [class*="--active" i], [class*="current" i], [aria-selected="true"]') !==
    null
  );
}
