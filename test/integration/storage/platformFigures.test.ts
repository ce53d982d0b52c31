import { afterEach, expect, test } from 'vitest';
import type { PlatformReport } from '@/lib/domain/platformReport';
import { agentDay } from '@/lib/metrics/calibration/agentDays';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { readMapping, readPlatformReports } from '@/lib/storage/liveQueries/platformFigures';
import { deriverOf, readRecordedSpan } from '@/lib/storage/liveQueries/recordedSpan';
import { savePlatformReport, setReportAgent, undoPlatformReport } from '@/lib/storage/platformFigures';
import { morning, openStore } from './storedShop';

const date = '2026-10-20';
const everyone = { date, subject: { kind: 'everyone' }, workbenchId: null } as const;

let stores: { close(): Promise<void> }[] = [];
async function store() {
  const opened = await openStore();
  stores.push(opened);
  return opened;
}
afterEach(async () => {
  for (const opened of stores) await opened.close();
  stores = [];
});

function report(averageResponseMs: number, change: Partial<PlatformReport> = {}): PlatformReport {
  const lines = [{ agent: '阿月', date, figures: { averageResponseMs } }];
  return { kind: 'file', name: 'a.csv', format: null, workbenchId: 'jd', lines, skipped: 1, ...change };
}

test('a later report comes before an earlier one, figure by figure; undone, the earlier one shows again', async () => {
  const { database } = await store();
  const first = await savePlatformReport(database, report(20_000), 1);
  const lines = [{ agent: '阿月', date, figures: { averageResponseMs: 25_000, satisfaction: 0.96 } }];
  const second = await savePlatformReport(database, report(0, { lines }), 2);
  const figures = async () => (await readPlatformReports(database)).days.map((day) => day.figures);
  expect(await figures()).toEqual([{ averageResponseMs: 25_000, satisfaction: 0.96 }]);

  expect(await undoPlatformReport(database, first)).toBe(false);
  expect(await undoPlatformReport(database, second)).toBe(true);
  expect(await figures()).toEqual([{ averageResponseMs: 20_000 }]);
  expect((await readPlatformReports(database)).imports).toMatchObject([{ id: first, lines: 1, skipped: 1 }]);
  expect(await undoPlatformReport(database, first)).toBe(true);
  expect(await database.platformFigures.count()).toBe(0);
});

test('whom an agent stands for, and how columns were mapped, is remembered', async () => {
  const { database } = await store();
  const mapping = { headings: '日子|谁', columns: { date: 0, agent: 1 }, units: {} };
  await savePlatformReport(database, report(1_000, { mapping }), 1);
  await setReportAgent(database, '阿月', { kind: 'everyone' });
  expect(await readMapping(database, '日子|谁')).toEqual({ columns: { date: 0, agent: 1 }, units: {} });
  expect(await readMapping(database, '谁')).toBeNull();
  expect((await readPlatformReports(database)).subjects.get('阿月')).toEqual({ kind: 'everyone' });
});

test('a day is derived by any profile from what is stored, whichever is live', async () => {
  const { database, say } = await store();
  await say({ conversation: 'a', at: morning, author: 'customer', text: '这款有货吗' });
  await say({ conversation: 'a', at: morning + 4_000, author: 'customer', text: '黑色的' });
  await say({ conversation: 'a', at: morning + 10_000, author: 'own', text: '有的' });
  await say({ conversation: 'b', at: morning + 20_000, author: 'customer', text: '尺码表' });
  await say({ conversation: 'b', at: morning + 40_000, author: 'own', text: '发你了' });

  const derive = deriverOf(await readRecordedSpan(database, morning));
  const average = (id: string) => agentDay(derive(profileOf(id)), everyone)?.figures.averageResponseMs;
  expect(average('chitu')).toBe(15_000);
  expect(average('lastclock')).toBe(13_000);
  expect(agentDay(derive(profileOf('chitu')), everyone)?.customers).toBe(2);
  expect(agentDay(derive(profileOf('chitu')), { ...everyone, date: '2026-10-21' })).toBeNull();
  const stored = await database.turns.toArray();
  expect(agentDay(derive(profileOf('selfcoach')), everyone)?.turns).toMatchObject(
    stored.map(({ startedAt, clockAt, repliedAt, state }) => ({ startedAt, clockAt, repliedAt, state })),
  );
});

test('a reply that may be automatic is known of its turn until the agent has looked at it', async () => {
  const { database, say } = await store();
  await say({ conversation: 'a', at: morning, author: 'customer', text: '在吗' });
  await say({ conversation: 'a', at: morning + 1_000, author: 'own', text: '在的,请说' });
  const inReview = async () =>
    agentDay(deriverOf(await readRecordedSpan(database, morning))(profileOf('chitu')), everyone)?.inReview.size;
  const reply = await database.entries.filter(({ author }) => author === 'agent').first();
  expect(await inReview()).toBe(0);
  await database.entries.update(reply?.key ?? '', { review: true });
  expect(await inReview()).toBe(1);
  await database.entries.update(reply?.key ?? '', { corrected: ['author'] });
  expect(await inReview()).toBe(0);
});

test('an advertiser is in no day', async () => {
  const { database, say } = await store();
  await say({ conversation: 'a', at: morning, author: 'customer', text: '加群返现' });
  await database.conversations.toCollection().modify({ advertiser: true });
  const derive = deriverOf(await readRecordedSpan(database, morning));
  expect(agentDay(derive(profileOf('chitu')), everyone)).toBeNull();
});
