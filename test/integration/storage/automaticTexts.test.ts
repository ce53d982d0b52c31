import { afterEach, expect, test } from 'vitest';
import { isMessage } from '@/lib/domain/openedMessage';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { defaultSettings } from '@/lib/settings/schema';
import { markAutomaticText } from '@/lib/storage/automaticTexts';
import { correctEntry, undoCorrection } from '@/lib/storage/correctEntry';
import type { Database } from '@/lib/storage/database';
import { readAllFigures } from '@/lib/storage/liveQueries/allFigures';
import { readAutomaticTexts } from '@/lib/storage/liveQueries/automaticTexts';
import { readCorrections } from '@/lib/storage/liveQueries/corrections';
import { readDayCorrections } from '@/lib/storage/liveQueries/dayCorrections';
import { readListedTurns } from '@/lib/storage/liveQueries/listedTurns';
import { readOpenedTurn } from '@/lib/storage/liveQueries/openedTurn';
import { readTurnMessages } from '@/lib/storage/liveQueries/turnMessages';
import { advanceRederivation, planRederivation } from '@/lib/storage/rederive';
import { purgeTexts } from '@/lib/storage/retention';
import { minuteMs, morning, openStore } from './storedShop';

const profile = profileOf('selfcoach');
const settings = { ...defaultSettings(), profileId: 'selfcoach' };
const now = morning + 30 * minuteMs;
const day = { from: morning - 60 * minuteMs, to: morning + 12 * 60 * minuteMs };
const greeting = '亲,欢迎光临,请问有什么可以帮您';

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of close) await each();
  close = [];
});

/** Customers who are greeted after 2 s each and answered after a minute. */
async function greetedShop() {
  const store = await openStore(settings);
  close.push(() => store.close());
  for (const [index, conversation] of ['a', 'b'].entries()) {
    const at = morning + index * 5 * minuteMs;
    await store.say({ conversation, at, author: 'customer', text: '这款有货吗' });
    await store.say({ conversation, at: at + 2_000, author: 'own', text: greeting });
    await store.say({ conversation, at: at + minuteMs, author: 'own', text: '有的,今天发' });
  }
  const { database } = store;
  const greetings = await database.entries.filter(({ textHash }) => textHash === `hash of ${greeting}`).sortBy('at');
  const key = greetings[0]?.key ?? '';
  const mark = () => markAutomaticText({ database, now }, { key });
  const undo = async (id: number) => undoCorrection({ ...(await store.context()), now }, { id });
  return { ...store, keys: greetings.map((one) => one.key), mark, undo };
}

async function follow(database: Database) {
  await planRederivation(database, settings);
  while ((await advanceRederivation({ database, workbenchProfile: () => 'selfcoach', now: () => now })) === 'more');
}

async function firstResponse(database: Database) {
  const request = { profile, profileFor: () => profile, settings, withinSeconds: 180, now, second: null, ...day };
  return (await readAllFigures(database, request)).live.figures.firstResponseMs;
}

test('a text marked as automatic is so in all messages of the account, past and future, until it is taken back', async () => {
  const { database, say, mark, undo } = await greetedShop();
  expect(await firstResponse(database)).toBe(2_000);

  expect(await mark()).toBe(true);
  expect(await firstResponse(database)).toBe(2_000);
  await follow(database);
  expect(await firstResponse(database)).toBe(minuteMs);

  const at = morning + 20 * minuteMs;
  await say({ conversation: 'c', at, author: 'customer', text: '在吗老板' });
  await say({ conversation: 'c', at: at + 1_000, author: 'own', text: greeting });
  await say({ conversation: 'c', at: at + 2 * minuteMs, author: 'own', text: '您说' });
  expect(await firstResponse(database)).toBe((4 * minuteMs) / 3);

  expect(await mark()).toBe(false);
  const [marked] = await readAutomaticTexts(database);
  expect(marked?.text).toBe(greeting);
  expect(await undo(marked?.id ?? 0)).toBe(true);
  expect(await undo(marked?.id ?? 0)).toBe(false);
  expect(await readAutomaticTexts(database)).toEqual([]);
  await follow(database);
  expect(await firstResponse(database)).toBe(5_000 / 3);
});

