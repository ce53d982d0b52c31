import { afterEach, expect, test } from 'vitest';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import type { Settings } from '@/lib/domain/settings';
import { computeFigures } from '@/lib/metrics/figures';
import { peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { foldLog } from '@/lib/metrics/replay';
import { figuresFromRollups } from '@/lib/metrics/rollup';
import { defaultSettings } from '@/lib/settings/schema';
import { correctEntry } from '@/lib/storage/correctEntry';
import type { Database } from '@/lib/storage/database';
import { liveGeneration } from '@/lib/storage/generation';
import { settingsOfGeneration } from '@/lib/storage/liveQueries/settingsOfGeneration';
import {
  advanceRederivation,
  deleteObsoleteGenerations,
  planRederivation,
  readRederivation,
} from '@/lib/storage/rederive';
import { minuteMs, morning, openStore, script } from './storedShop';

const now = morning + 12 * 3_600_000;
const workbenchProfile = (id: string) => id;
const withProfile = (profileId: string): Settings => ({ ...defaultSettings(), profileId });
const withWords = (closing: string[] | null): Settings => ({
  ...defaultSettings(),
  wordLists: { closing, perfunctory: null },
});

let stores: { close(): Promise<void> }[] = [];
async function store(settings?: Settings) {
  const opened = await openStore(settings);
  stores.push(opened);
  return opened;
}
afterEach(async () => {
  for (const opened of stores) await opened.close();
  stores = [];
});

async function storedFigures(database: Database, profile: Profile, generation: number) {
  const turns = await database.turns.filter((turn) => turn.generation === generation).toArray();
  const rollups = await database.rollups.filter((rollup) => rollup.generation === generation).toArray();
  return figuresFromRollups({ rollups, profile, now, peakWaiting: peakWaiting(turns, profile, now, false) });
}

async function replayed(database: Database, profile: Profile) {
  const log: LogEntry[] = [];
  for (const { conversationId, at, author, key, history } of await database.entries.toArray()) {
    if (author !== null && !history) log.push({ conversationId, at, author, id: key });
  }
  expect(log.length).toBeGreaterThan(0);
  return computeFigures({ ...foldLog(log, profile), profile, now, final: false });
}

async function finish(database: Database): Promise<number> {
  for (let steps = 1; ; steps++) {
    const step = await advanceRederivation({ database, workbenchProfile });
    if (step !== 'more') return steps;
  }
}

test('a new profile makes a generation that equals a replay from scratch, and the old one goes', async () => {
  const { database, say } = await store();
  for (const said of script(8, 12, 7)) await say(said);
  const before = await storedFigures(database, profileOf('selfcoach'), 1);
  expect(before).toEqual(await replayed(database, profileOf('selfcoach')));

  await planRederivation(database, withProfile('lastclock'));
  await finish(database);

  const profile = profileOf('lastclock');
  expect(await liveGeneration(database)).toBe(2);
  expect(await storedFigures(database, profile, 2)).toEqual(await replayed(database, profile));
  expect((await storedFigures(database, profile, 2)).averageResponseMs).not.toBe(before.averageResponseMs);
  await deleteObsoleteGenerations(database);
  for (const table of [database.turns, database.rollups, database.sessions, database.parts]) {
    const generations = (await table.toArray()).map((row: { generation: number }) => row.generation);
    expect(new Set(generations)).toEqual(new Set([2]));
  }
});

test('stopped in the middle it goes on where it was, and readings meanwhile are in both generations', async () => {
  const { database, say } = await store();
  const said = script(8, 12, 11);
  const later = said.splice(-20);
  for (const one of said) await say(one);
  const settings = withProfile('lastclock');
  await planRederivation(database, settings);
  for (let steps = 0; steps < 3; steps++) await advanceRederivation({ database, workbenchProfile });
  expect(await readRederivation(database)).toMatchObject({ generation: 2, done: 3, total: 8 });

  for (const one of later.slice(0, 10)) await say(one);
  expect(await liveGeneration(database)).toBe(1);
  expect((await settingsOfGeneration(database, settings)).profileId).toBe(null);
  expect(await storedFigures(database, profileOf('selfcoach'), 1)).toEqual(
    await replayed(database, profileOf('selfcoach')),
  );

  // A worker that starts anew looks at the settings first.
  expect(await planRederivation(database, settings)).toMatchObject({ generation: 2, done: 3 });
  expect(await finish(database)).toBe(6);
  expect((await settingsOfGeneration(database, settings)).profileId).toBe('lastclock');
  for (const one of later.slice(10)) await say(one);
  expect(await storedFigures(database, profileOf('lastclock'), 2)).toEqual(
    await replayed(database, profileOf('lastclock')),
  );
});

test('other settings on the way start afresh, and going back gives up what was begun', async () => {
  const { database, say } = await store();
  for (const one of script(4, 8, 3)) await say(one);
  await planRederivation(database, withProfile('lastclock'));
  await advanceRederivation({ database, workbenchProfile });
  expect(await planRederivation(database, withProfile('chitu'))).toMatchObject({ generation: 3, cursor: null });
  await advanceRederivation({ database, workbenchProfile });
  expect(await planRederivation(database, defaultSettings())).toBeNull();
  expect(await advanceRederivation({ database, workbenchProfile })).toBe('nothing');
  await deleteObsoleteGenerations(database);
  const turns = await database.turns.toArray();
  expect(new Set(turns.map((turn) => turn.generation))).toEqual(new Set([1]));
  expect(await storedFigures(database, profileOf('selfcoach'), 1)).toEqual(
    await replayed(database, profileOf('selfcoach')),
  );
});

test('a changed word list reclassifies for the new generation alone', async () => {
  const talk = [
    { conversation: 'a', at: morning, author: 'customer', text: '这款有货吗' },
    { conversation: 'a', at: morning + minuteMs, author: 'own', text: '有的，今天发货' },
    { conversation: 'a', at: morning + 2 * minuteMs, author: 'customer', text: '得嘞' },
    { conversation: 'b', at: morning + 3 * minuteMs, author: 'customer', text: '尺码表在哪里' },
  ] as const;
  const { database, say } = await store();
  for (const one of talk) await say(one);
  const profile = profileOf('selfcoach');
  expect(await storedFigures(database, profile, 1)).toMatchObject({ turns: 3, pending: 2, excused: 0 });

  await planRederivation(database, withWords(['得嘞']));
  await advanceRederivation({ database, workbenchProfile });
  expect(await storedFigures(database, profile, 1)).toMatchObject({ turns: 3, pending: 2, excused: 0 });
  await finish(database);
  expect(await storedFigures(database, profile, 2)).toMatchObject({ turns: 2, pending: 1, excused: 1 });

  const fresh = await store(withWords(['得嘞']));
  for (const one of talk) await fresh.say(one);
  expect(await storedFigures(database, profile, 2)).toEqual(await storedFigures(fresh.database, profile, 1));
});

test('a corrected message changes the figures at once, leaves both behind, and can be corrected back', async () => {
  const { database, say, context } = await store();
  await say({ conversation: 'a', at: morning, author: 'customer', text: '这款有货吗' });
  await say({ conversation: 'a', at: morning + 2_000, author: 'own', text: '您好，我在' });
  await say({ conversation: 'a', at: morning + 62_000, author: 'own', text: '有的，今天发货' });
  const [entry] = await database.entries.filter(({ author }) => author === 'agent').sortBy('at');
  const key = entry?.key ?? '';
  const correct = async (change: Parameters<typeof correctEntry>[1]['change']) =>
    correctEntry({ ...(await context()), now }, { key, change });

  expect(await correct({ author: 'auto' })).toBe(true);
  expect(await correct({ author: 'auto' })).toBe(false);
  expect(await correct({ closing: true })).toBe(false);
  expect(await database.corrections.toArray()).toMatchObject([
    {
      kind: 'author',
      before: 'agent',
      after: 'auto',
      entryKey: key,
      figures: { before: { firstResponseMs: 2_000, turns: 1 }, after: { firstResponseMs: 62_000, turns: 1 } },
    },
  ]);
  expect(await correct({ author: 'agent' })).toBe(true);
  expect(await storedFigures(database, profileOf('selfcoach'), 1)).toMatchObject({ firstResponseMs: 2_000 });
  expect(await database.corrections.count()).toBe(2);
});

test('figures of hours whose messages were deleted are kept', async () => {
  const { database, say } = await store();
  await say({ conversation: 'a', at: morning, author: 'customer', text: '这款有货吗' });
  await say({ conversation: 'a', at: morning + 5_000, author: 'own', text: '有的' });
  await say({ conversation: 'b', at: morning + 3 * 3_600_000, author: 'customer', text: '尺码表在哪里' });
  const gone = await database.conversations.filter(({ key }) => key === 'a').first();
  const id = gone?.id ?? '';
  await database.entries.filter(({ conversationId }) => conversationId === id).delete();
  await database.turns.filter(({ conversationId }) => conversationId === id).delete();
  await database.conversations.delete(id);

  await planRederivation(database, withWords(['得嘞']));
  await finish(database);
  await deleteObsoleteGenerations(database);
  expect(await storedFigures(database, profileOf('selfcoach'), 2)).toMatchObject({ turns: 2, answered: 1, pending: 1 });
});
