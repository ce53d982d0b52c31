import Dexie from 'dexie';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { firstIndex, startConversation } from '@/lib/metrics/conversationState';
import type { SpanMaterial } from '@/lib/metrics/figures';
import { addMaterial, emptyRollup, isEmptyRollup, placeMaterial, removeMaterial } from '@/lib/metrics/rollup';
import { completeTurns } from './completeTurns';
import type { Database } from './database';
import { type FoldedConversation, foldStored } from './foldStored';
import type { PartKind, SessionStart, StoredConversation, StoredPart, StoredTurn } from './records.types';
import { type GenerationRules, profileByRules } from './rules';

/** What deriving needs besides the entries. */
export interface DeriveContext {
  database: Database;
  generation: number;
  /** The live profile of a workbench. */
  profileFor: (workbenchId: string) => Profile;
  /** Id of a workbench's own profile; without it, a generation that is being made waits for its own turn. */
  workbenchProfile?: (workbenchId: string) => string;
}

const PART_KINDS: readonly PartKind[] = ['session', 'proactive', 'activity'];
const NO_PARTS: Record<PartKind, number> = { session: 0, proactive: 0, activity: 0 };

/**
 * Derives a conversation's turns and rollups again, from the last session that began before `from` on, in the live
 * generation and in the one that is being made, if any. Which those are is read here, inside the writer's transaction:
 * the pointer may have moved since the context was made.
 */
export async function deriveConversation(
  context: DeriveContext,
  change: { conversationId: string; from: number },
): Promise<void> {
  const [generation, rules, rederivation] = await context.database.meta.bulkGet([
    'generation',
    'rules',
    'rederivation',
  ]);
  const { workbenchProfile } = context;
  const by = (made: GenerationRules) =>
    workbenchProfile === undefined ? null : (id: string) => profileByRules(made, workbenchProfile(id));
  const live = typeof generation?.value === 'number' ? generation.value : context.generation;
  const profileFor = (rules?.key === 'rules' ? by(rules.value) : null) ?? context.profileFor;
  await deriveInto({ ...context, generation: live, profileFor }, change);
  if (rederivation?.key !== 'rederivation') return;
  const next = by(rederivation.value.rules);
  if (next === null) return;
  const made = { ...context, generation: rederivation.value.generation, profileFor: next };
  await deriveInto(made, { ...change, before: live });
}

/**
 * Derives a conversation in one generation: reads only the entries from the session on, takes what they had added to
 * the rollups out of them, and adds what comes out now. Runs inside the writer's transaction. An advertiser's
 * conversation yields nothing. `before` = the generation that saw the turns while they were open.
 */
export async function deriveInto(
  context: DeriveContext,
  { conversationId, from, before }: { conversationId: string; from: number; before?: number },
): Promise<void> {
  const { database } = context;
  const conversation = await database.conversations.get(conversationId);
  if (conversation === undefined) return;
  const profile = context.profileFor(conversation.workbenchId);
  const start = await sessionStartBefore(context, conversationId, from);
  const entries = conversation.advertiser ? [] : await readEntries(database, conversationId, start?.fromSeq);
  const base = {
    state: start?.state ?? startConversation(conversationId),
    partsBefore: start?.partsBefore ?? NO_PARTS,
  };
  const folded = foldStored({ entries, profile, generation: context.generation, ...base });

  const old = await takeOld(context, {
    conversation,
    start,
    partsBefore: base.partsBefore,
    turnsFrom: firstIndex(base.state),
  });
  const seen = before === undefined ? [] : await turnsOf(database, before, conversationId);
  const turns = await completeTurns(context, { conversation, folded, entries, old: [...seen, ...old.turns] });
  await storeNew(context, { conversation, folded, turns, partsBefore: base.partsBefore });
  await moveRollups(context, { conversation, profile, old, fresh: { ...folded, turns } });
}

async function sessionStartBefore(
  { database, generation }: DeriveContext,
  conversationId: string,
  from: number,
): Promise<SessionStart | undefined> {
  return database.sessions
    .where('[generation+conversationId+fromSeq]')
    .between([generation, conversationId, Dexie.minKey], [generation, conversationId, Dexie.maxKey])
    .reverse()
    .filter((session) => session.fromAt < from)
    .first();
}

async function turnsOf(database: Database, generation: number, conversationId: string): Promise<StoredTurn[]> {
  return database.turns
    .where('[generation+conversationId+index]')
    .between([generation, conversationId, Dexie.minKey], [generation, conversationId, Dexie.maxKey])
    .toArray();
}

