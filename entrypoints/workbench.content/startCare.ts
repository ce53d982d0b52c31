import { watchComposer } from '@/lib/composer/composerWatch';
import type { CareCheck } from '@/lib/domain/care';
import { sendMessage } from '@/lib/messaging/protocol';
import { findComposer } from '@/lib/observer/landmarks';
import { careLists } from '@/lib/quickReplies/care/careLists';
import { type CareHit, type CareMatcher, createCareMatcher } from '@/lib/quickReplies/care/careMatcher';
import { editedLists } from '@/lib/quickReplies/care/careWord';
import type { Adapter } from '@/lib/workbenches/types';
import { type CareStore, type FoundWord, noCare } from './careStore';
import type { OverlayStore } from './overlayStore';

/** The worker is asked when the agent has stopped typing for so long. */
const ASK_AFTER_MS = 300;
/** What may be wrong in a way that cannot be taken back once it is sent. */
const HOLDING: readonly CareCheck['check'][] = ['unfilledVariable', 'otherCustomer'];

export interface CareParts {
  adapter: Adapter;
  document: Document;
  window: Window;
  store: CareStore;
  overlay: OverlayStore;
  recorderId: () => string;
  /** Whether the palette is open: what stands in the composer is a query then. */
  isSearching: () => boolean;
  report: (error: unknown) => void;
  signal: AbortSignal;
}

/**
 * Looks through what stands in the composer: words at once and here, what depends on the customer by asking the worker.
 * Returns what 知道了 does: the mark goes until the text is another one.
 */
export function startCare(parts: CareParts): () => void {
  const { adapter, document, window, store, overlay, recorderId, isSearching, report, signal } = parts;
  const platform = adapter.profile ?? '';
  let matcher: { care: object; matcher: CareMatcher } | null = null;
  /** The text that was looked through last. */
  let text = '';
  /** What the agent said 知道了 to; holds until the composer is empty. */
  const dismissed = new Set<string>();
  let timer: number | null = null;

  const find = (written: string): CareHit[] => {
    const { care } = overlay.getState();
    if (!care.on) return [];
    if (matcher === null || matcher.care !== care)
      matcher = { care, matcher: createCareMatcher(editedLists(careLists(platform), { platform, care }), platform) };
    return matcher.matcher.find(written);
  };
  const wordsIn = (written: string) =>
    find(written)
      .map(({ kind, level, start, end }) => ({ kind, level, written: written.slice(start, end) }))
      .filter((word) => !dismissed.has(keyOf(word)));
  const ask = async (asked: string) => {
    const { checks, variant } = await sendMessage('checkCare', { recorderId: recorderId(), text: asked });
    if (asked !== text) return;
    const open = checks.filter((check) => !dismissed.has(keyOf(check)));
    store.setState({ checks: open, variant: open.length === 0 ? null : variant });
  };
  const look = (written: string) => {
    if (written === text) return;
    text = written;
    if (timer !== null) window.clearTimeout(timer);
    timer = null;
    const isNothing = written.trim() === '' || isSearching();
    if (isNothing) {
      dismissed.clear();
      const { words, checks } = store.getState();
      if (words.length + checks.length > 0) store.setState({ ...noCare, notices: store.getState().notices });
      return;
    }
    const words = wordsIn(written);
    const { notices, ...before } = store.getState();
    if (words.length > 0 || before.words.length + before.checks.length > 0)
      store.setState({ ...noCare, words, notices });
    if (overlay.getState().care.on) timer = window.setTimeout(() => ask(written).catch(report), ASK_AFTER_MS);
  };
  const holds = (written: string): boolean => {
    if (!overlay.getState().care.secondEnter.includes(adapter.id) || isSearching()) return false;
    look(written);
    const { words, checks, held } = store.getState();
    const asks = words.some(({ level }) => level === 'ask') || checks.some(({ check }) => HOLDING.includes(check));
    if (!asks || held) return false;
    store.setState({ held: true });
    return true;
  };

  watchComposer({
    window,
    composer: () => findComposer({ adapter, document }),
    enterSends: adapter.composer.enterSends,
    onText: look,
    holds,
    signal,
  });
  return () => {
    const { words, checks } = store.getState();
    for (const one of [...words, ...checks]) dismissed.add(keyOf(one));
    store.setState(noCare);
  };
}

function keyOf(one: FoundWord | CareCheck): string {
  return 'check' in one ? one.check : `${one.kind}:${one.written}`;
}
