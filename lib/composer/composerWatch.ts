import { composerText } from './composerText';
import { findEditable } from './findEditable';
import { happenedIn } from './happenedIn';

/** What is watched, and who hears of it. */
export interface ComposerWatchOptions {
  window: Window;
  /** The composer of the conversation in front; null when there is none. */
  composer: () => Element | null;
  /** Whether Enter sends on this workbench, rather than Ctrl+Enter. */
  enterSends: boolean;
  /** What stands in the composer, some time after it was typed, never while an input method composes. */
  onText: (text: string) => void;
  /** The agent is about to send this with the keyboard; true = not yet. */
  holds: (text: string) => boolean;
  signal: AbortSignal;
}

/** Typing comes first: the text is read when the keystroke is done with. */
const READ_AFTER_MS = 60;
/** A workbench empties its composer without an event, some time after it was told to send. */
const SENT_AFTER_MS = 400;

/** Reads the composer while it is typed into, and can keep one Enter from sending. */
export function watchComposer({ window, composer, enterSends, onText, holds, signal }: ComposerWatchOptions): void {
  let willRead = false;
  /** A key that was held back: its release is not the page's either. */
  let held: string | null = null;

  const editable = (): HTMLElement | null => {
    const field = composer();
    return field === null ? null : findEditable(field);
  };
  const read = () => {
    willRead = false;
    const field = editable();
    if (field !== null && !signal.aborted) onText(composerText(field));
  };
  const changed = (event: Event) => {
    // The letters of a composition are not what will be sent.
    if (event instanceof InputEvent && event.isComposing) return;
    if (!willRead) window.setTimeout(read, READ_AFTER_MS);
    willRead = true;
    const maySend = event.type === 'click' || (event instanceof KeyboardEvent && event.key === 'Enter');
    if (maySend) window.setTimeout(read, SENT_AFTER_MS);
  };
  const keydown = (event: KeyboardEvent) => {
    held = null;
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229 || !event.isTrusted || event.repeat) return;
    if (event.shiftKey || event.altKey || (event.ctrlKey || event.metaKey) === enterSends) return;
    const field = editable();
    if (field === null || !happenedIn(event, field) || !holds(composerText(field))) return;
    held = event.code;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const release = (event: KeyboardEvent) => {
    if (event.code !== held) return;
    if (event.type === 'keyup') held = null;
    event.stopImmediatePropagation();
  };

  const listening = { capture: true, signal };
  for (const type of ['input', 'compositionend', 'focusin', 'keyup', 'click'] as const)
    window.addEventListener(type, changed, listening);
  window.addEventListener('keydown', keydown, listening);
  window.addEventListener('keypress', release, listening);
  window.addEventListener('keyup', release, listening);
}
