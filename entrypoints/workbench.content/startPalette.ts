import { findEditable } from '@/lib/composer/findEditable';
import { happenedIn } from '@/lib/composer/happenedIn';
import { watchForOwnPicker } from '@/lib/composer/ownPicker';
import { type PaletteKey, watchForPalette } from '@/lib/composer/paletteTrigger';
import { selectBackwards } from '@/lib/composer/selectBackwards';
import type { PaletteResult } from '@/lib/domain/palette';
import type { Suggestion } from '@/lib/domain/quickReply';
import { sendMessage } from '@/lib/messaging/protocol';
import { findComposer, findLists } from '@/lib/observer/landmarks';
import { fillVariables } from '@/lib/quickReplies/fillVariables';
import type { Adapter } from '@/lib/workbenches/types';
import type { ComposerActions } from './composerActions';
import type { OverlayStore } from './overlayStore';
import { type AskedFields, closedPalette, type PaletteStore } from './paletteStore';

const LIMIT = 20;

/** What the palette is made from. */
export interface PaletteParts {
  adapter: Adapter;
  document: Document;
  window: Window;
  store: PaletteStore;
  /** Which conversation is in front, and whether the mark is the palette's on this workbench. */
  overlay: OverlayStore;
  recorderId: () => string;
  insert: ComposerActions['insert'];
  /** The workbench opened a picker of its own for the mark. */
  onYield: () => void;
  report: (error: unknown) => void;
  signal: AbortSignal;
}

/** What is done with the palette from outside. */
export interface PaletteHandle {
  /** A click on a result. */
  pick(result: PaletteResult): void;
  /** Opens the form of a suggestion's free fields; false = it has none, or there is no composer. */
  askFields(suggestion: Suggestion): boolean;
}

/** Connects the palette to the composer and to the worker, which alone holds the index. */
export function startPalette(parts: PaletteParts): PaletteHandle {
  const { adapter, document, window, store, overlay, recorderId, insert, onYield, report, signal } = parts;
  const composer = () => findComposer({ adapter, document });
  /**
   * Enter or a click came before the answer to what is typed: that reply, or the first, is picked when it is there. What
   * is shown until then may be made for another customer.
   */
  let wanted: { replyId: string | null } | null = null;
  /** The last answer to an empty query and for whom; shown at once when the palette opens for them again. */
  let usual: { results: readonly PaletteResult[]; conversationId: string | null } = {
    results: [],
    conversationId: null,
  };
  const inFront = () => overlay.getState().open?.conversationId ?? null;

  const search = async (query: string) => {
    const conversationId = inFront();
    const { results } = await sendMessage('searchReplies', { recorderId: recorderId(), query, limit: LIMIT });
    if (query === '') usual = { results, conversationId };
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
    if (result.asked.length === 0) return takePlace(result);
    const start = store.getState().query?.length ?? 0;
    store.setState({ asked: { result, index: 0, start, answers: {} } });
  };
  /** The answer to the free field that is asked for is complete: the next one, or the text goes in. */
  const answerField = ({ result, index, start, answers }: AskedFields, query: string) => {
    const answer = query.slice(start).trim();
    const field = result.asked[index];
    if (answer === '' || field === undefined) return;
    const all = { ...answers, [field]: answer };
    if (index + 1 < result.asked.length) {
      store.setState({ asked: { result, index: index + 1, start: query.length, answers: all } });
      return;
    }
    takePlace({ ...result, text: withAnswers(result.text, all) });
  };
  const takePlace = (result: PaletteResult) => {
    const length = trigger.typedLength();
    const field = composer();
    const editable = field === null ? null : findEditable(field);
    trigger.close();
    const ready = editable === null ? Promise.resolve() : selectBackwards(editable, length);
    ready.then(() => insert(result)).catch(report);
  };
  const onKey = (key: PaletteKey): boolean | 'stay' => {
    const { query, answered, results, chosen, asked } = store.getState();
    if (asked !== null) {
      // What was typed as an answer stays in the composer; the list stands as it was until something else is typed.
      if (key === 'close') store.setState({ asked: null, answered: query });
      if (key === 'pick') answerField(asked, query ?? '');
      return 'stay';
    }
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
    marks: () => overlay.getState().palette.byWorkbench[adapter.id]?.marks ?? true,
    onQuery(query) {
      wanted = null;
      if (query === null) {
        store.setState(closedPalette);
        return;
      }
      const { query: before, asked } = store.getState();
      if (asked !== null && query.length >= asked.start) {
        store.setState({ query });
        return;
      }
      const isKnown = before === null && query === '' && usual.conversationId === inFront();
      store.setState({ query, asked: null, ...(isKnown ? { results: usual.results.filter(isValid) } : {}) });
      ask(query).catch(report);
      if (before === null) yieldToOwnPicker();
    },
    onKey,
    signal,
  });
  const yieldToOwnPicker = () => {
    const field = composer();
    if (field === null || trigger.typedLength() === 0) return;
    watchForOwnPicker({
      document: field.ownerDocument,
      composer: field,
      except: findLists({ adapter, document }),
      onFound() {
        trigger.close();
        onYield();
      },
      signal,
    });
  };
  // The worker may be asleep when the mark is typed; it is awake and the first results are here when it is asked before.
  const prepare = (event: FocusEvent) => {
    const field = composer();
    if (field !== null && happenedIn(event, field)) search('').catch(report);
  };
  window.addEventListener('focusin', prepare, { capture: true, signal });
  const stop = overlay.subscribe((state, before) => {
    const isOther = (state.open?.conversationId ?? null) !== (before.open?.conversationId ?? null);
    if (isOther && state.open !== null) search('').catch(report);
  });
  signal.addEventListener('abort', stop, { once: true });
  return {
    pick,
    askFields({ replyId, code, title, text }) {
      const { asked } = fillVariables(text, unknown);
      if (asked.length === 0 || !trigger.open()) return false;
      const highlights = { code: [], title: [], text: [] };
      const result = { replyId, code, title, text, group: '', asked, validUntil: null, highlights };
      store.setState({
        results: [result],
        answered: '',
        chosen: 0,
        asked: { result, index: 0, start: 0, answers: {} },
      });
      return true;
    },
  };
}

/** What the worker could fill stands in the text already. */
const unknown = { customer: null, shop: null, agent: null, product: null, address: null, hour: 0 };

/** The text with answers to its free fields; what the worker filled already stays as it is. */
export function withAnswers(text: string, fields: Readonly<Record<string, string>>): string {
  return fillVariables(text, { ...unknown, fields }).text;
}

function isValid({ validUntil }: PaletteResult): boolean {
  return validUntil === null || validUntil > Date.now();
}
