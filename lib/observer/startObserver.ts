import type { ConversationRef, NotReadingReason, WorkbenchDuty } from '@/lib/domain/reading';
import { watchActivity } from './activity';
import { observedAttributes } from './attributes';
import { HealthJudge } from './health';
import { readDuty } from './identity';
import { ListWatch } from './list';
import type { ObserverClock, ObserverOptions, ObserverTimings, RunningObserver } from './observer.types';
import { createFinder, type PageView } from './page';
import { ReadingProofs } from './proofs';
import { holdsNode } from './roots';
import { RootWatch } from './rootWatch';
import { TranscriptWatch } from './transcript';
import { readValue } from './value';
import { isDrawn } from './visible';

/** More records than this at once are not walked: everything is looked at anew, once. */
const MOST_RECORDS = 1000;
/** So many such floods within the time make a page that cannot be followed. */
const FLOODS = 20;
const FLOOD_MS = 10_000;
/** A page that changes all the time beside its lists is looked at so often a second, and then once more, wholly. */
const PAGE_LOOKS = 50;
const PAGE_LOOKS_MS = 1000;
const RESYNC_MS = 250;
/** The wall clock was set, if it moved by more than this against the other one. */
const CLOCK_STEP_MS = 1000;
/** What was sent stands in the transcript within this; two that do not in a row are no slow page. */
const OWN_SEND_MS = 2000;
/** A send action belongs to an own row that appears within this. */
const SEND_TO_ROW_MS = 5000;

const defaultTimings: ObserverTimings = {
  settleMs: 50,
  hasteMs: 500,
  staleMs: 3000,
  loadingMs: 1500,
  graceMs: 5000,
  ownRowMs: 10_000,
  healthMs: 1000,
};

const realClock: ObserverClock = { now: () => Date.now(), performanceNow: () => performance.now() };

/**
 * Watches a workbench's page as its adapter says, and sends readings: what stands there, each time that it has changed.
 * Touches nothing on the page. Ends with the signal.
 */
