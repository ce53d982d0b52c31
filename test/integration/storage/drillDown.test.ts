import { afterEach, expect, test } from 'vitest';
import { FIGURE_NAMES } from '@/lib/domain/figureRef';
import type { LogEntry } from '@/lib/domain/logEntry';
import { isMessage, type OpenedMessage } from '@/lib/domain/openedMessage';
import { explain } from '@/lib/metrics/explain';
import { unitsMade } from '@/lib/metrics/explainUnits';
import { computeFigures, moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { addReceiving, receiving } from '@/lib/metrics/figures/receiving';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { foldLog } from '@/lib/metrics/replay';
import { defaultSettings } from '@/lib/settings/schema';
import { correctEntry, undoCorrection } from '@/lib/storage/correctEntry';
import type { Database } from '@/lib/storage/database';
import { readAllFigures } from '@/lib/storage/liveQueries/allFigures';
import { readCorrections } from '@/lib/storage/liveQueries/corrections';
import { readDayCorrections } from '@/lib/storage/liveQueries/dayCorrections';
import { readFigureDay } from '@/lib/storage/liveQueries/figureDay';
import { readOpenedTurn } from '@/lib/storage/liveQueries/openedTurn';
import { markConversation } from '@/lib/storage/marks';
import { purgeTexts } from '@/lib/storage/retention';
import { minuteMs, morning, openStore, type Said, script } from './storedShop';

const profile = profileOf('selfcoach');
const dayMs = 86_400_000;
const now = morning + 12 * 60 * minuteMs;
const settings = { ownSeconds: 45, slowTurnMs: 60_000, longSessionMs: 30 * minuteMs };
const request = {
  profile,
  profileFor: () => profile,
  settings,
  withinSeconds: 180,
  now,
  from: morning - 9 * 60 * minuteMs,
  to: morning + 15 * 60 * minuteMs,
};

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of close) await each();
  close = [];
});

async function storeOf(said: readonly Said[]) {
  const store = await openStore({
    ...defaultSettings(),
    profileId: 'selfcoach',
  });
  close.push(() => store.close());
  for (const each of said) await store.say(each);
  return store;
}

/** The log as it stands in the store. */
async function logOf(database: Database): Promise<LogEntry[]> {
  const entries = await database.entries.orderBy('[conversationId+seq]').toArray();
  return entries.flatMap(({ conversationId, at, author, person, length, history }): LogEntry[] =>
    author === null || history ? [] : [{ conversationId, at, author, person, ...(length === null ? {} : { length }) }],
  );
}

test('every figure of the day is that of its messages, by the live profile and by a second one', async () => {
  const { database } = await storeOf(script(5, 20, 17));
  const second = profileOf('pinduoduo');
  const all = await readAllFigures(database, { ...request, second });
  const log = await logOf(database);
  for (const [shown, by] of [
    [all.live, profile],
    [all.second, second],
  ] as const) {
    const folded = foldLog(log, by);
    const raw = computeFigures({ ...folded, profile: by, now, final: false, seconds: [10, 30, 45, 60, 180] });
    expect({ ...shown?.figures, peakWaiting: shown?.peakWaiting }).toEqual(raw);
    const { pressure: _, split: __, ...more } = moreFiguresOfTally({ tally: tallyOf(folded, by, false), profile: by });
    expect(shown?.more).toMatchObject(more);
  }
  const spans = { starts: [], ends: [] };
  for (const id of new Set(log.flatMap((one) => ('conversationId' in one ? [one.conversationId] : [])))) {
    addReceiving(
      spans,
      log.flatMap((one) => ('conversationId' in one && one.conversationId === id ? [one.at] : [])),
    );
  }
  expect(all.live.receiving).toEqual(receiving(spans));
  expect(all.live.receiving?.peak).toBeGreaterThan(1);
  const hours = (all.live.receiving?.activeMs ?? 0) / 3_600_000;
  expect(all.live.customersPerHour).toBeCloseTo(5 / hours, 9);
});

