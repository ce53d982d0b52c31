import { isSeen } from './leaves';

const SEARCH = /search|搜索|查找|查询|filter/iu;
const EDITABLE =
  'textarea, [contenteditable]:not([contenteditable="false"]), [role="textbox"], input[type="text"], input:not([type])';

/** The box in which the agent writes: editable, large, low on the page; not a search box. null = none. */
export function findComposerElement(scope: ParentNode): HTMLElement | null {
  const boxes = [...scope.querySelectorAll<HTMLElement>(EDITABLE)].filter((element) => {
    if (element.parentElement?.closest('[contenteditable]:not([contenteditable="false"])')) return false;
    if (!isSeen(element) || element.tabIndex < -1 || element.getAttribute('aria-hidden') === 'true') return false;
    if ('disabled' in element && element.disabled === true) return false;
    if ('readOnly' in element && element.readOnly === true) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 60 && (height > 8 || element.isContentEditable) && Number(getComputedStyle(element).opacity) > 0;
  });
  const worth = (element: HTMLElement) => {
    const { width, height, bottom } = element.getBoundingClientRect();
    const said = `${element.getAttribute('placeholder') ?? ''} ${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('type') ?? ''} ${element.className}`;
    const kind = element.tagName === 'INPUT' ? 0.6 : 1;
    return (
      (kind * Math.sqrt(width) * (1 + Math.min(height, 200) / 200) * (1 + Math.max(0, bottom) / 2000)) /
      (SEARCH.test(said) ? 10 : 1)
    );
  };
  return boxes.sort((a, b) => worth(b) - worth(a))[0] ?? null;
}
