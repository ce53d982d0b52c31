import { expect, inject, test } from 'vitest';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { Database } from '@/lib/storage/database';
import { readAllFigures } from '@/lib/storage/liveQueries/allFigures';
import { readFigureDay } from '@/lib/storage/liveQueries/figureDay';
import { countReads } from '../integration/storage/countReads';
import { fillStore } from '../integration/storage/fillStore';

/**
 * What the figures of a day cost that are read from every message of it (receiving, the second opinion), in a store of
 * BENCH_MESSAGES messages with 5,000 a day, today and on a day far back, against a store of three days: time,
 * records read, and how long the page could not draw.
 */
const perDay = 5_000;
const perConversation = 10;
const dayMs = 86_400_000;
const now = Date.UTC(2026, 9, 20, 15);
const profile = profileOf('pinduoduo');
const settings = { ownSeconds: null, slowTurnMs: 60_000, longSessionMs: 1_800_000 };
const times = 5;

async function storeOf(messages: number): Promise<Database> {
  const database = new Database(`bench-day-${messages}`);
  if ((await database.rollups.count()) === 0) {
    await Promise.all(database.tables.map((table) => table.clear()));
    const conversations = messages / perConversation;
    await fillStore(database, { messages, conversations, days: messages / perDay, until: now, profile });
  }
  return database;
}

/** The longest time in which a timer of 0 ms did not fire, ms, while something is read. */
async function measured(work: () => Promise<unknown>): Promise<{ tookMs: number; blockedMs: number }> {
  let blockedMs = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const at = performance.now();
    blockedMs = Math.max(blockedMs, at - last);
    last = at;
  }, 0);
  const from = performance.now();
  await work();
  const tookMs = performance.now() - from;
  blockedMs = Math.max(blockedMs, performance.now() - last);
  clearInterval(timer);
  return { tookMs, blockedMs };
}

async function costOf(database: Database, name: string, back: number): Promise<number> {
  const to = now - back * dayMs;
  const span = { from: to - dayMs, to };
  const request = { profile, profileFor: () => profile, settings, withinSeconds: 180, now: to, ...span };
  const second = profileOf('selfcoach');
  const all = () => readAllFigures(database, { ...request, second });
  const figures = await all();
  expect(figures.second?.figures.incoming).toBe(perDay / 2);
  expect(figures.live.receiving?.peak).toBeGreaterThan(0);
  for (const [what, work] of [
    ['all figures with a second opinion', all],
    ['receiving opened', () => readFigureDay(database, { ...request, live: profile, figure: 'receivingPeak' })],
  ] as const) {
    const taken = [];
    for (let n = 0; n < times; n++) taken.push(await measured(work));
    const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
    const took = median(taken.map(({ tookMs }) => tookMs));
    const blocked = median(taken.map(({ blockedMs }) => blockedMs));
    console.log(`${name}: ${what} ${took.toFixed(0)} ms, at most ${blocked.toFixed(0)} ms without drawing`);
  }
  const reopened = new Database(database.name);
  const reads = countReads(reopened);
  await readAllFigures(reopened, { ...request, second });
  reopened.close();
  console.log(`${name}: ${reads.total()} records read`);
  return reads.total();
}

test('the figures of a day', async () => {
  const messages = inject('messages');
  // The day before is looked through for who was still waiting: it is there in both.
  const few = await storeOf(3 * perDay);
  const many = await storeOf(messages);
  const alone = await costOf(few, 'a store of three days', 0);
  const today = await costOf(many, `${messages} messages, today`, 0);
  const earlier = await costOf(many, `${messages} messages, ${messages / perDay / 2} days back`, messages / perDay / 2);
  for (const database of inject('keep') ? [few] : [few, many]) {
    database.close();
    await database.delete();
  }
  // A day is a day, whatever stands beside it.
  expect(today).toBeLessThanOrEqual(alone * 1.1);
  expect(earlier).toBeLessThanOrEqual(alone * 1.1);
});
