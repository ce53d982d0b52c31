import { afterEach, expect, test } from 'vitest';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { targetsFor } from '@/lib/metrics/targets';
import { dayNumber, zoneOf } from '@/lib/metrics/zone';
import { defaultSettings } from '@/lib/settings/schema';
import type { Database } from '@/lib/storage/database';
import { switchDuty } from '@/lib/storage/duties';
import { openGap } from '@/lib/storage/gaps';
import { readDailyFigures } from '@/lib/storage/liveQueries/dailyFigures';
import { countSpan, readExportDays } from '@/lib/storage/liveQueries/exportData';
import { countTurns, readListedTurns } from '@/lib/storage/liveQueries/listedTurns';
import { readLiveView } from '@/lib/storage/liveQueries/liveView';
import { readLibrary } from '@/lib/storage/liveQueries/quickReplies';
import { recordTables } from '@/lib/storage/liveQueries/recordTables';
import { readStoreCounts } from '@/lib/storage/liveQueries/storeCounts';
import { readTroubles } from '@/lib/storage/liveQueries/troubles';
import { readMessagesOfTurns, readTurnMessages } from '@/lib/storage/liveQueries/turnMessages';
import { watchTables } from '@/lib/storage/liveQueries/watchTables';
import { saveQuickReply, seedQuickReplies } from '@/lib/storage/quickReplies';
import { deleteHistory, purgeTexts } from '@/lib/storage/retention';
import { minuteMs, morning, openStore, type Said, script } from './storedShop';

const profile = profileOf('selfcoach');
const settings = defaultSettings();
const targets = targetsFor(profile.id);
const day = dayNumber(zoneOf(profile.timeZone), morning, profile.dayStartsAtMs);
const dayMs = 86_400_000;
const now = morning + 12 * 60 * minuteMs;
const request = { profile, profileFor: () => profile, targets, settings, now };
const always = { from: 0, to: Number.MAX_SAFE_INTEGER };

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of close) await each();
  close = [];
});

async function storeOf(said: readonly Said[]): Promise<Database> {
  const store = await openStore();
  close.push(() => store.close());
  for (const each of said) await store.say(each);
  return store.database;
}

const nextDay = (said: readonly Said[]): Said[] => said.map((each) => ({ ...each, at: each.at + dayMs }));

test('turns are listed by the span in which they began, oldest first, with the name of their customer', async () => {
  const said = script(3, 12, 7);
  const database = await storeOf([...said, ...nextDay(said)]);
  const first = await readListedTurns(database, { from: morning, to: morning + dayMs });
  const second = await readListedTurns(database, { from: morning + dayMs, to: morning + 2 * dayMs });
  expect(first.length).toBeGreaterThan(5);
  expect(first.length + second.length).toBe(await database.turns.count());
  expect(await countTurns(database, { from: morning, to: morning + dayMs })).toBe(first.length);
  const starts = first.map(({ turn }) => turn.startedAt);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  for (const { turn, conversation } of first) expect(turn.conversationId.endsWith(`|${conversation.name}`)).toBe(true);
});

test('a turn opens into exactly its own messages, with their texts while they are kept', async () => {
  const said = script(2, 24, 11);
  const database = await storeOf(said);
  const listed = await readListedTurns(database, always);
  const opened: string[] = [];
  for (const { turn } of listed) {
    const messages = await readTurnMessages(database, turn);
    expect(messages.filter(({ author }) => author === 'customer').length).toBe(turn.incoming);
    expect(messages.filter(({ author }) => author === 'agent').length).toBe(turn.outgoing);
    expect(messages[0]?.at).toBe(turn.startedAt);
    for (const { key, at, text } of messages) {
      opened.push(key);
      expect(said.some((each) => each.at === at && each.text === text)).toBe(true);
    }
  }
  expect(new Set(opened).size).toBe(opened.length);

  const own = listed.filter(({ turn }) => turn.conversationId.endsWith('customer-1')).map(({ turn }) => turn);
  const together = await readMessagesOfTurns(database, own);
  for (const turn of own) expect(together.get(turn.index)).toEqual(await readTurnMessages(database, turn));

  await purgeTexts(database, now);
  const turn = own[0];
  if (turn === undefined) throw new Error('The script has no turn of customer 1.');
  expect((await readTurnMessages(database, turn)).map(({ text }) => text)).toEqual(
    (together.get(turn.index) ?? []).map(() => null),
  );
});

