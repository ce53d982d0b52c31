import { findEditable } from '@/lib/composer/findEditable';
import { type PaletteKey, watchForPalette } from '@/lib/composer/paletteTrigger';
import { selectBackwards } from '@/lib/composer/selectBackwards';
import type { PaletteResult } from '@/lib/domain/palette';
import { sendMessage } from '@/lib/messaging/protocol';
import { findComposer } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';
import type { OverlayActions } from './overlayActions';
import { closedPalette, type PaletteStore } from './paletteStore';

const LIMIT = 20;

/** What the palette is made from. */
export interface PaletteParts {
  adapter: Adapter;
  document: Document;
  window: Window;
  store: PaletteStore;
  recorderId: () => string;
  insert: OverlayActions['insert'];
  report: (error: unknown) => void;
  signal: AbortSignal;
}

/**
 * Connects the palette to the composer and to the worker, which alone holds the index. Returns what a click on a
 * result does.
 */
export function startPalette(parts: PaletteParts): (result: PaletteResult) => void {
  const { adapter, document, window, store, recorderId, insert, report, signal } = parts;
  const composer = () => findComposer({ adapter, document });
  /**
   * Enter or a click came before the answer to what is typed: that reply, or the first, is picked when it is there. What
   * is shown until then may be made for another customer.
   */
  let wanted: { replyId: string | null } | null = null;
  /** The last answer to an empty query, shown at once when the palette opens, until the new one is there. */
  let usual: readonly PaletteResult[] = [];

  const search = async (query: string) => {
    const { results } = await sendMessage('searchReplies', { recorderId: recorderId(), query, limit: LIMIT });
    if (query === '') usual = results;
    return results;
  };
  const ask = async (query: string) => {
    const results = await search(query);
    // The agent has typed on meanwhile: the answer to that is on its way.
    if (store.getState().query !== query) return;
    store.setState({ results, answered: query, chosen: 0 });
    if (wanted === null) return;
    const { replyId } = wanted;
    wanted = null;
    const result = replyId === null ? results[0] : results.find((one) => one.replyId === replyId);
    if (result !== undefined) insertInPlace(result);
  };
  const pick = (result: PaletteResult) => {
    const { query, answered } = store.getState();
    if (answered === query) insertInPlace(result);
    else wanted = { replyId: result.replyId };
  };
  const insertInPlace = (result: PaletteResult) => {
    const length = trigger.typedLength();
    const field = composer();
    const editable = field === null ? null : findEditable(field);
    trigger.close();
    const ready = editable === null ? Promise.resolve() : selectBackwards(editable, length);
    ready.then(() => insert(result)).catch(report);
  };
  const onKey = (key: PaletteKey): boolean => {
    const { query, answered, results, chosen } = store.getState();
    if (key === 'close') return true;
    if (key === 'pick') {
      if (answered !== query) {
        wanted = { replyId: null };
        return true;
      }
      const result = results[chosen];
      if (result !== undefined) insertInPlace(result);
      return result !== undefined;
    }
    if (results.length === 0) return false;
    store.setState({ chosen: (chosen + (key === 'down' ? 1 : results.length - 1)) % results.length });
    return true;
  };

  const trigger = watchForPalette({
    window,
    composer,
    marks: () => true,
    onQuery(query) {
      wanted = null;
      if (query === null) {
        store.setState(closedPalette);
        return;
      }
      const opens = store.getState().query === null;
      store.setState(opens && query === '' ? { query, results: usual } : { query });
      ask(query).catch(report);
    },
    onKey,
    signal,
  });
  // The worker may be asleep when the mark is typed; it is awake and the first results are here when it is asked before.
  const prepare = (event: FocusEvent) => {
    const field = composer();
    if (field !== null && event.composedPath().includes(field)) search('').catch(report);
  };
  window.addEventListener('focusin', prepare, { capture: true, signal });
  return pick;
}