test('each figure opens into turns that are as many as it says, with those left out, by either profile', async () => {
  const said = script(5, 20, 23);
  const { database } = await storeOf([...said, ...said.map((each) => ({ ...each, at: each.at + dayMs }))]);
  for (const by of [profile, profileOf('pinduoduo')]) {
    for (const figure of FIGURE_NAMES) {
      const seconds = figure === 'within' ? { seconds: 60 } : {};
      const day = await readFigureDay(database, { ...request, profile: by, live: profile, figure });
      const turns = day.listed.map(({ turn }) => turn);
      const opened = explain({ figure, ...seconds, ...day.explain, turns, profile: by, now, final: false });
      const n = unitsMade(opened, by) + day.withoutTurns.length;
      const { figures, more, receiving: received } = day.all;
      const wanted: Partial<Record<typeof figure, number | undefined>> = {
        turns: figures.turns,
        answered: figures.answered,
        unanswered: figures.unanswered,
        pending: figures.pending,
        incoming: figures.incoming,
        within: figures.within[60]?.decided,
        customers: more.customers,
        slowTurns: more.slowTurns,
        longReceptions: more.longReceptions,
        peakWaiting: day.all.peakWaiting ?? undefined,
        receivingPeak: received?.peak,
        robotOnly: figures.robotOnly,
      };
      expect(opened.made.length + opened.leftOut.length, figure).toBe(turns.length);
      if (figure in wanted) expect(n, `${by.id} ${figure}`).toBe(wanted[figure]);
    }
  }
});

test('an advertiser is listed among those left out', async () => {
  const store = await storeOf(script(3, 10, 5));
  const { database } = store;
  const [id = ''] = await database.conversations.toCollection().primaryKeys();
  const before = (await database.turns.toArray()).filter((turn) => turn.conversationId === id).length;
  expect(before).toBeGreaterThan(0);
  await markConversation({ ...(await store.context()), now }, { conversationId: id, kind: 'advertiser', on: true });
  const day = await readFigureDay(database, { ...request, live: profile, figure: 'turns' });
  const turns = day.listed.map(({ turn }) => turn);
  const { made, leftOut } = explain({ figure: 'turns', ...day.explain, turns, profile, now, final: false });
  expect(made).toHaveLength(day.all.figures.turns);
  expect(leftOut.filter(({ reason }) => reason === 'excludedConversation')).toHaveLength(before);
});

test('the figures of one person are those of the turns that were answered on their duty', async () => {
  const store = await storeOf(script(3, 10, 5));
  const { database } = store;
  const nobody = await readFigureDay(database, { ...request, live: profile, figure: 'turns', person: '小雨' });
  expect([nobody.all.figures.turns, nobody.listed.length]).toEqual([0, 0]);
  const all = await readFigureDay(database, { ...request, live: profile, figure: 'turns', person: null });
  expect(all.listed).toHaveLength(await database.turns.count());
  expect(all.all.figures.turns).toBeGreaterThan(3);
});

