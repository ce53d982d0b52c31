import Dexie from 'dexie';
import type { HealthReading, Reading, Recorder } from '@/lib/domain/reading';
import type { ApplyContext, Changes } from './apply.types';
import { applyActivity } from './applyActivity';
import { applyList } from './applyList';
import { applyTranscript, type HashedTranscript } from './applyTranscript';
import { forgetSamples } from './clockSkews';
import type { Database } from './database';
import { type DeriveChange, type DeriveContext, deriveConversation } from './derive';
import { applyDuty } from './duties';
import { closeGap, openGap } from './gaps';
import { pendingTurns } from './generation';
import type { TextHasher } from './textHash';
import { Writes } from './writes';

type HashedReading = Exclude<Reading, { kind: 'transcript' }> | HashedTranscript;

/**
 * Takes a batch of readings over, in one transaction: entries, their texts, turns, rollups and gaps change together or
 * not at all. Resolves when it is committed; rejects when nothing was stored, and the sender sends again. The same
 * batch twice adds nothing.
 */
export async function recordReadings(
  context: ApplyContext & DeriveContext,
  { recorder, readings, hash }: { recorder: Recorder; readings: readonly Reading[]; hash: TextHasher },
): Promise<{ changedConversations: string[] }> {
  const hashed = await Promise.all(readings.map((reading) => hashReading(reading, hash)));
  const { database } = context;
  const changed = new Map<string, DeriveChange>();
  const writes = new Writes();
  const changes: Changes = {
    write: (write) => writes.add(write),
    note(conversationId, at, loaded) {
      const known = changed.get(conversationId);
      const first = known === undefined && readings.length === 1 && loaded !== undefined;
      changed.set(conversationId, {
        conversationId,
        from: Math.min(at, known?.from ?? at),
        ...(first ? { loaded } : {}),
      });
    },
  };
  await database.transaction('rw', database.tables, async () => {
    // A transaction that Dexie repeats starts from nothing.
    changed.clear();
    writes.clear();
    for (const reading of hashed) {
      writes.start();
      await apply(context, recorder, reading, changes);
    }
    for (const change of changed.values())
      await deriveConversation(context, { ...change, write: () => writes.start() });
    await writes.done();
  });
  return { changedConversations: [...changed.keys()] };
}

async function hashReading(reading: Reading, hash: TextHasher): Promise<HashedReading> {
  if (reading.kind !== 'transcript') return reading;
  const hashes = await Promise.all(reading.rows.map((row) => (row.text === null ? null : hash(row.text))));
  return { ...reading, hashes };
}

async function apply(context: ApplyContext, recorder: Recorder, reading: HashedReading, changes: Changes) {
  switch (reading.kind) {
    case 'transcript':
      return applyTranscript(context, recorder, reading, changes);
    case 'list':
      return applyList(context, recorder, reading, changes);
    case 'activity':
      return applyActivity(context, recorder, reading);
    case 'duty':
      return applyDuty(context.database, recorder, reading);
    case 'clockStep':
      return applyClockStep(context, recorder, reading, changes);
    case 'health':
      return applyHealth(context, recorder, reading);
  }
}

/** Turns open across a step of the clock cannot be timed: deriving them again finds the gap. */
async function applyClockStep(
  { database }: ApplyContext,
  recorder: Recorder,
  { readAt, byMs }: { readAt: number; byMs: number },
  changes: Changes,
) {
  const [from, to] = byMs > 0 ? [readAt - byMs, readAt] : [readAt, readAt - byMs];
  const known = await database.gaps.where('recorderId').equals(recorder.id).toArray();
  if (known.some((gap) => gap.kind === 'clockStep' && gap.from === from && gap.to === to)) return;
  await openGap(database, { kind: 'clockStep', recorder, from, to });
  await forgetSamples(database);
  const latest = (await database.meta.get('clockStep'))?.value;
  await database.meta.put({ key: 'clockStep', value: Math.max(to, typeof latest === 'number' ? latest : to) });
  if (byMs < 0) await setBadgesBack(database, recorder.id, readAt);
  for (const turn of await pendingTurns(database)) changes.note(turn.conversationId, turn.startedAt);
}

/** What this observer reads from now on is earlier than what it read before, and yet no old reading. */
async function setBadgesBack(database: Database, recorderId: string, readAt: number) {
  await database.badges
    .where('[recorderId+conversationId]')
    .between([recorderId, Dexie.minKey], [recorderId, Dexie.maxKey])
    .modify((badge) => {
      badge.at = Math.min(badge.at, readAt);
    });
  await database.recorders.update(recorderId, { listReadAt: readAt });
}

/** A gap begins at the last good moment: what came while the observer was not sure yet may be missing too. */
async function applyHealth({ database }: ApplyContext, recorder: Recorder, { readAt, problem, since }: HealthReading) {
  const state = await database.recorders.get(recorder.id);
  if (state !== undefined && state.problem !== problem) {
    await database.recorders.update(recorder.id, {
      problem: problem,
      problemSince: problem === null ? null : (since ?? readAt),
    });
  }
  await closeGap(database, { kind: 'notReading', recorderId: recorder.id, at: readAt });
  if (problem !== null)
    await openGap(database, { kind: 'notReading', recorder, from: since ?? readAt, to: null, problem });
}
