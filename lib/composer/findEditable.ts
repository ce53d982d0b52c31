const editables = 'textarea, input, [contenteditable]:not([contenteditable="false"])';

/**
 * The element that takes text: the field itself, its innermost editable host where the field lies inside one, or the
 * first editable element inside it. null when there is none.
 */
export function findEditable(field: Element): HTMLElement | null {
  const found = field.matches(editables)
    ? field
    : (field.closest('[contenteditable]:not([contenteditable="false"])') ?? field.querySelector(editables));
  // One in a frame is no instance of this window's classes.
  return found !== null && 'isContentEditable' in found ? (found as HTMLElement) : null;
}
