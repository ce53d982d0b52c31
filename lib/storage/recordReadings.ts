import Dexie from 'dexie';
import type { HealthReading, Reading, Recorder } from '@/lib/domain/reading';
import type { ApplyContext, Changes } from './apply.types';
import { applyActivity } from './applyActivity';
import { applyList } from './applyList';
import { applyTranscript, type HashedTranscript } from './applyTranscript';
import type { Database } from './database';
import { type DeriveContext, deriveConversation } from './derive';
import { applyDuty } from './duties';
import { closeGap, openGap } from './gaps';
import { pendingTurns } from './generation';
import type { TextHasher } from './textHash';

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
  const changed = new Map<string, number>();
  const changes: Changes = {
    note: (conversationId, at) => changed.set(conversationId, Math.min(at, changed.get(conversationId) ?? at)),
  };
  await database.transaction('rw', database.tables, async () => {
    // A transaction that Dexie repeats starts from nothing.
    changed.clear();
    for (const reading of hashed) await apply(context, recorder, reading, changes);
    for (const [conversationId, from] of changed) await deriveConversation(context, { conversationId, from });
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

async function applyHealth({ database }: ApplyContext, recorder: Recorder, { readAt, problem }: HealthReading) {
  const state = await database.recorders.get(recorder.id);
  if (state !== undefined && state.problem !== problem) {
    await database.recorders.update(recorder.id, {
      problem: problem,
      problemSince: problem === null ? null : readAt,
    });
  }
  await closeGap(database, { kind: 'notReading', recorderId: recorder.id, at: readAt });
  if (problem !== null) await openGap(database, { kind: 'notReading', recorder, from: readAt, to: null, problem });
}
