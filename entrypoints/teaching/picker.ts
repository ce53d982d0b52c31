import { Steps } from './steps';

/** Events of the pointer that mean something to a page: while pointing they mean nothing to it. */
const POINTER_EVENTS = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'pointermove',
  'mousemove',
] as const;

export interface PickerOptions {
  window: Window;
  host: Element;
  /** Whether a point lies on our own panel, whose buttons work as ever. */
  isOnPanel(x: number, y: number): boolean;
  isPicking(): boolean;
  onCandidate(element: Element): void;
  onPick(element: Element): void;
  onLeave(): void;
  signal: AbortSignal;
}

export interface Picker {
  /** Begins at an element; the keys go on from there. */
  start(element: Element): void;
}

/**
 * Points at elements with mouse or keys. Everything is taken on the window, before the page's own listeners on its
 * document and elements, and ends there; nothing is sent to the page.
 */
export function createPicker(options: PickerOptions): Picker {
  const { window, host, signal } = options;
  const { document } = window;
  const steps = new Steps(host);
  let candidate: Element | null = null;
  const consider = (element: Element | null) => {
    if (!element || element === candidate) return;
    candidate = element;
    options.onCandidate(element);
  };
  const under = (x: number, y: number): Element | null => {
    for (const element of document.elementsFromPoint(x, y)) {
      if (element !== host && element !== document.documentElement && element !== document.body) return element;
    }
    return null;
  };
  for (const type of POINTER_EVENTS) {
    window.addEventListener(
      type,
      (event) => {
        if (!options.isPicking() || !event.isTrusted) return;
        if (options.isOnPanel(event.clientX, event.clientY)) return;
        event.stopImmediatePropagation();
        event.preventDefault();
        if (type === 'pointermove') {
          const element = under(event.clientX, event.clientY);
          if (element !== candidate) steps.forget();
          consider(element);
        }
        if (type === 'click' && event.button === 0) {
          const element = under(event.clientX, event.clientY);
          // ↑ may have widened what is under the pointer.
          if (candidate && element && candidate.contains(element)) options.onPick(candidate);
          else if (element) options.onPick(element);
        }
      },
      { capture: true, signal },
    );
  }
  window.addEventListener(
    'keydown',
    (event) => {
      if (!options.isPicking() || !event.isTrusted) return;
      const move = candidate ? stepOf(event.key, candidate, steps) : null;
      if (move === null && event.key !== 'Enter' && event.key !== 'Escape') return;
      event.stopImmediatePropagation();
      event.preventDefault();
      if (move) {
        // On the agent's own key press only, and no further than it must.
        move.scrollIntoView({ block: 'nearest' });
        consider(move);
      } else if (event.key === 'Enter' && candidate) options.onPick(candidate);
      else if (event.key === 'Escape') options.onLeave();
    },
    { capture: true, signal },
  );
  return {
    start(element) {
      steps.forget();
      candidate = null;
      consider(element);
    },
  };
}

function stepOf(key: string, element: Element, steps: Steps): Element | null {
  switch (key) {
    case 'ArrowUp':
      return steps.wider(element);
    case 'ArrowDown':
      return steps.narrower(element);
    case 'ArrowLeft':
      return steps.beside(element, -1);
    case 'ArrowRight':
      return steps.beside(element, 1);
    default:
      return null;
  }
}