test('a message opens with its precision and what it was taken for; a correction and its undoing leave it as it was', async () => {
  const store = await storeOf([
    { conversation: 'a', at: morning, author: 'customer', text: '这款有货吗' },
    { conversation: 'a', at: morning + 2_000, author: 'own', text: '在的' },
    { conversation: 'a', at: morning + 9_000, author: 'own', text: '有的，您要什么颜色?' },
    { conversation: 'a', at: morning + 30_000, author: 'customer', text: '好的' },
    { conversation: 'a', at: morning + 40_000, author: 'own', text: '给您留着' },
    { conversation: 'a', at: morning + 90_000, author: 'customer', text: '谢谢' },
  ]);
  const { database } = store;
  const turns = await database.turns.toArray();
  const opened = async () => {
    const messages: OpenedMessage[] = [];
    for (const turn of await database.turns.toArray())
      messages.push(...(await readOpenedTurn(database, turn, { profile, bounds: null })).filter(isMessage));
    return messages;
  };
  const before = await opened();
  expect(before.map(({ text, closing, perfunctory, precision }) => [text, closing, perfunctory, precision])).toEqual([
    ['这款有货吗', 'no', false, 'seen'],
    ['在的', 'no', true, 'seen'],
    ['有的，您要什么颜色?', 'no', false, 'seen'],
    ['好的', 'afterQuestion', false, 'seen'],
    ['给您留着', 'no', false, 'seen'],
    ['谢谢', 'yes', false, 'seen'],
  ]);
  const entries = await database.entries.orderBy('key').toArray();
  const context = async () => ({ ...(await store.context()), now });
  const keyOf = (text: string) => before.find((message) => message.text === text)?.key ?? '';
  for (const [text, change] of [
    ['好的', { closing: true }],
    ['谢谢', { closing: false }],
    ['在的', { author: 'colleague' }],
    ['在的', { author: 'agent' }],
    ['在的', { perfunctory: false }],
    ['有的，您要什么颜色?', { author: 'auto' }],
  ] as const) {
    expect(await correctEntry(await context(), { key: keyOf(text), change })).toBe(true);
  }
  const changed = await opened();
  expect(changed.find(({ text }) => text === '好的')?.closing).toBe('yes');
  expect(changed.find(({ text }) => text === '谢谢')?.closing).toBe('no');
  expect(Object.keys(changed.find(({ text }) => text === '在的')?.corrected ?? {}).sort()).toEqual([
    'author',
    'perfunctory',
  ]);

  const listed = await readDayCorrections(database, request);
  expect(listed.map(({ kind, canUndo }) => [kind, canUndo])).toEqual([
    ['author', true],
    ['perfunctory', true],
    ['author', true],
    ['author', false],
    ['closing', true],
    ['closing', true],
  ]);
  expect(await undoCorrection(await context(), { id: listed[3]?.id ?? 0 })).toBe(false);
  for (const { id } of listed) expect(await undoCorrection(await context(), { id })).toBe(true);
  expect(await undoCorrection(await context(), { id: listed[0]?.id ?? 0 })).toBe(false);
  expect(await database.entries.orderBy('key').toArray()).toEqual(entries);
  expect(await database.turns.toArray()).toEqual(turns);
  expect(await opened()).toEqual(before);
  const after = await readDayCorrections(database, request);
  expect(after).toHaveLength(12);
  expect(after.filter(({ canUndo }) => canUndo)).toEqual([]);
  expect(after.filter(({ holds }) => holds)).toEqual([]);
  expect(listed.filter(({ holds }) => holds)).toHaveLength(6);
  const exported = await readCorrections(
    database,
    new Set(entries.map(({ conversationId }) => conversationId)),
    request,
  );
  expect(exported.map(({ holds }) => holds)).toEqual(after.map(() => false));
  expect(after[0]?.figures?.after).toEqual(listed.at(-1)?.figures?.before);

  await purgeTexts(database, now);
  expect((await opened()).map(({ text }) => text)).toEqual(before.map(() => null));
});

test('a turn by another profile opens into its own messages', async () => {
  const { database } = await storeOf(script(2, 16, 31));
  const by = profileOf('chatwoot');
  const day = await readFigureDay(database, { ...request, profile: by, live: profile, figure: 'turns' });
  const seen: string[] = [];
  for (const { turn } of day.listed) {
    const bounds = day.bounds?.get(turn.conversationId) ?? null;
    const messages = (await readOpenedTurn(database, turn, { profile: by, bounds })).filter(isMessage);
    expect(messages.filter(({ author }) => author === 'customer')).toHaveLength(turn.incoming);
    for (const { key } of messages) seen.push(key);
  }
  expect(seen.length).toBeGreaterThan(10);
  expect(new Set(seen).size).toBe(seen.length);
});
