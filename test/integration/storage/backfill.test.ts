import { expect, test } from 'vitest';
import type { ReadingRow, ShownTime } from '@/lib/domain/reading';
import { liveFiguresOfTally } from '@/lib/metrics/figures';
import { mergeRollups } from '@/lib/metrics/rollup';
import { closeGap, openGap } from '@/lib/storage/gaps';
import { beat, startRecorder } from '@/lib/storage/recorders';
import { advanceRetiming, isRetimingDue } from '@/lib/storage/retimeEntries';
import { c1, noon, openStore, profile, recorder, row, seconds, transcript } from './openStore';

/** The workbench's clock is so much ahead of ours. */
const aheadMs = 7_300;

/** What the workbench shows of a moment of ours. */
function shownAt(at: number, precision: 'second' | 'minute' = 'second'): ShownTime {
  const unit = precision === 'second' ? 1000 : 60_000;
  return { at: Math.floor((at + aheadMs) / unit) * unit, precision };
}

/** Twenty messages that were seen arriving, and then three more while nobody recorded. */
async function overAGap(precision: 'second' | 'minute', seenBefore = 20) {
  const store = await openStore();
  const rows: ReadingRow[] = [row('您好', { id: 'h', author: 'own' })];
  await store.record([transcript([...rows], { baseline: true })]);
  for (let n = 0; n < seenBefore; n++) {
    const seenAt = noon + seconds(30 * n + 60) + 137 * n;
    const author = n % 2 === 0 ? 'customer' : 'own';
    rows.push(row(`第${n}句`, { id: `m${n}`, author, seenAt, shown: shownAt(seenAt - 80) }));
    await store.record([transcript([...rows], { readAt: seenAt })]);
  }
  const away = noon + seconds(900);
  const missed = [
    { at: away + 2_345, author: 'customer' as const, text: '还有货吗' },
    { at: away + 20_720, author: 'own' as const, text: '有的' },
    { at: away + 33_910, author: 'customer' as const, text: '发什么快递' },
  ];
  rows.push(
    ...missed.map(({ at, ...said }, n) => row(said.text, { ...said, id: `x${n}`, shown: shownAt(at, precision) })),
  );
  const readAt = away + seconds(60);
  const back = recorder('r2');
  await store.record(
    [
      transcript(
        rows.map((one) => ({ ...one, seenAt: null })),
        { readAt, baseline: true },
      ),
    ],
    back,
  );
  const repliedAt = away + seconds(75);
  rows.push(row('中通', { id: 'last', author: 'own', seenAt: repliedAt, shown: shownAt(repliedAt) }));
  await store.record([transcript([...rows], { readAt: repliedAt })], back);
  return { store, missed, repliedAt };
}

async function lastTurns(store: Awaited<ReturnType<typeof openStore>>) {
  return (await store.turns()).sort((a, b) => a.index - b.index).slice(-2);
}

test('turns over a gap are timed by what the workbench shows to the second, put onto our clock', async () => {
  const { store, missed, repliedAt } = await overAGap('second');
  const [first, second] = await lastTurns(store);
  expect(first).toMatchObject({ state: 'answered', uncertain: false });
  expect(second).toMatchObject({ state: 'answered', uncertain: false, repliedAt });
  const latency = (turn: typeof first) => (turn?.repliedAt ?? Number.NaN) - (turn?.clockAt ?? Number.NaN);
  const [asked, answered, askedAgain] = missed.map(({ at }) => at);
  expect(Math.abs(latency(first) - ((answered ?? 0) - (asked ?? 0)))).toBeLessThanOrEqual(1000);
  expect(Math.abs(latency(second) - (repliedAt - (askedAgain ?? 0)))).toBeLessThanOrEqual(1000);
  // The entries say where their times come from: not seen arriving, shown to the second, certain.
  const shown = (await store.entries()).filter(({ id }) => id?.startsWith('x') === true);
  expect(shown).toHaveLength(3);
  for (const entry of shown) {
    expect(entry).toMatchObject({ observedAt: null, shownPrecision: 'second', uncertain: false, history: false });
  }
  const figures = (await store.rollups()).reduce((sum, { uncertain }) => sum + uncertain, 0);
  expect(figures).toBe(0);
});

