import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '@/lib/alignment/align';
import { tailSuffices } from '@/lib/alignment/tailSuffices';
import type { AlignableRow } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import { applied, noon, row, seconds } from './builders';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 1000), seed: Number(process.env.FC_SEED ?? 20261121) };

/** What really happened. `number` is the identity that nobody under test gets to see. */
interface Truth {
  number: number;
  text: string;
  own: boolean;
  at: number;
}

type Look = 'ids' | 'seconds' | 'minutes' | 'nothing';

const author = { true: 'own', false: 'customer' } as const;

function shownAs(look: Look, { at }: Truth): AlignableRow['shown'] {
  if (look === 'seconds') return { at: Math.floor(at / 1000) * 1000, precision: 'second' };
  if (look === 'minutes') return { at: Math.floor(at / 60_000) * 60_000, precision: 'minute' };
  return null;
}

const transcriptsUpTo = (maxLength: number) =>
  fc
    .array(
      fc.record({
        text: fc.constantFrom('在吗', '好的', '多少钱'),
        own: fc.boolean(),
        pause: fc.integer({ min: 100, max: 200_000 }),
      }),
      { minLength: 3, maxLength },
    )
    .map((messages) => {
      let at = noon;
      return messages.map(({ text, own, pause }, number): Truth => {
        at += pause;
        return { number, text, own, at };
      });
    });

const transcripts = transcriptsUpTo(24);