test('it holds after the text is gone, and of another account it says nothing', async () => {
  const { database, keys } = await greetedShop();
  const other = await database.conversations.filter(({ key }) => key === 'b').first();
  if (other === undefined) throw new Error('b was recorded');
  await database.conversations.put({ ...other, account: 'account-2' });
  await purgeTexts(database, now);
  expect(await markAutomaticText({ database, now }, { key: keys[0] ?? '' })).toBe(true);
  expect((await readAutomaticTexts(database))[0]?.text).toBeNull();
  await follow(database);
  const turns = await readListedTurns(database, day);
  expect(turns.map(({ turn }) => [turn.account, (turn.repliedAt ?? 0) - turn.startedAt])).toEqual([
    ['account-1', minuteMs],
    ['account-2', 2_000],
  ]);
});

test('the mark is a correction: the figures before and after, in the list of the day and in files, undone as one', async () => {
  const { database, mark, undo } = await greetedShop();
  await mark();
  const before = await readDayCorrections(database, day);
  expect(before).toMatchObject([{ kind: 'automaticText', figures: null, holds: true, canUndo: true }]);
  await follow(database);
  const figures = { before: { firstResponseMs: 2_000, turns: 2 }, after: { firstResponseMs: minuteMs, turns: 2 } };
  const [made] = await readDayCorrections(database, day);
  expect(made).toMatchObject({ kind: 'automaticText', before: 'agent', after: 'auto', figures });
  expect(made).not.toHaveProperty('together');
  const conversations = new Set([made?.conversationId ?? '']);
  expect(await readCorrections(database, conversations, day)).toMatchObject([{ holds: true, figures }]);

  await undo(made?.id ?? 0);
  await follow(database);
  const back = { before: figures.after, after: figures.before };
  const [undoing, undone] = await readDayCorrections(database, day);
  expect(undoing).toMatchObject({
    kind: 'automaticText',
    undoes: made?.id,
    holds: false,
    canUndo: false,
    figures: back,
  });
  expect(undone).toMatchObject({ holds: false, canUndo: false });
});

test('marks that take effect at once share their figures and say so; with other rules the change is not known', async () => {
  const { database, mark } = await greetedShop();
  const answers = await database.entries.filter(({ textHash }) => textHash === 'hash of 有的,今天发').toArray();
  await mark();
  await markAutomaticText({ database, now }, { key: answers[0]?.key ?? '' });
  await follow(database);
  const both = await readDayCorrections(database, day);
  expect(both.map(({ together, figures }) => [together, figures?.after.answered])).toEqual([
    [2, 0],
    [2, 0],
  ]);

  const again = await greetedShop();
  await again.mark();
  await planRederivation(again.database, { ...settings, profileId: 'lastclock' });
  while ((await advanceRederivation({ database: again.database, workbenchProfile: () => 'lastclock' })) === 'more');
  expect((await readDayCorrections(again.database, day))[0]?.figures).toBeNull();
});

test('what is said of one message stands above its text, and taking it back leaves it to the text again', async () => {
  const { database, context, keys, mark, undo } = await greetedShop();
  await mark();
  await follow(database);
  const key = keys[1] ?? '';
  const correct = async (author: 'agent' | 'auto') =>
    correctEntry({ ...(await context()), now }, { key, change: { author } });
  expect(await correct('auto')).toBe(false);
  expect(await correct('agent')).toBe(true);
  expect(await firstResponse(database)).toBe(31_000);
  const correction = (await readDayCorrections(database, day)).find(({ kind }) => kind === 'author');
  expect(await undo(correction?.id ?? 0)).toBe(true);
  expect(await firstResponse(database)).toBe(minuteMs);
  // It was the text alone that made it automatic: without the mark it is the agent's again.
  const [marked] = await readAutomaticTexts(database);
  await undo(marked?.id ?? 0);
  await follow(database);
  expect(await firstResponse(database)).toBe(2_000);
});

test('the opened turn and the exported messages say what the mark makes of them', async () => {
  const { database, mark, keys } = await greetedShop();
  const opened = async () => {
    const [first] = await readListedTurns(database, day);
    if (first === undefined) throw new Error('There are turns');
    const messages = (await readOpenedTurn(database, first.turn, { profile, bounds: null })).filter(isMessage);
    const exported = await readTurnMessages(database, first.turn);
    return { messages, authors: exported.map(({ author }) => author) };
  };
  expect((await opened()).messages.map(({ textMark }) => textMark)).toEqual([undefined, null, null]);
  await mark();
  await follow(database);
  const [marked] = await readAutomaticTexts(database);
  const { messages, authors } = await opened();
  expect(messages.map(({ textMark }) => textMark)).toEqual([undefined, marked?.id, null]);
  expect(messages.find(({ key }) => key === keys[0])).toMatchObject({ author: 'auto', corrected: {} });
  expect(authors).toEqual(['customer', 'auto', 'agent']);
});
