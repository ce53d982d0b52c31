import { afterEach, expect, test } from 'vitest';
import { isMessage } from '@/lib/domain/openedMessage';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { targetsOf } from '@/lib/metrics/targets';
import { dayNumber, zoneOf } from '@/lib/metrics/zone';
import { defaultSettings } from '@/lib/settings/schema';
import { markAutomaticText } from '@/lib/storage/automaticTexts';
import { correctEntry, undoCorrection } from '@/lib/storage/correctEntry';
import { readDay } from '@/lib/storage/liveQueries/day';
import { readDayCorrections } from '@/lib/storage/liveQueries/dayCorrections';
import { readListedTurns } from '@/lib/storage/liveQueries/listedTurns';
import { readOpenedTurn } from '@/lib/storage/liveQueries/openedTurn';
import { advanceRederivation, planRederivation } from '@/lib/storage/rederive';
import { minuteMs, morning, openStore } from './storedShop';

const profile = profileOf('selfcoach');
const settings = { ...defaultSettings(), profileId: 'selfcoach' };
const now = morning + 60 * minuteMs;
const day = { from: morning - 60 * minuteMs, to: morning + 12 * 60 * minuteMs };

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of close) await each();
  close = [];
});

/** Two customers who are answered within a second by nobody's hand, and one who is answered by the agent. */
async function shop() {
  const store = await openStore(settings);
  close.push(() => store.close());
  const { database, say } = store;
  for (const [index, conversation] of ['a', 'b', 'c'].entries()) {
    const at = morning + index * 5 * minuteMs;
    await say({ conversation, at, author: 'customer', text: '这款有货吗' });
    const answer = { conversation, author: 'own', at: at + 900, text: `您好 ${conversation}` } as const;
    await say(conversation === 'c' ? answer : { ...answer, unsent: true });
  }
  const counted = async () => {
    const number = dayNumber(zoneOf(profile.timeZone), now, profile.dayStartsAtMs);
    const request = { profile, targets: targetsOf(profile), settings, day: number, now };
    return (await readDay(database, request)).reviewTurns;
  };
  const flagged = async () =>
    (await readListedTurns(database, day))
      .filter(({ turn }) => turn.reviewAt !== undefined)
      .map(({ turn }) => turn.conversationId.split('|').at(-1));
  const keyOf = async (text: string) =>
    (await database.entries.filter(({ textHash }) => textHash === `hash of ${text}`).first())?.key ?? '';
  const correct = async (text: string, author: 'agent' | 'auto') =>
    correctEntry({ ...(await store.context()), now }, { key: await keyOf(text), change: { author } });
  const undo = async (id: number) => undoCorrection({ ...(await store.context()), now }, { id });
  return { ...store, counted, flagged, keyOf, correct, undo };
}

test('turns with a message in review are listed and counted, later messages change nothing of it', async () => {
  const { say, counted, flagged, database } = await shop();
  expect([await counted(), await flagged()]).toEqual([2, ['a', 'b']]);
  await say({ conversation: 'a', at: morning + minuteMs, author: 'own', text: '有的' });
  await say({ conversation: 'a', at: morning + 2 * minuteMs, author: 'customer', text: '多少钱一件' });
  await say({ conversation: 'a', at: morning + 3 * minuteMs, author: 'own', text: '28 元' });
  expect([await counted(), await flagged()]).toEqual([2, ['a', 'b']]);
  const [turn] = (await readListedTurns(database, day)).map((one) => one.turn);
  if (turn === undefined) throw new Error('There are turns');
  const messages = (await readOpenedTurn(database, turn, { profile, bounds: null })).filter(isMessage);
  expect(messages.map(({ review }) => review)).toEqual([false, true, false]);
});

test('each answer settles its message; confirming changes no figure and counts as no correction, and can be undone', async () => {
  const { database, counted, flagged, correct, undo } = await shop();
  const before = await database.rollups.toArray();
  expect(await correct('您好 a', 'agent')).toBe(true);
  expect(await correct('您好 a', 'agent')).toBe(false);
  expect([await counted(), await flagged()]).toEqual([1, ['b']]);
  expect(await database.rollups.toArray()).toEqual(before);
  const [confirmed] = await readDayCorrections(database, day);
  expect(confirmed).toMatchObject({ kind: 'author', before: 'agent', after: 'agent', holds: false, canUndo: true });

  expect(await correct('您好 b', 'auto')).toBe(true);
  expect([await counted(), await flagged()]).toEqual([0, []]);
  const [corrected] = await readDayCorrections(database, day);
  expect(corrected).toMatchObject({ before: 'agent', after: 'auto', holds: true });
  expect(corrected?.figures).toMatchObject({ before: { answered: 3 }, after: { answered: 2 } });

  await undo(confirmed?.id ?? 0);
  await undo(corrected?.id ?? 0);
  expect([await counted(), await flagged()]).toEqual([2, ['a', 'b']]);
});

test('a text marked as automatic, and an account that several people share, leave nothing in review', async () => {
  const { database, counted, keyOf } = await shop();
  const follow = async (by: typeof settings) => {
    await planRederivation(database, by);
    while ((await advanceRederivation({ database, workbenchProfile: () => 'selfcoach' })) === 'more');
  };
  await markAutomaticText({ database, now }, { key: await keyOf('您好 a') });
  await follow(settings);
  expect(await counted()).toBe(1);
  await follow({ ...settings, sharedAccounts: ['playground|https://shop.example|account-1'] });
  expect(await counted()).toBe(0);
  await follow(settings);
  expect(await counted()).toBe(1);
});