test('peak waiting of a day comes from its turns, and is unknown once they are deleted', async () => {
  const said = script(4, 10, 3);
  const database = await storeOf([...said, ...nextDay(script(1, 4, 5))]);
  const { figures, date } = await readDailyFigures(database, { ...request, day });
  const turns = (await readListedTurns(database, { from: morning, to: morning + dayMs })).map(({ turn }) => turn);
  const waitedFor = (at: number) =>
    turns.filter(
      ({ state, startedAt, repliedAt }) =>
        startedAt <= at && (state === 'pending' || (state === 'answered' && repliedAt !== null && repliedAt > at)),
    ).length;
  expect(date).toBe('2026-10-20');
  expect(figures.peakWaiting).toBe(Math.max(...turns.map(({ startedAt }) => waitedFor(startedAt))));
  expect(figures.peakWaiting).toBeGreaterThan(1);

  // Waits at a workbench that counts by another profile are none of this one's.
  const elsewhere = turns.map((turn, index) => ({ ...turn, id: `other-${index}`, workbenchId: 'elsewhere' }));
  await database.turns.bulkAdd(elsewhere.map((turn) => ({ ...turn, conversationId: `other ${turn.conversationId}` })));
  const profileFor = (id: string) => (id === 'elsewhere' ? profileOf('pinduoduo') : profile);
  const apart = await readDailyFigures(database, { ...request, profileFor, day });
  expect(apart.figures.peakWaiting).toBe(figures.peakWaiting);
  await database.turns.bulkDelete(elsewhere.map(({ id }) => id));

  await deleteHistory(database, morning + dayMs - minuteMs);
  const left = await readDailyFigures(database, { ...request, now: now + dayMs, day });
  expect(left.figures.peakWaiting).toBeNull();
  expect(left.figures.averageResponseMs).toBe(figures.averageResponseMs);
});

test('deleting history leaves the conversations that went on with what came after', async () => {
  const talk = script(2, 10, 13);
  // A turn that is open over night is one session with what comes in the morning.
  const end = Math.max(...talk.map(({ at }) => at)) + minuteMs;
  const farewells = [0, 1].map((index): Said => {
    return { conversation: `customer-${index}`, at: end + index, author: 'own', text: `answered ${index}` };
  });
  const said = [...talk, ...farewells];
  const database = await storeOf([...said, ...nextDay(said)]);
  const later = await readListedTurns(database, { from: morning + dayMs, to: morning + 2 * dayMs });
  await deleteHistory(database, morning + dayMs - minuteMs);
  expect(await readListedTurns(database, always)).toEqual(later);
  const kept = await database.entries.toArray();
  expect(kept.length).toBe(said.length);
  expect(Math.min(...kept.map(({ at }) => at))).toBeGreaterThanOrEqual(morning + dayMs);
  expect(Math.min(...(await database.sessions.toArray()).map(({ fromAt }) => fromAt))).toBeGreaterThan(morning + dayMs);
});

test('an export is read day by day, texts only when they are to leave', async () => {
  const said = script(2, 8, 21);
  const database = await storeOf([...said, ...nextDay(said)]);
  const span = { ...request, now: now + dayMs, from: morning - 9 * 60 * minuteMs, to: morning + 2 * dayMs };
  const held = await countSpan(database, span);
  expect(held).toEqual({ turns: await database.turns.count(), days: 2 });
  for (const texts of [true, false]) {
    const days = [];
    for await (const each of readExportDays(database, span, { names: false, texts })) days.push(each);
    expect(days.map(({ figures }) => figures.date).slice(0, 2)).toEqual(['2026-10-20', '2026-10-21']);
    const turns = days.flatMap((each) => each.turns);
    expect(turns.length).toBe(held.turns);
    for (const { turn, messages } of turns) {
      if (texts) expect(messages).toEqual(await readTurnMessages(database, turn));
      else expect(messages).toBeNull();
    }
  }
});