test('times to the minute, and clocks that were not compared, time nothing', async () => {
  for (const { store } of [await overAGap('minute'), await overAGap('second', 4)]) {
    const turns = await lastTurns(store);
    expect(turns.map(({ uncertain }) => uncertain)).toEqual([true, true]);
  }
});

/** The agent goes on working, in another conversation, until the clocks are compared. */
async function untilCompared(store: Awaited<ReturnType<typeof openStore>>) {
  const rows: ReadingRow[] = [row('您好', { id: 'o', author: 'own' })];
  await store.record([transcript([...rows], { key: 'c2', baseline: true })], recorder('r2'));
  for (let n = 0; n < 8; n++) {
    const seenAt = noon + seconds(1200 + 30 * n) + 137 * n;
    rows.push(row(`另${n}`, { id: `o${n}`, seenAt, shown: shownAt(seenAt - 80) }));
    await store.record([transcript([...rows], { key: 'c2', readAt: seenAt })], recorder('r2'));
  }
}

test('what was shown before the clocks were compared is timed once they are', async () => {
  const { store, missed, repliedAt } = await overAGap('second', 4);
  expect((await lastTurns(store)).map(({ uncertain }) => uncertain)).toEqual([true, true]);
  expect(await isRetimingDue(store.database)).toBe(false);
  await untilCompared(store);
  expect(await isRetimingDue(store.database)).toBe(true);
  while (await isRetimingDue(store.database)) await advanceRetiming(store.derive);
  const turns = (await store.turns()).filter(({ conversationId }) => conversationId === c1).slice(-2);
  expect(turns).toMatchObject([{ uncertain: false }, { uncertain: false, repliedAt }]);
  const [asked, answered, askedAgain] = missed.map(({ at }) => at);
  const latencies = turns.map((turn) => (turn.repliedAt ?? Number.NaN) - (turn.clockAt ?? Number.NaN));
  expect(Math.abs((latencies[0] ?? 0) - ((answered ?? 0) - (asked ?? 0)))).toBeLessThanOrEqual(1000);
  expect(Math.abs((latencies[1] ?? 0) - (repliedAt - (askedAgain ?? 0)))).toBeLessThanOrEqual(1000);
  // The sums have changed with the turns.
  const tally = mergeRollups(await store.rollups());
  expect(tally.uncertain).toBe(0);
  // The same readings again, and another sample, change nothing.
  const entries = await store.entries();
  await untilCompared(store);
  expect(await isRetimingDue(store.database)).toBe(false);
  expect(await store.entries()).toEqual(entries);
});

test('times to the minute, other accounts and times before a step of the clock are not timed later', async () => {
  const minutes = (await overAGap('minute', 4)).store;
  await untilCompared(minutes);
  while (await isRetimingDue(minutes.database)) await advanceRetiming(minutes.derive);
  expect((await lastTurns(minutes)).map(({ uncertain }) => uncertain)).toEqual([true, true]);

  const { store } = await overAGap('second', 4);
  await store.record([{ kind: 'clockStep', readAt: noon + seconds(1100), byMs: 3000 }], recorder('r2'));
  await untilCompared(store);
  while (await isRetimingDue(store.database)) await advanceRetiming(store.derive);
  const turns = (await store.turns()).filter(({ conversationId }) => conversationId === c1).slice(-2);
  expect(turns.map(({ uncertain }) => uncertain)).toEqual([true, true]);
});

