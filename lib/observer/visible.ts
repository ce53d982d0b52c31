/** Whether an element is drawn. Asks for styles, not for layout, where the browser can tell the two apart. */
export function isDrawn(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    return element.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
  }
  return element.getClientRects().length > 0;
}
