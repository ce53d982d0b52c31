import { accountKey, type DutyStretch } from '@/lib/domain/duty';
import type { DutyReading, Recorder } from '@/lib/domain/reading';
import { CLOSED_ON_PURPOSE_MS } from '@/lib/metrics/gaps';
import type { Database } from './database';
import type { RecorderState } from './records.types';

/** Notes who is on duty from now on; null = 未指定. */
export async function noteDuty(database: Database, duty: { at: number; person: string | null }): Promise<void> {
  await database.duties.add(duty);
}

/** 下班 or 上班 was pressed: holds from now on, as far as lib/metrics/dutyRules.ts says. */
export async function switchDuty(database: Database, { on, at }: { on: boolean; at: number }): Promise<void> {
  await database.transaction('rw', database.dutyStretches, async () => {
    await endStretches(database, { source: 'switch', account: null }, at);
    await database.dutyStretches.add({ source: 'switch', on, from: at, to: Number.POSITIVE_INFINITY, account: null });
  });
}

/**
 * What the workbench shows of the account: off line is off duty. On a break or suspended it is on duty: customers who
 * were assigned before still wait. Runs inside the writer's transaction.
 */
export async function applyDuty(database: Database, recorder: Recorder, { readAt, state }: DutyReading): Promise<void> {
  const place = { source: 'workbench', account: accountKey(recorder) } as const;
  const isOffline = (await openStretches(database, place)).length > 0;
  if ((state === 'offline') === isOffline) return;
  if (isOffline) await endStretches(database, place, readAt);
  else await database.dutyStretches.add({ ...place, on: false, from: readAt, to: Number.POSITIVE_INFINITY });
}

/** The last page that showed an account's state is gone: nothing is known of it any more. */
export async function forgetDuty(database: Database, recorder: Recorder, at: number): Promise<void> {
  await endStretches(database, { source: 'workbench', account: accountKey(recorder) }, at);
}

/**
 * A workbench is open again after none was for hours: closed on purpose, and whoever wrote meanwhile wrote off duty, as
 * far as no shift says otherwise. A shorter closure says nothing about duty. `recorders` are those of before.
 */
export async function noteReturn(
  database: Database,
  { recorders, now }: { recorders: readonly RecorderState[]; now: number },
): Promise<void> {
  const workbenches = recorders.filter(({ problem }) => problem !== 'noAdapter');
  if (workbenches.length === 0) return;
  const last = Math.max(...workbenches.map(({ endedAt, lastBeatAt }) => endedAt ?? lastBeatAt));
  if (now - last < CLOSED_ON_PURPOSE_MS) return;
  await database.dutyStretches.add({ source: 'closed', on: false, from: last, to: now, account: null });
}

/** What is known about an account's duty from a moment on; `account` null = of the browser alone. */
export async function readDutyStretches(
  database: Database,
  { since, account }: { since: number; account: string | null },
): Promise<DutyStretch[]> {
  const stretches = await database.dutyStretches.where('to').above(since).toArray();
  return stretches.filter((one) => one.account === null || one.account === account);
}

type Place = Pick<DutyStretch, 'source' | 'account'>;

async function openStretches(database: Database, { source, account }: Place) {
  const open = await database.dutyStretches.where('to').equals(Number.POSITIVE_INFINITY).toArray();
  return open.filter((one) => one.source === source && one.account === account);
}

async function endStretches(database: Database, place: Place, at: number): Promise<void> {
  for (const { id, from } of await openStretches(database, place)) {
    await database.dutyStretches.update(id, { to: Math.max(from, at) });
  }
}