test('what was measured is forgotten when our clock is set, and kept for each account apart', async () => {
  const { store } = await overAGap('second');
  const skews = () => store.database.meta.where('key').startsWith('clockSkew ').toArray();
  expect(await skews()).toMatchObject([{ key: 'clockSkew plain|https://chat.example.com|' }]);
  await store.record([{ kind: 'clockStep', readAt: noon + seconds(2000), byMs: 5000 }]);
  expect(await skews()).toEqual([]);
});

test('a turn over messages that nobody can account for is not timed', async () => {
  const store = await openStore();
  const asked = noon + seconds(60);
  await store.record([transcript([row('您好', { id: 'a', author: 'own' })], { baseline: true })]);
  const rows = [row('您好', { id: 'a', author: 'own' }), row('多少钱', { id: 'b', seenAt: asked })];
  await store.record([transcript(rows, { readAt: asked })]);
  expect(await store.turns()).toMatchObject([{ state: 'pending', uncertain: false }]);
  const later = noon + seconds(600);
  const others = [row('甲', { id: 'x' }), row('乙', { id: 'y', author: 'own' })];
  const fresh = row('28元', { id: 'z', author: 'own', seenAt: later });
  await store.record([transcript([...others, fresh], { readAt: later })], recorder('r2'));
  expect(await store.database.gaps.toArray()).toMatchObject([{ kind: 'ambiguous', conversationId: c1 }]);
  expect((await store.turns())[0]).toMatchObject({ state: 'answered', uncertain: true });
});

type Store = Awaited<ReturnType<typeof openStore>>;

/** Observation fails from one moment to another, each kind as it comes about. */
const gapOf = {
  async closed({ database }: Store, from: number, to: number) {
    await beat(database, { recorderId: 'r1', problem: null, hidden: false, now: from });
    await startRecorder(database, { recorder: recorder('r2'), place: { tabId: 1, windowId: 1, frameId: 0 }, now: to });
  },
  async paused({ database }: Store, from: number, to: number) {
    await openGap(database, { kind: 'paused', recorder: null, from, to: null });
    await closeGap(database, { kind: 'paused', recorderId: null, at: to });
  },
  async notReading(store: Store, from: number, to: number) {
    await store.record([{ kind: 'health', readAt: from, problem: 'noTranscript' }]);
    await store.record([{ kind: 'health', readAt: to, problem: null }]);
  },
};

test.each(['closed', 'paused', 'notReading'] as const)(
  'a turn answered in a gap (%s), at a time that is not known to the second, is counted and not timed',
  async (kind) => {
    for (const shown of [null, shownAt(noon + seconds(150), 'minute'), shownAt(noon + seconds(150))]) {
      const store = await openStore();
      const place = { tabId: 1, windowId: 1, frameId: 0 };
      await startRecorder(store.database, { recorder: recorder(), place, now: noon });
      const rows = [row('您好', { id: 'a', author: 'own' })];
      await store.record([transcript([...rows], { baseline: true })]);
      rows.push(row('多少钱', { id: 'b', seenAt: noon + seconds(60) }));
      await store.record([transcript([...rows], { readAt: noon + seconds(60) })]);
      await gapOf[kind](store, noon + seconds(90), noon + seconds(200));
      rows.push(row('28元', { id: 'c', author: 'own', shown }));
      const unseen = rows.map((one) => ({ ...one, seenAt: null }));
      const back = recorder(kind === 'closed' ? 'r2' : 'r1');
      await store.record([transcript(unseen, { readAt: noon + seconds(200), baseline: true })], back);
      expect(await store.database.gaps.toArray()).toMatchObject([
        { kind, from: noon + seconds(90), to: noon + seconds(200), waiting: 1 },
      ]);
      expect(await store.turns()).toMatchObject([{ state: 'answered', uncertain: true }]);
      const tally = mergeRollups(await store.rollups());
      expect(tally.uncertain).toBe(1);
      const figures = liveFiguresOfTally({ tally, profile, now: noon + seconds(300) });
      expect(figures).toMatchObject({ turns: 1, answered: 1, averageResponseMs: null, longestResponseMs: null });
    }
  },
);
