import { type RefObject, useEffect, useRef } from 'react';

/**
 * Esc folds what was pressed last: pressing the overlay leaves the focus in the composer, so that the key does not reach
 * it there. With the next key or press anywhere else, Esc is the page's again. Gives the handler that notes a press.
 */
export function useEscape(root: RefObject<HTMLElement | null>, active: boolean, onEscape: () => void): () => void {
  const pressedLast = useRef(false);
  const fold = useRef(onEscape);
  useEffect(() => {
    fold.current = onEscape;
  });
  useEffect(() => {
    const view = root.current?.ownerDocument.defaultView;
    if (!active || view == null) return;
    const onPress = () => {
      pressedLast.current = false;
    };
    const onKey = (event: globalThis.KeyboardEvent) => {
      const ours = pressedLast.current;
      pressedLast.current = false;
      if (!ours || event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      fold.current();
    };
    view.addEventListener('pointerdown', onPress, true);
    view.addEventListener('keydown', onKey, true);
    return () => {
      view.removeEventListener('pointerdown', onPress, true);
      view.removeEventListener('keydown', onKey, true);
    };
  }, [root, active]);
  return () => {
    pressedLast.current = true;
  };
}
