import { afterEach, expect, test } from 'vitest';
import { isMessage } from '@/lib/domain/openedMessage';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { defaultSettings } from '@/lib/settings/schema';
import { appendChecks } from '@/lib/storage/checks';
import { switchDuty } from '@/lib/storage/duties';
import { readListedTurns } from '@/lib/storage/liveQueries/listedTurns';
import { readOpenedTurn } from '@/lib/storage/liveQueries/openedTurn';
import { minuteMs, morning, openStore } from './storedShop';

const profile = profileOf('selfcoach');
const dayMs = 86_400_000;

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of close) await each();
  close = [];
});

async function shop() {
  const store = await openStore({ ...defaultSettings(), profileId: 'selfcoach' });
  close.push(() => store.close());
  const { database } = store;
  return {
    ...store,
    customer: (text: string, at: number) => store.say({ conversation: 'a', at, author: 'customer', text }),
    own: (text: string, at: number) => store.say({ conversation: 'a', at, author: 'own', text }),
    event: (event: Parameters<typeof store.happen>[0]['event'], at: number) =>
      store.happen({ conversation: 'a', at, event }),
    /** Every turn with its state, and its lines: texts, or the event with its minute; held messages in brackets. */
    async turns() {
      const listed = await readListedTurns(database, { from: morning - dayMs, to: morning + 3 * dayMs });
      return Promise.all(
        listed.map(async ({ turn }) => {
          const lines = await readOpenedTurn(database, turn, { profile, bounds: null });
          const words = lines.map((line) => {
            if (!isMessage(line)) return `${line.event} ${(line.at - morning) / minuteMs}`;
            return line.held === true ? `(${line.text})` : line.text;
          });
          return [turn.state, words];
        }),
      );
    },
  };
}

test('a turn that a robot undid stands behind the last one, with when it took over and handed over', async () => {
  const { customer, own, event, turns } = await shop();
  await customer('有货吗', morning);
  await own('有', morning + minuteMs);
  await customer('发什么快递', morning + 2 * minuteMs);
  await event('robotHolds', morning + 3 * minuteMs);
  await customer('在不在', morning + 4 * minuteMs);
  await event('robotReleases', morning + 5 * minuteMs);
  await own('圆通', morning + 6 * minuteMs);
  expect(await turns()).toEqual([
    ['answered', ['有货吗', '有', '(发什么快递)', 'robotHolds 3', '(在不在)']],
    ['answered', ['(发什么快递)', 'robotHolds 3', '(在不在)', 'robotReleases 5', '圆通']],
  ]);
});

test('a transfer, a close and an accept stand among the messages', async () => {
  const { customer, own, event, turns } = await shop();
  await event('accepted', morning - minuteMs);
  await customer('怎么退货', morning);
  await event('transferredOut', morning + minuteMs);
  await event('transferredIn', morning + 2 * minuteMs);
  await customer('还在吗老板', morning + 3 * minuteMs);
  await own('您说', morning + 4 * minuteMs);
  await event('closed', morning + 5 * minuteMs);
  expect(await turns()).toEqual([
    ['excused', ['怎么退货', 'transferredOut 1', 'transferredIn 2']],
    ['answered', ['还在吗老板', '您说', 'closed 5']],
  ]);
});

test('a check stands there only where it ended the turn', async () => {
  const { database, customer, turns, context } = await shop();
  await customer('怎么退货', morning);
  const by = await context();
  const [asked] = await database.entries.toArray();
  if (asked === undefined) throw new Error('The customer asked');
  // One that finds nothing to do, as a change of the day brings it about.
  const early = { ...asked, key: 'check', seq: asked.seq + 1, at: morning + 60 * minuteMs, author: null, id: null };
  await database.entries.add({ ...early, event: 'checked', textHash: null, length: null });
  await appendChecks(by, { now: morning + 25 * 60 * minuteMs, newKey: by.newKey });
  const [turn] = await turns();
  expect(turn?.[0]).toBe('unanswered');
  expect(turn?.[1]).toEqual(['怎么退货', 'checked 1500']);
  expect(await database.entries.filter(({ event }) => event === 'checked').count()).toBe(2);
});

test('a turn that began off duty says since when, and when the agent came back', async () => {
  const { database, customer, own, turns } = await shop();
  await switchDuty(database, { on: false, at: morning - 10 * minuteMs });
  await customer('有货吗', morning);
  await switchDuty(database, { on: true, at: morning + 5 * minuteMs });
  await own('有', morning + 6 * minuteMs);
  await customer('谢谢老板啦', morning + 7 * minuteMs);
  await own('不客气', morning + 8 * minuteMs);
  expect(await turns()).toEqual([
    ['answered', ['offDuty -10', '有货吗', 'onDuty 5', '有']],
    ['answered', ['谢谢老板啦', '不客气']],
  ]);
});