async function readEntries(database: Database, conversationId: string, fromSeq: number | undefined) {
  return database.entries
    .where('[conversationId+seq]')
    .between([conversationId, fromSeq ?? Dexie.minKey], [conversationId, Dexie.maxKey], true, true)
    .toArray();
}

/** Removes what the sessions to be derived again had brought forth, and gives it back. */
async function takeOld(
  { database, generation }: DeriveContext,
  {
    conversation,
    start,
    partsBefore,
    turnsFrom,
  }: {
    conversation: StoredConversation;
    start: SessionStart | undefined;
    partsBefore: Record<PartKind, number>;
    turnsFrom: number;
  },
): Promise<SpanMaterial & { turns: StoredTurn[] }> {
  const { id } = conversation;
  const turns = database.turns
    .where('[generation+conversationId+index]')
    .between([generation, id, turnsFrom], [generation, id, Dexie.maxKey], true, true);
  const material = { turns: await turns.toArray(), sessions: [], proactive: [], activity: [] } as {
    turns: StoredTurn[];
  } & Required<Pick<SpanMaterial, 'sessions' | 'proactive' | 'activity'>>;
  await turns.delete();
  const parts: StoredPart[] = [];
  for (const kind of PART_KINDS) {
    const range = database.parts
      .where('[generation+conversationId+kind+n]')
      .between([generation, id, kind, partsBefore[kind]], [generation, id, kind, Dexie.maxKey], true, true);
    parts.push(...(await range.toArray()));
    await range.delete();
  }
  await database.sessions
    .where('[generation+conversationId+fromSeq]')
    .between(
      [generation, id, start?.fromSeq ?? Dexie.minKey],
      [generation, id, Dexie.maxKey],
      start === undefined,
      true,
    )
    .delete();
  return { ...material, ...sortParts(parts) };
}

function sortParts(parts: readonly StoredPart[]): Required<Pick<SpanMaterial, 'sessions' | 'proactive' | 'activity'>> {
  return {
    sessions: parts.flatMap((part) => (part.kind === 'session' ? [part.value] : [])),
    proactive: parts.flatMap((part) => (part.kind === 'proactive' ? [part.value] : [])),
    activity: parts.flatMap((part) => (part.kind === 'activity' ? [part.value] : [])),
  };
}

async function storeNew(
  { database, generation }: DeriveContext,
  {
    conversation: { id: conversationId },
    folded,
    turns,
    partsBefore,
  }: {
    conversation: StoredConversation;
    folded: FoldedConversation;
    turns: StoredTurn[];
    partsBefore: Record<PartKind, number>;
  },
) {
  const place = { generation, conversationId };
  await database.turns.bulkPut(turns);
  await database.parts.bulkPut([
    ...folded.sessions.map(
      (value, i): StoredPart => ({ ...place, kind: 'session', n: partsBefore.session + i, value }),
    ),
    ...folded.proactive.map(
      (value, i): StoredPart => ({ ...place, kind: 'proactive', n: partsBefore.proactive + i, value }),
    ),
    ...folded.activity.map(
      (value, i): StoredPart => ({ ...place, kind: 'activity', n: partsBefore.activity + i, value }),
    ),
  ]);
  await database.sessions.bulkPut(folded.starts.map((start) => ({ ...place, ...start })));
}

/** Takes the old material out of the rollups it was in, and puts the new where it belongs. */
async function moveRollups(
  { database, generation }: DeriveContext,
  {
    conversation,
    profile,
    old,
    fresh,
  }: {
    conversation: StoredConversation;
    profile: Profile;
    old: SpanMaterial;
    fresh: SpanMaterial & { turns: Turn[] };
  },
) {
  const place = { profile, generation, account: conversation.account };
  const before = placeMaterial(old, place);
  const after = placeMaterial(fresh, place);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const stored = await database.rollups.bulkGet(keys);
  for (const [index, key] of keys.entries()) {
    const removed = before.get(key);
    const added = after.get(key);
    const where = removed ?? added;
    if (where === undefined) continue;
    const rollup = stored[index] ?? { key, ...emptyRollup(where) };
    if (removed !== undefined) removeMaterial(rollup, removed, profile);
    if (added !== undefined) addMaterial(rollup, added, profile);
    if (isEmptyRollup(rollup)) await database.rollups.delete(key);
    else await database.rollups.put(rollup);
  }
}
