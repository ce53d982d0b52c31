/** A picker opens with the key that calls it, or after a short wait for its entries. */
const OPENS_WITHIN_MS = 500;
/** It stands at the composer: so far from it at most, CSS pixels. */
const NEAR = 40;
const SMALLEST = { width: 80, height: 40 };

/**
 * Whether the workbench opens a picker of its own for a mark that was just typed: something new that floats over the
 * page at the composer. Watches for half a second and only looks.
 */
export function watchForOwnPicker({
  document,
  composer,
  except,
  onFound,
  signal,
}: {
  document: Document;
  composer: Element;
  /** Parts of the page that change by themselves: rows that arrive may float as well. */
  except: readonly Element[];
  onFound: () => void;
  signal: AbortSignal;
}): void {
  const look = (mutations: readonly MutationRecord[]) => {
    for (const { type, target, addedNodes } of mutations) {
      const candidates = type === 'childList' ? [...addedNodes] : [target];
      for (const node of candidates)
        if (node instanceof HTMLElement && !except.some((part) => part.contains(node)) && floatsAt(node, composer)) {
          stop();
          onFound();
          return;
        }
    }
  };
  const observer = new MutationObserver(look);
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  };
  const timer = setTimeout(stop, OPENS_WITHIN_MS);
  signal.addEventListener('abort', stop, { once: true });
  // A picker is put into the page, or was there and is shown.
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['style', 'class', 'hidden'] });
}

function floatsAt(element: HTMLElement, composer: Element): boolean {
  const floating = [element, element.firstElementChild].find(
    (one) => one instanceof HTMLElement && /^(?:absolute|fixed)$/.test(getComputedStyle(one).position),
  );
  if (floating === undefined || floating === null || floating.contains(composer) || composer.contains(floating))
    return false;
  const box = floating.getBoundingClientRect();
  const field = composer.getBoundingClientRect();
  return (
    box.width >= SMALLEST.width &&
    box.height >= SMALLEST.height &&
    // As large as the page: a layer for something else.
    box.height < document.documentElement.clientHeight * 0.9 &&
    getComputedStyle(floating).visibility !== 'hidden' &&
    box.left < field.right &&
    box.right > field.left &&
    box.top < field.bottom + NEAR &&
    box.bottom > field.top - NEAR
  );
}
