import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListReading, Reading, ReadingRow, TranscriptReading } from '@/lib/domain/reading';
import { noon } from './builders';
import { memoryStore } from './memoryStore';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 1000), seed: Number(process.env.FC_SEED ?? 20261121) };
const conversation = { key: 'c', keyedBy: 'id' as const, name: null };

interface Truth {
  text: string;
  own: boolean;
  at: number;
  /** Some tab saw it come, in its transcript or by its badge. */
  seen: boolean;
}

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('asks', 'asks', 'asks', 'replies', 'open', 'leave', 'reload'),
    tab: fc.constantFrom(0, 1),
    /** Before it, ms. */
    pause: fc.integer({ min: 300, max: 30_000 }),
    lag: fc.tuple(fc.nat(50), fc.nat(50)),
    /** Which tabs get their readings delivered after it, first one first. */
    deliver: fc.constantFrom([0, 1], [1, 0], [0], [1], []),
  }),
  { minLength: 1, maxLength: 16 },
);
type Step = typeof steps extends fc.Arbitrary<(infer T)[]> ? T : never;

/** One tab: its transcript while the conversation is open in it, its badge while it is not. */
class Tab {
  open = false;
  unread = 0;
  seenFrom = 0;
  life = 0;
  queue: { reading: Reading; recorder: string }[] = [];
  constructor(readonly name: string) {}

  get recorder() {
    return `${this.name}${this.life}`;
  }

  list(readAt: number, baseline = false) {
    const item = { conversation, unread: this.unread, active: this.open, preview: null, waitingSince: null };
    const reading: ListReading = { kind: 'list', readAt, items: [item], ambiguousNames: [], baseline };
    this.queue.push({ reading, recorder: this.recorder });
  }

  transcript(readAt: number, truth: readonly Truth[], lag: number, baseline: boolean) {
    const rows = truth.map(
      ({ text, own, at }, number): ReadingRow => ({
        author: own ? 'own' : 'customer',
        event: null,
        id: null,
        text,
        shown: null,
        seenAt: number >= this.seenFrom ? at + lag : null,
        token: `${this.recorder}:${number}`,
        sendActionAt: null,
      }),
    );
    const reading: TranscriptReading = { kind: 'transcript', readAt, conversation, rows, reachesEnd: true, baseline };
    this.queue.push({ reading, recorder: this.recorder });
  }
}

/** Plays a script; gives the truth and the store, everything delivered and the conversation opened at last. */
function play(script: readonly Step[]) {
  let at = noon;
  const truth: Truth[] = [{ text: '您好', own: true, at, seen: false }];
  const tabs = [new Tab('a'), new Tab('b')] as const;
  const store = memoryStore();
  const deliver = (tab: Tab) => {
    for (const { reading, recorder } of tab.queue.splice(0)) store.take(reading, recorder);
  };
  const show = (tab: Tab, lag: number) => {
    tab.open = true;
    tab.unread = 0;
    tab.seenFrom = truth.length;
    tab.list(at + lag);
    tab.transcript(at + lag + 60, truth, lag, true);
  };
  for (const tab of tabs) tab.list(at);
  show(tabs[0], 0);
  for (const tab of tabs) deliver(tab);

  for (const { kind, tab: number, pause, lag, deliver: order } of script) {
    at += pause;
    const tab = tabs[number];
    if (kind === 'open' && !tab.open) show(tab, lag[number]);
    if (kind === 'leave' && tab.open) {
      tab.open = false;
      tab.list(at);
    }
    if (kind === 'reload') {
      tab.life++;
      tab.list(at, true);
      if (tab.open) show(tab, lag[number]);
    }
    if (kind === 'asks' || (kind === 'replies' && tab.open)) {
      const own = kind === 'replies';
      truth.push({ text: `第${truth.length}句`, own, at, seen: true });
      tabs.forEach((each, i) => {
        const readAt = at + (lag[i] ?? 0);
        if (each.open) each.transcript(readAt, truth, lag[i] ?? 0, false);
        else {
          // Whoever answers has read it: no tab's badge counts it any more.
          each.unread = own ? 0 : each.unread + 1;
          each.list(readAt);
        }
      });
    }
    for (const i of order) {
      const each = tabs[i];
      if (each) deliver(each);
    }
    const customers = truth.filter(({ own }) => !own).length;
    expect(store.entries('c').filter(({ author }) => author === 'customer').length).toBeLessThanOrEqual(customers);
  }
  for (const tab of tabs) deliver(tab);
  at += 60_000;
  show(tabs[1], 0);
  deliver(tabs[1]);
  return { truth, store };
}

describe('two tabs on one conversation, readings delivered in any order between them', { timeout: 60_000 }, () => {
  it('store every message once, at the time at which the first of them saw it, whichever way', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const { truth, store } = play(script);
        const entries = store.entries('c');
        expect(entries.map(({ textHash }) => textHash)).toEqual(truth.map(({ text }) => text));
        expect(entries.some(({ provisional }) => provisional)).toBe(false);
        entries.forEach(({ at, uncertain, history }, i) => {
          const message = truth[i];
          if (!message?.seen || uncertain || history) return;
          expect(Math.abs(at - message.at)).toBeLessThanOrEqual(50);
        });
      }),
      runs,
    );
  });
});
