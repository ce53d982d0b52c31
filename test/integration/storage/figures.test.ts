import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredEntry } from '@/lib/domain/entry';
import type { MoreFigures } from '@/lib/domain/figures';
import type { LogEntry } from '@/lib/domain/logEntry';
import { computeFigures, moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import { foldLog } from '@/lib/metrics/replay';
import { figuresFromRollups, moreFiguresFromRollups } from '@/lib/metrics/rollup';
import { appendChecks } from '@/lib/storage/checks';
import { deriveConversation } from '@/lib/storage/derive';
import { markConversation } from '@/lib/storage/marks';
import { deleteHistory } from '@/lib/storage/retention';
import { c1, list, noon, openStore, profile, row, seconds, transcript } from './openStore';

type Store = Awaited<ReturnType<typeof openStore>>;
const runs = { numRuns: 200, seed: 20261121 };
const ids = ['a', 'b'] as const;

/** A message or event as random edits make it. */
const edit = fc.record({
  conversation: fc.constantFrom(...ids),
  kind: fc.constantFrom('customer', 'customer', 'agent', 'agent', 'auto', 'colleague', 'closed', 'transferredIn'),
  /** After the conversation's last entry, or (negative) where it is put in between. */
  pause: fc.constantFrom(1, 8, 40, 200, 1900, 9000, 40_000),
  place: fc.constantFrom('end', 'end', 'end', 'between', 'remove', 'earlier'),
  at: fc.nat(1000),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;
const edits = fc.array(edit, { minLength: 1, maxLength: 10 });

function tables({ database }: Store) {
  const { conversations, entries, turns, sessions, heads, parts, rollups } = database;
  return [conversations, entries, turns, sessions, heads, parts, rollups];
}

async function storeConversation(store: Store, id: string) {
  await store.database.conversations.put({
    id,
    workbenchId: 'plain',
    origin: 'https://chat.example.com',
    account: null,
    shop: null,
    key: id,
    keyedBy: 'id',
    name: null,
    advertiser: false,
    outcome: null,
    lastAt: noon,
    incomingTotal: 0,
    waitingSince: null,
    openedAt: null,
    firstKeyAt: null,
  });
}

function entryOf(conversationId: string, key: string, fields: Partial<StoredEntry>): StoredEntry {
  return {
    key,
    conversationId,
    seq: 0,
    at: noon,
    author: 'customer',
    event: null,
    id: null,
    textHash: 'x',
    length: 3,
    observedAt: noon,
    shownAt: null,
    shownPrecision: null,
    token: null,
    provisional: false,
    history: false,
    uncertain: false,
    closing: false,
    perfunctory: false,
    recalled: false,
    person: '小李',
    ...fields,
  };
}

/** Without what the store adds to turns that no log holds. */
function ofTheLog({ pressure: _, split: __, ...figures }: MoreFigures) {
  return figures;
}

/** The figures of all entries at once, and those of what the store keeps up to date. */
async function figuresBothWays(store: Store) {
  const { database } = store;
  const advertisers = new Set(
    (await database.conversations.toArray()).flatMap(({ id, advertiser }) => (advertiser ? [id] : [])),
  );
  const entries = await database.entries.orderBy('[conversationId+seq]').toArray();
  const log = entries.flatMap(({ conversationId, at, author, event, length, person }): LogEntry[] => {
    if (advertisers.has(conversationId)) return [];
    if (event !== null) return [{ conversationId, at, event, person }];
    return author === null ? [] : [{ conversationId, at, author, person, ...(length === null ? {} : { length }) }];
  });
  const folded = foldLog(log, profile);
  const now = folded.lastAt;
  const peak = peakWaiting(folded.turns, profile, now, false);
  const rollups = await store.rollups();
  return {
    raw: {
      figures: computeFigures({ ...folded, profile, now, final: false }),
      more: ofTheLog(moreFiguresOfTally({ tally: tallyOf(folded, profile, false), profile })),
    },
    kept: {
      figures: figuresFromRollups({ rollups, profile, now, peakWaiting: peak }),
      more: ofTheLog(moreFiguresFromRollups({ rollups, profile })),
    },
  };
}

describe('what is kept up to date', () => {
  it('equals the figures of all entries, after any edits anywhere', { timeout: 60_000 }, async () => {
    const store = await openStore();
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        await store.database.transaction('rw', store.database.tables, async () => {
          for (const table of tables(store)) await table.clear();
          for (const id of ids) await storeConversation(store, id);
          for (const edit of list) {
            const from = await applyEdit(store, edit);
            await deriveConversation(store.derive, { conversationId: edit.conversation, from });
          }
        });
        const { raw, kept } = await figuresBothWays(store);
        expect(kept).toEqual(raw);
        // Going on from where the last derivation ended leaves the same behind as deriving everything at once.
        const derived = async () => Promise.all(tables(store).map((table) => table.toArray()));
        const before = await derived();
        await store.database.transaction('rw', store.database.tables, async () => {
          for (const conversationId of ids) {
            await deriveConversation(store.derive, { conversationId, from: Number.NEGATIVE_INFINITY });
          }
        });
        expect(await derived()).toEqual(before);
      }),
      runs,
    );
  });

  it('is restored to the last digit when a mark as advertiser is taken back', async () => {
    const store = await openStore();
    const { before } = await twoConversations(store);
    const atFirst = await figuresBothWays(store);
    const mark = (on: boolean) =>
      markConversation({ ...store.derive, now: noon }, { conversationId: c1, kind: 'advertiser', on });
    await mark(true);
    const { raw, kept } = await figuresBothWays(store);
    expect(kept).toEqual(raw);
    expect(kept.figures.turns).toBe(before.turns.length - 1);
    await mark(false);
    expect(await figuresBothWays(store)).toEqual(atFirst);
    expect(await store.turns()).toEqual(before.turns);
    expect(await store.database.corrections.toArray()).toMatchObject([
      { kind: 'advertiser', before: 'false', after: 'true' },
      { before: 'true', after: 'false' },
    ]);
  });

  it('stays when history is deleted, and a conversation that goes on starts afresh', async () => {
    const store = await openStore();
    const { before } = await twoConversations(store);
    expect((await deleteHistory(store.database, noon + seconds(7200))).entries).toBeGreaterThan(0);
    const { entries, texts, turns, sessions, parts, badges, conversations } = store.database;
    const counts = await Promise.all(
      [entries, texts, turns, sessions, parts, badges, conversations].map((table) => table.count()),
    );
    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(await store.rollups()).toEqual(before.rollups);
    const seenAt = noon + seconds(90_000);
    await store.record([transcript([row('您好', { author: 'own' })], { readAt: seenAt, baseline: true })]);
    await store.record([transcript([row('您好', { author: 'own' }), row('又来了', { seenAt })], { readAt: seenAt })]);
    expect(await store.turns()).toHaveLength(1);
    expect((await store.rollups()).length).toBe(before.rollups.length + 1);
  });
});

