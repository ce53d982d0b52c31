import { composerText } from './composerText';
import { findEditable } from './findEditable';
import { happenedIn } from './happenedIn';
import { focusWithCaret } from './selectionWithin';

/** What the palette does with a key. */
export type PaletteKey = 'up' | 'down' | 'pick' | 'close';

/** Opens and feeds the palette from what is typed into the composer. */
export interface PaletteTrigger {
  /** Opens it behind what is written, as the key does, with the focus in the composer. False where there is none. */
  open(): boolean;
  /** Ends the palette from outside; what was typed stays. */
  close(): void;
  /** Characters before the caret that a picked reply takes the place of: mark and query; 0 while closed. */
  typedLength(): number;
}

/** What the trigger needs. */
export interface PaletteTriggerOptions {
  window: Window;
  /** The composer of the conversation in front; null when there is none. */
  composer: () => Element | null;
  /** Whether the mark opens the palette: a workbench may have a picker of its own on it. The key always does. */
  marks: () => boolean;
  /** The query as it stands, the letters that an input method composes included; null = closed. */
  onQuery: (query: string | null) => void;
  /** A key for the palette; false = not wanted, the page gets it; `stay` = taken, and not even `close` closes. */
  onKey: (key: PaletteKey) => boolean | 'stay';
  signal: AbortSignal;
}

/** `/` typed first. A Chinese input method makes `、` of it; with both keys pressed both stand there. */
const mark = /^(?:\/、|、|\/)/;

/** When rich editors have drawn what was typed: at once, with the next frame, or after a pause of their own. */
const drawnAfterMs = [0, 40, 120];

const keys: Readonly<Record<string, PaletteKey>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Enter: 'pick',
  NumpadEnter: 'pick',
  Escape: 'close',
};

/**
 * Watches the composer for the mark (first in an empty composer) or Alt+/. The query is read from the composer itself
 * after each change, never kept from composition events: a `compositionend` that never comes leaves nothing behind.
 * Keys that belong to an input method (isComposing, keyCode 229) are never taken.
 */
export function watchForPalette(options: PaletteTriggerOptions): PaletteTrigger {
  const { window, composer, marks, onQuery, onKey, signal } = options;
  /** While open: what stood before the query. */
  let before: string | null = null;
  let query = '';
  /** A mark that was closed by Esc does not open again until it is gone. */
  let dismissed = false;
  /** Keys that were taken: their release is not the page's either. */
  const taken = new Set<string>();

  const editable = (): HTMLElement | null => {
    const field = composer();
    return field === null ? null : findEditable(field);
  };
  const set = (nextBefore: string | null, nextQuery: string) => {
    const changed = before !== nextBefore || query !== nextQuery;
    before = nextBefore;
    query = nextQuery;
    if (changed) onQuery(before === null ? null : query);
  };
  const close = () => set(null, '');
  const isInComposer = (event: Event, field: HTMLElement | null) => field !== null && happenedIn(event, field);

  const read = () => {
    const field = editable();
    if (field === null || signal.aborted) return;
    const text = composerText(field);
    if (before !== null) {
      // The second half of `/、` comes when the palette is open already.
      const start = before === '/' && text.startsWith('/、') ? '/、' : before;
      if (text.startsWith(start) && !text.slice(start.length).includes('\n')) set(start, text.slice(start.length));
      else close();
      return;
    }
    const found = mark.exec(text)?.[0];
    if (found === undefined) dismissed = false;
    else if (!dismissed && marks() && found.length === text.length) set(found, '');
  };
  const changed = (event: Event) => {
    const field = editable();
    if (!isInComposer(event, field)) return;
    if (event.type === 'input') read();
    // A rich editor keeps the browser from changing anything, sends no input event, and draws its own change later.
    for (const delay of field?.isContentEditable ? drawnAfterMs : []) window.setTimeout(read, delay);
  };

  const keydown = (event: KeyboardEvent) => {
    taken.delete(event.code);
    // Some input methods end the composition before the key that ended it: only 229 tells.
    if (event.isComposing || event.keyCode === 229 || !event.isTrusted) return;
    const field = editable();
    if (!isInComposer(event, field) || field === null) return;
    if (before === null) {
      if (event.code !== 'Slash' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      take(event);
      set(composerText(field), '');
      return;
    }
    const key = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    const done = key === undefined ? false : onKey(key);
    if (done === false) return;
    take(event);
    if (key !== 'close' || done === 'stay') return;
    dismissed = true;
    close();
  };
  const take = (event: KeyboardEvent) => {
    taken.add(event.code);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const release = (event: KeyboardEvent) => {
    if (!taken.has(event.code)) return;
    if (event.type === 'keyup') taken.delete(event.code);
    event.stopImmediatePropagation();
  };
  const leave = (event: FocusEvent) => {
    if (before !== null && isInComposer(event, editable())) close();
  };

  const listening = { capture: true, signal };
  for (const type of ['beforeinput', 'input', 'compositionupdate', 'compositionend', 'paste'] as const)
    window.addEventListener(type, changed, listening);
  window.addEventListener('keydown', keydown, listening);
  window.addEventListener('keypress', release, listening);
  window.addEventListener('keyup', release, listening);
  window.addEventListener('focusout', leave, listening);
  signal.addEventListener('abort', close, { once: true });

  return {
    open() {
      const field = editable();
      if (field === null) return false;
      close();
      focusWithCaret(field, field.ownerDocument);
      set(composerText(field), '');
      return true;
    },
    close,
    typedLength: () => (before === null ? 0 : (mark.exec(before)?.[0] === before ? before.length : 0) + query.length),
  };
}