test('five hundred writes are a few calls, and the last one is not missed', async () => {
  const database = await storeOf([]);
  const seen: number[] = [];
  const life = new AbortController();
  watchTables(database, {
    tables: ['picks'],
    everyMs: 50,
    signal: life.signal,
    onChange: () => void database.picks.count().then((count) => seen.push(count)),
  });
  const started = performance.now();
  for (let at = 0; at < 500; at++) {
    await database.picks.add({ at, replyId: 'r', conversationId: 'c', messages: [] });
  }
  const took = performance.now() - started;
  await expect.poll(() => seen.at(-1)).toBe(500);
  expect(seen.length).toBeLessThanOrEqual(took / 50 + 2);
  expect(seen.length).toBeLessThan(250);

  const calls = seen.length;
  await database.gaps.clear();
  await database.duties.add({ at: 1, person: null });
  life.abort();
  await database.picks.clear();
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(seen.length).toBe(calls);
});

test('what a reading touched is what it is made again for: the duty switch, and nothing that it never asked for', async () => {
  const database = await storeOf([]);
  const touched = new Set<string>();
  const options = { settings, now: morning, workbenchName: String, workbenchProfile: () => 'selfcoach' };
  const recorded = recordTables(database, (name) => touched.add(name));
  const read = () => readLiveView(recorded, options);
  expect((await read()).duty.on).toBe(true);
  let calls = 0;
  const life = new AbortController();
  watchTables(database, { tables: touched, everyMs: 1, signal: life.signal, onChange: () => calls++ });
  await database.dismissedPhrases.add({ core: 'x', at: 1 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(calls).toBe(0);
  await switchDuty(database, { on: false, at: morning - 1 });
  await expect.poll(() => calls).toBe(1);
  expect((await read()).duty.on).toBe(false);
  life.abort();
  recordTables(database, (name) => touched.add(name)).table('pictures');
  expect(touched.has('pictures')).toBe(true);
  expect(touched.has('platformImports')).toBe(false);
});

test('troubles are joined with their repetitions; pauses and closed tabs are none', async () => {
  const database = await storeOf([]);
  const recorder = { id: 'r', workbenchId: 'playground', origin: 'o', account: null, shop: null };
  const gap = { recorder, to: null };
  await openGap(database, { ...gap, kind: 'notReading', from: 10, problem: 'noList' });
  await openGap(database, { ...gap, kind: 'notReading', from: 30, problem: 'noList' });
  await openGap(database, { ...gap, kind: 'notReading', from: 20, problem: 'disconnected' });
  await openGap(database, { ...gap, kind: 'paused', recorder: null, from: 40 });
  await openGap(database, { ...gap, kind: 'closed', from: 50 });
  expect(await readTroubles(database)).toEqual([
    { kind: 'notReading', problem: 'noList', workbenchId: 'playground', at: 30, times: 2 },
    { kind: 'notReading', problem: 'disconnected', workbenchId: 'playground', at: 20, times: 1 },
  ]);
  expect(await readStoreCounts(database)).toEqual({ entries: 0, turns: 0, gaps: 5 });
});

test('the library is listed as a sale goes, own groups behind', async () => {
  const database = await storeOf([]);
  await seedQuickReplies(database, 1);
  const own = { code: 'a1', title: '', text: '赠品随单发', group: '赠品', order: 0, uses: 0, lastUsedAt: null };
  await saveQuickReply(database, { ...own, id: 'own' });
  const groups = [...new Set((await readLibrary(database)).replies.map(({ group }) => group))];
  expect(groups.slice(0, 3)).toEqual(['问好', '答疑', '推荐']);
  expect(groups.at(-1)).toBe('赠品');
  await expect(saveQuickReply(database, { ...own, id: 'other' })).rejects.toThrow(/a1/);
});