describe('a turn in a conversation in which nothing happens any more', () => {
  it('ends at its limit and at the end of the day, once', async () => {
    const store = await openStore();
    await twoConversations(store);
    const check = (now: number) => appendChecks(store.derive, { now, newKey: store.newKey });
    expect(await check(noon + seconds(120))).toBe(0);
    const now = noon + profile.longestOpenMs + seconds(120);
    const pending = (await store.turns()).filter(({ state }) => state === 'pending').length;
    expect(pending).toBe(1);
    expect(await check(now)).toBe(pending);
    expect((await store.turns()).filter(({ state }) => state === 'pending')).toEqual([]);
    expect(await check(now + 1)).toBe(0);
    const events = await store.database.entries.filter(({ event }) => event === 'checked').toArray();
    expect(events).toMatchObject([{ at: now, author: null }]);
  });
});

/** One customer who was answered, and one who waits, from 12:01 on. */
async function twoConversations(store: Store) {
  const own = row('您好', { author: 'own' });
  const asked = noon + seconds(60);
  const answered = noon + seconds(75);
  await store.record([transcript([own], { baseline: true }), list(noon, { c1: 0, c2: 0 })]);
  const rows = [own, row('多少钱', { seenAt: asked }), row('28元', { author: 'own', seenAt: answered })];
  await store.record([transcript(rows, { readAt: answered }), list(answered, { c1: 0, c2: 1 })]);
  return { before: { rollups: await store.rollups(), turns: await store.turns() } };
}

/** Appends, inserts, changes or removes an entry; gives the earliest moment that it touches. */
async function applyEdit(store: Store, edit: Edit): Promise<number> {
  const { database } = store;
  const entries = await store.entries(edit.conversation);
  const last = entries.at(-1);
  const i = entries.length === 0 ? 0 : edit.at % entries.length;
  const [target, next] = [entries[i], entries[i + 1]];
  if (edit.place === 'remove' && target) {
    await database.entries.delete(target.key);
    return target.at;
  }
  const fields =
    edit.kind === 'closed' || edit.kind === 'transferredIn'
      ? { author: null, event: edit.kind, length: null }
      : { author: edit.kind };
  if (edit.place === 'between' && target && next) {
    const at = target.at + Math.floor((next.at - target.at) / 2);
    const seq = (target.seq + next.seq) / 2;
    await database.entries.add(entryOf(edit.conversation, store.newKey(), { ...fields, at, seq }));
    return at;
  }
  if (edit.place === 'earlier' && target) {
    const floor = entries[i - 1]?.at ?? target.at - seconds(30);
    const at = floor + Math.floor((target.at - floor) / 3);
    await database.entries.update(target.key, { at });
    return at;
  }
  const at = (last?.at ?? noon) + seconds(edit.pause);
  await database.entries.add(entryOf(edit.conversation, store.newKey(), { ...fields, at, seq: (last?.seq ?? 0) + 1 }));
  return at;
}
