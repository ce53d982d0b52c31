import type { Suggestion } from '@/lib/domain/quickReply';

const DIGITS: Record<string, number> = { Digit1: 0, Digit2: 1, Digit3: 2 };

/**
 * Alt+1..3 insert the first three suggestions. By the key's place on the keyboard, because Alt changes the character on
 * some systems; never while an input method is composing, whose keys these are.
 */
export function listenToShortcuts({
  window,
  signal,
  suggestions,
  onInsert,
}: {
  window: Window;
  signal: AbortSignal;
  suggestions: () => readonly Suggestion[];
  onInsert: (suggestion: Suggestion) => void;
}): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const index = DIGITS[event.code];
      if (index === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.isComposing || event.keyCode === 229 || !event.isTrusted) return;
      const suggestion = suggestions()[index];
      if (suggestion === undefined) return;
      // The key is ours now: the page must not type its character or take it as a key of its own.
      event.preventDefault();
      event.stopImmediatePropagation();
      onInsert(suggestion);
    },
    { capture: true, signal },
  );
}

/** The next key alone: Esc was meant for the overlay in the page around this frame, any other key or press is the page's. */
export function listenForEscape({
  window,
  signal,
  onEscape,
}: {
  window: Window;
  signal: AbortSignal;
  onEscape: () => void;
}): void {
  const life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true, signal: life.signal });
  const once = { capture: true, signal: life.signal };
  window.addEventListener('pointerdown', () => life.abort(), once);
  window.addEventListener(
    'keydown',
    (event) => {
      life.abort();
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onEscape();
    },
    once,
  );
}