export function startObserver(options: ObserverOptions): RunningObserver {
  const { adapter, document, signal } = options;
  const proofs = new ReadingProofs();
  const onReading: ObserverOptions['onReading'] = (reading) => {
    proofs.note(reading);
    options.onReading(reading);
  };
  const clock = options.clock ?? realClock;
  const timings = { ...defaultTimings, ...options.timings };
  const schedule = options.schedule ?? later;
  const isVisible = options.isVisible ?? isDrawn;
  const page: PageView = {
    adapter,
    document,
    recorderId: options.recorderId,
    timings,
    isVisible,
    ...createFinder(document, isVisible),
  };
  const transcript = new TranscriptWatch(page);
  const list = new ListWatch(page);
  const judge = new HealthJudge(page);
  const pending = new Map<string, () => void>();
  const failures = new Set<string>();
  let open: ConversationRef | null = null;
  let clockOffset = clock.now() - clock.performanceNow();
  let sentAt: number | null = null;
  let awaitingOwnRowSince: number | null = null;
  /** The agent sent again, and what was sent before still has no row. */
  let missedSend = false;
  let problem: NotReadingReason | null | undefined;
  let duty: WorkbenchDuty | null | undefined;
  let floods: number[] = [];
  let pageLooks = { from: -Infinity, count: 0 };

  /** Runs one of ours so that no failure reaches the page's console. */
  const guarded = (run: () => void) => {
    if (signal.aborted) return;
    try {
      run();
    } catch (error) {
      const message = String(error);
      if (!failures.has(message)) {
        failures.add(message);
        options.onError?.(error);
      }
    }
  };
  const after = (name: string, delayMs: number, run: () => void) => {
    pending.get(name)?.();
    const cancel = schedule(() => {
      pending.delete(name);
      guarded(run);
    }, delayMs);
    pending.set(name, cancel);
  };

  const checkClock = (now: number) => {
    const byMs = now - clock.performanceNow() - clockOffset;
    if (Math.abs(byMs) <= CLOCK_STEP_MS) return;
    clockOffset += byMs;
    onReading({ kind: 'clockStep', readAt: now, byMs: Math.round(byMs) });
  };

  const readOpen = (): ConversationRef | null => {
    const { key: rule, keyedBy, name } = adapter.open;
    const at = rule.at ? page.find(rule.at) : document.documentElement;
    const key = at ? readValue(at, rule, at) : null;
    if (key === null) return null;
    const nameAt = name.at ? page.find(name.at) : at;
    return { key, keyedBy, name: nameAt ? readValue(nameAt, name, nameAt) : null };
  };

  const isOpenHeader = (target: Node): boolean =>
    [adapter.open.key.at, adapter.open.name.at, adapter.duty?.at].some((at) => {
      const header = at ? page.find(at) : null;
      return header !== null && holdsNode(header, target);
    });

  const activity = watchActivity({
    page,
    signal,
    now: () => clock.now(),
    onAction(action, at) {
      guarded(() => {
        if (!open) return;
        if (action === 'send') {
          sentAt = at;
          missedSend ||= awaitingOwnRowSince !== null && at - awaitingOwnRowSince > OWN_SEND_MS;
          awaitingOwnRowSince ??= at;
          if (missedSend) after('health', 0, lookAtHealth);
          if (!pending.has('ownRow')) after('ownRow', timings.ownRowMs, () => look(clock.now()));
        }
        onReading({ kind: 'activity', readAt: at, conversation: open, action });
      });
    },
  });

  const lookAtOpen = (now: number) => {
    const next = readOpen();
    if (next?.key === open?.key) {
      if (next && open && next.name !== open.name) open.name = next.name;
      return;
    }
    open = next;
    sentAt = null;
    awaitingOwnRowSince = null;
    missedSend = false;
    transcript.open(next, now);
    activity.begin();
    if (next) onReading({ kind: 'activity', readAt: now, conversation: next, action: 'opened' });
  };

  const lookAtDuty = (now: number) => {
    if (adapter.duty === undefined) return;
    const state = readDuty({ adapter, document });
    if (state === duty) return;
    duty = state;
    onReading({ kind: 'duty', readAt: now, state });
  };

  const look = (now: number, touched: Touched = 'page') => {
    checkClock(now);
    if (touched !== 'rows') page.forget();
    refreshRoots();
    if (touched !== 'rows') lookAtDuty(now);
    lookAtOpen(now);
    const action = sentAt !== null && now - sentAt <= SEND_TO_ROW_MS ? sentAt : null;
    const rows = transcript.look(now, action, (delayMs) => after('settle', delayMs, () => look(clock.now())));
    if (rows) onReading(rows);
    const items = touched === 'rows' ? null : list.look(now);
    if (items) onReading(items);
    const lastOwn = transcript.lastOwnRowAt();
    if (awaitingOwnRowSince !== null && lastOwn !== null && lastOwn >= awaitingOwnRowSince) {
      awaitingOwnRowSince = null;
      missedSend = false;
    }
    if (!pending.has('health')) after('health', timings.healthMs, lookAtHealth);
  };

  const lookAtHealth = () => {
    const now = clock.now();
    checkClock(now);
    lookAtDuty(now);
    page.forget();
    if (refreshRoots()) look(now);
    floods = floods.filter((at) => now - at < FLOOD_MS);
    const found = judge.judge(
      {
        hasList: list.list() !== null,
        hasTranscript: transcript.list() !== null,
        hasComposer: page.find(adapter.composer.field) !== null,
        isOpen: open !== null,
        ownSendOverdueSince:
          awaitingOwnRowSince !== null && (missedSend || now - awaitingOwnRowSince >= timings.ownRowMs)
            ? awaitingOwnRowSince
            : null,
        hasLostRows: proofs.hasLostRows(open, transcript.list()),
        isOneSided: proofs.isOneSided(),
        disagrees: proofs.disagrees(open),
        tooManyMutations: floods.length >= FLOODS,
      },
      now,
    );
    const next = found?.problem ?? null;
    if (next !== problem) {
      problem = next;
      onReading({ kind: 'health', readAt: now, problem: next, ...(found ? { since: found.since } : {}) });
    }
    if (judge.isWaiting() || found !== null) after('health', timings.healthMs, lookAtHealth);
    else after('idle', timings.graceMs, lookAtHealth);
  };

  /** Notes what the records make worth reading again. Rows alone are by far the most frequent. */
  const takeIn = (records: readonly MutationRecord[], now: number): Touched => {
    const [rows, items] = [transcript.list(), list.list()];
    const isIn = (outer: Element | null, node: Node) => outer !== null && contains(outer, node);
    if (records.length > MOST_RECORDS) {
      floods.push(now);
      if (rows) transcript.touch(rows, rows);
      if (items) list.touch(items, items);
      return 'page';
    }
    let touched: Touched = 'rows';
    for (const { target, type } of records) {
      if (rows && contains(rows, target)) {
        touchInside(transcript, target, rows, type);
        continue;
      }
      // Typing in an editable element.
      if (type === 'characterData' && !isIn(items, target) && !isOpenHeader(target)) continue;
      if (items && contains(items, target)) {
        if (touched === 'rows') touched = 'items';
        touchInside(list, target, items, type);
        continue;
      }
      touched = 'page';
      if (type === 'attributes') {
        if (rows && contains(target, rows)) transcript.touch(rows, rows);
        if (items && contains(target, items)) list.touch(items, items);
      }
    }
    return touched;
  };
  /** Lists are always followed. What changes beside them without an end is not worth a look each. */
  const capped = (touched: Touched, now: number): Touched => {
    if (touched !== 'page') return touched;
    if (now - pageLooks.from >= PAGE_LOOKS_MS) pageLooks = { from: now, count: 0 };
    pageLooks.count++;
    if (pageLooks.count <= PAGE_LOOKS) return touched;
    if (!pending.has('resync')) after('resync', RESYNC_MS, () => look(clock.now()));
    return 'rows';
  };

  const resync = () => {
    guarded(() => {
      transcript.forget();
      list.forget();
      problem = undefined;
      duty = undefined;
      look(clock.now());
      lookAtHealth();
    });
  };

  const observer = new MutationObserver((records) => {
    const now = clock.now();
    guarded(() => look(now, capped(takeIn(records, now), now)));
  });
  const passive = { capture: true, passive: true, signal };
  const onScroll = ({ target }: Event) => {
    const at = clock.now();
    guarded(() => {
      if (target !== null && 'nodeType' in target) list.scrolled(target as Node, at);
    });
  };
  const attributeFilter = observedAttributes(adapter);
  const follow = (root: Document | ShadowRoot) => {
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter });
    root.addEventListener('scroll', onScroll, passive);
  };
  const roots = new RootWatch(page, (root) => {
    follow(root);
    activity.listenIn(root);
  });
  /** What a root shows that is heard from now on was not heard so far. */
  const refreshRoots = (): boolean => {
    if (!roots.refresh()) return false;
    page.forget();
    transcript.forgetRows();
    list.forgetItems();
    return true;
  };
  const contains = roots.isNeeded ? holdsNode : (outer: Node, node: Node) => outer.contains(node);
  follow(document);
  if (roots.isNeeded) {
    // A frame has another document each time that it has loaded.
    document.addEventListener('load', () => guarded(() => look(clock.now())), passive);
  }
  document.addEventListener('visibilitychange', () => guarded(() => look(clock.now())), passive);
  document.defaultView?.addEventListener('online', () => guarded(() => list.catchesUp(clock.now())), passive);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const cancel of pending.values()) cancel();
    pending.clear();
  });
  guarded(() => look(clock.now()));
  return { resync };
}

/** What mutations make worth reading again: rows alone, the items of the list too, or the whole page. */
type Touched = 'rows' | 'items' | 'page';

/** Children that come and go leave the other rows as they were read. */
function touchInside(
  watch: Pick<TranscriptWatch | ListWatch, 'touch'>,
  target: Node,
  list: Element,
  type: MutationRecordType,
): void {
  if (target !== list) watch.touch(target, list);
  else if (type === 'attributes') watch.touch(list, list);
}

function later(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
}