const steps = fc.array(
  fc.record({
    tab: fc.constantFrom(0, 1),
    /** Messages that happen before this look. */
    grow: fc.integer({ min: 0, max: 4 }),
    rows: fc.integer({ min: 1, max: 12 }),
    /** How far the window is scrolled up from the end. */
    up: fc.constantFrom(0, 0, 0, 1, 3, 6),
    reload: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
);

/** A tab that follows rows by element, as the observer does: what it saw arriving while it was open, and its tokens. */
interface Tab {
  id: string;
  from: number;
}

function windowOf(look: Look, messages: readonly Truth[], tab: Tab | null): AlignableRow[] {
  return messages.map((message) =>
    row(message.text, {
      author: author[`${message.own}`],
      id: look === 'ids' ? `m${message.number}` : null,
      shown: shownAs(look, message),
      seenAt: tab && message.number >= tab.from ? message.at + Number(tab.id.length) : null,
      token: tab ? `${tab.id}:${message.number}` : null,
    }),
  );
}

/**
 * Every way in which a window of rows can lie over what is stored, by sides, texts, ids and shown times alone: the numbers of
 * rows behind the store. Written from the rule, not from the code.
 */
function explanations(stored: readonly StoredEntry[], window: readonly AlignableRow[]): Set<string> {
  const can = (entry: StoredEntry, seen: AlignableRow) =>
    (entry.author === 'customer') === (seen.author === 'customer') &&
    entry.textHash === seen.textHash &&
    (entry.id === seen.id || entry.id === null || seen.id === null) &&
    (seen.author !== 'customer' || seen.shown === null || entry.shownAt === null || seen.shown.at === entry.shownAt);
  const found = new Set<string>();
  const broken: { fitting: number; way: string }[] = [];
  let longest = 0;
  for (let behind = 0; behind < window.length; behind++) {
    for (let skip = 0; skip < stored.length; skip++) {
      // The last known row of the window is the entry that stands `skip` from the end.
      if (behind > 0 && skip > 0) continue;
      const overlap = Math.min(window.length - behind, stored.length - skip);
      let fitting = 0;
      for (; fitting < overlap; fitting++) {
        const entry = stored[stored.length - 1 - skip - fitting];
        const seen = window[window.length - 1 - behind - fitting];
        if (!entry || !seen || !can(entry, seen)) break;
      }
      const way = `${behind} behind, ${window.length - behind - overlap} in front`;
      if (fitting < overlap) broken.push({ fitting, way });
      else {
        found.add(way);
        longest = Math.max(longest, overlap);
      }
    }
  }
  // More rows in a run that fit, but for a message that the store must then have missed.
  for (const { fitting, way } of broken) if (fitting > longest) found.add(way);
  return found;
}

const looks = fc.constantFrom<Look>('ids', 'seconds', 'minutes', 'nothing');
const same = (entry: StoredEntry, message: Truth) =>
  entry.textHash === message.text && (entry.author === 'customer') === !message.own;

/** Whether the stored entries are some of the messages, in their order. */
function isEmbedded(stored: readonly StoredEntry[], messages: readonly Truth[]): boolean {
  let next = 0;
  for (const message of messages) {
    const entry = stored[next];
    if (entry && same(entry, message)) next++;
  }
  return next === stored.length;
}

describe('random readings of a random transcript', { timeout: 60_000 }, () => {
  it('hold every message exactly once where one explanation is left, and never one twice, gaps or not', () => {
    let exactRuns = 0;
    let shortened = 0;
    fc.assert(
      fc.property(transcripts, steps, looks, fc.boolean(), (all, looksTaken, look, followed) => {
        const tabs: (Tab | null)[] = [null, null];
        let stored: StoredEntry[] = [];
        let happened = Math.min(2, all.length);
        let hasOneExplanation = true;
        let known = { first: 0, end: 0 };
        looksTaken.forEach((step, i) => {
          happened = Math.min(all.length, happened + step.grow);
          if (step.reload || !tabs[step.tab]) tabs[step.tab] = { id: `${step.tab}r${i}`, from: happened };
          const end = Math.max(1, happened - step.up);
          const first = Math.max(0, end - step.rows);
          const rows = windowOf(look, all.slice(first, end), followed ? (tabs[step.tab] ?? null) : null);
          const anchored = rows.some(
            ({ token, id }) =>
              (id !== null && stored.some((entry) => entry.id === id)) ||
              (token !== null && stored.some((entry) => entry.token?.split(' ').includes(token))),
          );
          if (stored.length > 0 && !anchored) {
            // A window that touches nothing stored, or may do so in front or in the middle of the conversation, can be anything.
            const touches = first >= known.first && first < known.end;
            if (!touches || end < happened || explanations(stored, rows).size > 1) hasOneExplanation = false;
          }
          const readAt = (all[happened - 1]?.at ?? noon) + 500;
          const result = align({
            tail: stored,
            tailComplete: true,
            reading: { readAt, reachesEnd: end === happened, baseline: step.reload, rows },
          });
          const before = stored;
          const short = stored.slice(-rows.length - 1);
          if (short.length < stored.length && tailSuffices(short, rows)) {
            shortened++;
            const reading = { readAt, reachesEnd: end === happened, baseline: false, rows };
            expect(align({ tail: short, tailComplete: false, reading })).toEqual(
              align({ tail: stored, tailComplete: true, reading }),
            );
          }
          stored = applied(stored, result);
          known =
            before.length === 0
              ? { first, end }
              : { first: Math.min(first, known.first), end: Math.max(end, known.end) };

          expect(isEmbedded(stored, all.slice(0, happened))).toBe(true);
          stored.reduce((last, { at }) => {
            expect(at).toBeGreaterThanOrEqual(last);
            return at;
          }, -Infinity);
          for (const old of before) {
            const now = stored.find(({ key }) => key === old.key);
            expect(now?.observedAt ?? null).toBe(old.observedAt ?? now?.observedAt ?? null);
          }
          const again = align({
            tail: stored,
            tailComplete: true,
            reading: { readAt, reachesEnd: end === happened, baseline: step.reload, rows },
          });
          // Rows that were stored just now may prove which history stands in front of them.
          if (result.gap === null) expect(again.inserted.filter(({ entry }) => !entry.history)).toEqual([]);
          expect(isEmbedded(applied(stored, again), all.slice(0, happened))).toBe(true);
          if (hasOneExplanation) {
            expect(result.gap).toBeNull();
            expect(stored.map(({ textHash }) => textHash)).toEqual(
              all.slice(known.first, known.end).map(({ text }) => text),
            );
          }
        });
        if (hasOneExplanation && looksTaken.length > 3) exactRuns++;
      }),
      runs,
    );
    // The property would be empty if nearly every run were ambiguous.
    expect(exactRuns).toBeGreaterThan(runs.numRuns / 10);
    expect(shortened).toBeGreaterThan(runs.numRuns / 10);
  });

  it('give each message the time at which a tab first saw it', () => {
    fc.assert(
      fc.property(
        transcriptsUpTo(10),
        fc.array(fc.constantFrom(0, 1), { minLength: 10, maxLength: 10 }),
        (all, order) => {
          // Both tabs are open from the start and see each message, now one first, now the other.
          let stored: StoredEntry[] = [];
          const tabs = [0, 1].map((tab): Tab => ({ id: `t${tab}${'x'.repeat(tab)}`, from: 1 }));
          all.forEach((message, number) => {
            const [a, b] = order[number] === 0 ? tabs : [...tabs].reverse();
            for (const tab of [a, b]) {
              if (!tab) continue;
              const rows = windowOf('nothing', all.slice(Math.max(0, number - 9), number + 1), tab);
              const reading = { readAt: message.at + 9, reachesEnd: true, baseline: number === 0, rows };
              stored = applied(stored, align({ tail: stored, tailComplete: true, reading }));
            }
          });
          expect(stored.map(({ textHash }) => textHash)).toEqual(all.map(({ text }) => text));
          for (const [i, { observedAt, uncertain, at }] of stored.entries()) {
            if (i === 0) continue;
            expect(uncertain).toBe(false);
            expect(at).toBe(observedAt);
            expect(Math.abs((observedAt ?? 0) - (all[i]?.at ?? 0))).toBeLessThan(10);
          }
        },
      ),
      runs,
    );
  });

  it('bind provisional messages to their rows, whichever is read first', () => {
    const bursts = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 3 }), announced: fc.integer({ min: 0, max: 3 }) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(bursts, (list) => {
        let at = noon;
        let number = 0;
        const truth: Truth[] = [{ number: number++, text: '您好', own: true, at }];
        const look = () => windowOf('nothing', truth, null);
        const read = (tail: readonly StoredEntry[]) =>
          align({
            tail,
            tailComplete: true,
            reading: { readAt: at + 1, reachesEnd: true, baseline: true, rows: look() },
          });
        let stored = applied([], read([]));
        for (const { count, announced } of list) {
          const badge = Math.min(count, announced);
          const times: number[] = [];
          for (let i = 0; i < count; i++) {
            at += seconds(40);
            truth.push({ number: number++, text: `问${number}`, own: false, at });
            if (i < count - badge) continue;
            times.push(at);
            const { seq } = stored.at(-1) ?? { seq: 0 };
            const provisional = { at, seq: seq + 1, observedAt: at, provisional: true, textHash: null, length: null };
            stored = applied(stored, {
              matched: [],
              removed: [],
              inserted: [{ row: -1, entry: { ...blank, ...provisional } }],
            });
          }
          at += seconds(30);
          stored = applied(stored, read(stored));
          expect(stored.map(({ textHash }) => textHash)).toEqual(truth.map(({ text }) => text));
          expect(stored.some(({ provisional }) => provisional)).toBe(false);
          if (badge > 0)
            expect(stored.slice(-badge).map((entry) => [entry.at, entry.uncertain])).toEqual(
              times.map((time) => [time, false]),
            );
          at += seconds(30);
          truth.push({ number: number++, text: `答${number}`, own: true, at });
          stored = applied(stored, read(stored));
        }
      }),
      runs,
    );
  });
});

const blank = {
  author: 'customer' as const,
  event: null,
  id: null,
  shownAt: null,
  shownPrecision: null,
  token: null,
  history: false,
  uncertain: false,
  recalled: false,
};
