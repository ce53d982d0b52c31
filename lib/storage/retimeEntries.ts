import { clockSkew, withSamples } from '@/lib/alignment/clockSkew';
import { retime } from '@/lib/alignment/retime';
import { accountKey } from '@/lib/domain/duty';
import type { Recorder } from '@/lib/domain/reading';
import { keepSamples, skewSamples } from './clockSkews';
import type { Database } from './database';
import { type DeriveContext, deriveConversation } from './derive';
import type { MetaRecord } from './records.types';
import { readTail } from './tail';

/** Clocks drift: what was recorded longer ago keeps the times that it has. */
const SPAN_MS = 86_400_000;

/** Conversations that one step looks at: a reading that comes meanwhile waits for no more than these. */
const PER_STEP = 10;

/**
 * Stores fresh samples of the difference of the clocks, and where they are the first that say it, notes the account's
 * conversations of the last day: what was only shown in them can be timed now. Runs inside the writer's transaction.
 */
export async function compareClocks(
  database: Database,
  account: Recorder,
  { samples, fresh, readAt }: { samples: readonly number[]; fresh: readonly number[]; readAt: number },
): Promise<void> {
  const all = withSamples(samples, fresh);
  await keepSamples(database, account, all);
  if (clockSkew(samples) !== null || clockSkew(all) === null) return;
  const [step, known] = await Promise.all([database.meta.get('clockStep'), readRetiming(database)]);
  const since = Math.max(readAt - SPAN_MS, typeof step?.value === 'number' ? step.value : Number.NEGATIVE_INFINITY);
  const recent = await database.conversations.where('lastAt').above(since).toArray();
  const own = recent.filter((one) => accountKey(one) === accountKey(account)).map(({ id }) => id);
  const conversations = [...new Set([...(known?.conversations ?? []), ...own])];
  await database.meta.put({ key: 'retiming', value: { since, conversations } });
}

type Retiming = Extract<MetaRecord, { key: 'retiming' }>['value'];

async function readRetiming(database: Database): Promise<Retiming | null> {
  const record = await database.meta.get('retiming');
  return record?.key === 'retiming' ? record.value : null;
}

/** Whether any conversation waits to be timed. */
export async function isRetimingDue(database: Database): Promise<boolean> {
  return (await readRetiming(database)) !== null;
}

/**
 * Times the next conversations that wait for it, and derives those that changed. Each call is one transaction: stopped at
 * any moment, the next call goes on where the last one ended.
 */
export async function advanceRetiming(context: DeriveContext): Promise<void> {
  const { database } = context;
  await database.transaction('rw', database.tables, async () => {
    const waiting = await readRetiming(database);
    if (waiting === null) return;
    const { since, conversations } = waiting;
    const meta = await database.meta.toArray();
    for (const id of conversations.slice(0, PER_STEP)) await retimeConversation(context, { id, since, meta });
    const rest = conversations.slice(PER_STEP);
    if (rest.length === 0) await database.meta.delete('retiming');
    else await database.meta.put({ key: 'retiming', value: { since, conversations: rest } });
  });
}

async function retimeConversation(
  context: DeriveContext,
  { id, since, meta }: { id: string; since: number; meta: readonly MetaRecord[] },
): Promise<void> {
  const { database } = context;
  const conversation = await database.conversations.get(id);
  if (conversation === undefined) return;
  const clockSkewMs = clockSkew(skewSamples(meta, conversation));
  // Forgotten meanwhile: the clock was set again.
  if (clockSkewMs === null) return;
  const { tail, complete } = await readTail(database, id);
  const changed = retime(tail, { clockSkewMs, since, isWhole: complete });
  if (changed.length === 0) return;
  await database.entries.bulkPut(changed);
  const before = new Map(tail.map((entry) => [entry.key, entry.at]));
  const from = Math.min(...changed.flatMap(({ key, at }) => [at, before.get(key) ?? at]));
  await deriveConversation(context, { conversationId: id, from });
}
