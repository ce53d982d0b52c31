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
