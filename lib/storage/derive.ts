import Dexie from 'dexie';
import { accountKey } from '@/lib/domain/duty';
import type { Profile } from '@/lib/domain/profile';
import { firstIndex, startConversation, startOutput } from '@/lib/metrics/conversationState';
import { dutyBetween } from '@/lib/metrics/dutyRules';
import type { SpanMaterial } from '@/lib/metrics/figures';
import { placeMaterial } from '@/lib/metrics/rollup';
import { zoneOf } from '@/lib/metrics/zone';
import { completeTurns, readAround } from './completeTurns';
import type { Database } from './database';
import { changed, difference } from './difference';
import { readDutyStretches } from './duties';
import { exclusionOf, replaceExcluded } from './excluded';
import { type FoldedConversation, foldStored } from './foldStored';
import { moveRollups, readRollups } from './moveRollups';
import type { PartKind, SessionStart, StoredConversation, StoredPart, StoredTurn } from './records.types';
import { type GenerationRules, profileByRules, withAllRules } from './rules';

/** What deriving needs besides the entries. */
export interface DeriveContext {
  database: Database;
  generation: number;
  /** The live profile of a workbench. */
  profileFor: (workbenchId: string) => Profile;
  /** Id of a workbench's own profile; without it, a generation that is being made waits for its own turn. */
  workbenchProfile?: (workbenchId: string) => string;
  /** By what else the generation is made; absent = shifts, shared accounts and internal customers are none. */
  rules?: GenerationRules;
}

const PART_KINDS: readonly PartKind[] = ['session', 'proactive', 'activity'];
/** What a conversation that is left out brings into the figures. */
const NOTHING: FoldedConversation = { turns: [], proactive: [], sessions: [], activity: [], starts: [] };
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
  const { database } = context;
  const [[generation, rules, rederivation], conversation, start] = await Promise.all([
    database.meta.bulkGet(['generation', 'rules', 'rederivation']),
    database.conversations.get(change.conversationId),
    sessionStartBefore(context, change.conversationId, change.from),
  ]);
  const { workbenchProfile } = context;
  const by = (made: GenerationRules) =>
    workbenchProfile === undefined ? null : (id: string) => profileByRules(made, workbenchProfile(id));
  const live = typeof generation?.value === 'number' ? generation.value : context.generation;
  const made = rules?.key === 'rules' ? withAllRules(rules.value) : undefined;
  const profileFor = (made === undefined ? null : by(made)) ?? context.profileFor;
  if (conversation === undefined) return;
  const liveContext = { ...context, generation: live, profileFor, ...(made === undefined ? {} : { rules: made }) };
  const session =
    live === context.generation ? start : await sessionStartBefore(liveContext, conversation.id, change.from);
  await deriveFrom(liveContext, { conversation, start: session });
  if (rederivation?.key !== 'rederivation') return;
  const nextRules = withAllRules(rederivation.value.rules);
  const next = by(nextRules);
  if (next === null) return;
  const { generation: number } = rederivation.value;
  const begun = { ...context, generation: number, profileFor: next, rules: nextRules };
  await deriveInto(begun, { ...change, before: live });
}

/**
 * Derives a conversation in one generation: reads only the entries from the session on, takes what they had added to
 * the rollups out of them, and adds what comes out now. Runs inside the writer's transaction. A conversation that is
 * left out yields nothing but its left-out turns. `before` = the generation that saw the turns while they were open.
 */
export async function deriveInto(
  context: DeriveContext,
  { conversationId, from, before }: { conversationId: string; from: number; before?: number },
): Promise<void> {
  const [conversation, start] = await Promise.all([
    context.database.conversations.get(conversationId),
    sessionStartBefore(context, conversationId, from),
  ]);
  if (conversation !== undefined)
    await deriveFrom(context, { conversation, start, ...(before === undefined ? {} : { before }) });
}

async function deriveFrom(
  context: DeriveContext,
  found: { conversation: StoredConversation; start: SessionStart | undefined; before?: number },
): Promise<void> {
  const { database, rules = null } = context;
  const { conversation, before } = found;
  const exclusion = exclusionOf(conversation, rules);
  // What is left out is derived whole, apart from everything else; it may have counted until a moment ago.
  const start = exclusion === null ? found.start : undefined;
  const conversationId = conversation.id;
  const profile = context.profileFor(conversation.workbenchId);
  const base = {
    state: start?.state ?? startConversation(conversationId),
    partsBefore: start?.partsBefore ?? NO_PARTS,
  };
  const live = before ?? context.generation;
  const account = accountKey(conversation);
  // What can be asked at once is asked at once: each round trip to the database is what recording a message costs.
  const [entries, old, seen, known, recent] = await Promise.all([
    readEntries(database, conversationId, start?.fromSeq),
    readOld(context, { conversation, start, partsBefore: base.partsBefore, turnsFrom: firstIndex(base.state) }),
    before === undefined ? [] : turnsOf(database, before, conversationId),
    start === undefined ? null : readAround(database, { since: earliestOf(start), live }),
    start === undefined ? null : readDutyStretches(database, { since: earliestOf(start), account }),
  ]);
  const since = start === undefined ? (entries[0]?.at ?? Number.MAX_SAFE_INTEGER) : earliestOf(start);
  const stretches = recent ?? (await readDutyStretches(database, { since, account }));
  const around = known ?? (await readAround(database, { since, live }));
  const facts = { stretches, shifts: rules?.shifts ?? [], zone: zoneOf(profile.timeZone) };
  const duty = dutyBetween(facts, since, entries.at(-1)?.at ?? since);
  const whole = foldStored({ conversation, entries, profile, generation: context.generation, rules, duty, ...base });
  const place = { profile, generation: context.generation, account: conversation.account };
  const all = await completeTurns(context, {
    conversation,
    folded: whole,
    entries,
    old: [...seen, ...old.turns],
    around,
  });
  if (exclusion !== null) {
    await replaceExcluded(database, { conversationId, generation: context.generation, reason: exclusion }, all);
  }
  const folded = exclusion === null ? whole : NOTHING;
  const turns = exclusion === null ? all : [];
  // Of a session with fifty turns one message changes one: the others are neither written again nor moved.
  const { gone, come } = difference(old, { ...folded, turns });
  const taken = placeMaterial(gone, place);
  const after = placeMaterial(come, place);
  await Promise.all([
    replaceDerived(context, { conversation, folded, turns, old, partsBefore: base.partsBefore }),
    readRollups(database, [taken, after]).then((rollups) =>
      moveRollups(database, { profile, rollups, before: taken, after }),
    ),
  ]);
}

/** Sessions that are looked at first: the one that a new message belongs to is nearly always the last. */
const LAST_SESSIONS = 3;

async function sessionStartBefore(
  { database, generation }: DeriveContext,
  conversationId: string,
  from: number,
): Promise<SessionStart | undefined> {
  const sessions = () =>
    database.sessions
      .where('[generation+conversationId+fromSeq]')
      .between([generation, conversationId, Dexie.minKey], [generation, conversationId, Dexie.maxKey])
      .reverse();
  const last = await sessions().limit(LAST_SESSIONS).toArray();
  const found = last.find((session) => session.fromAt < from);
  if (found !== undefined || last.length < LAST_SESSIONS) return found;
  return sessions()
    .filter((session) => session.fromAt < from)
    .first();
}

/** The earliest start of a turn that deriving from here can change. */
function earliestOf({ fromAt, state }: SessionStart): number {
  const held = state.heldSince ?? fromAt;
  return Math.min(fromAt, held, ...startOutput(state).turns.map(({ startedAt }) => startedAt));
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

/** What the sessions that are derived again had brought forth, with the keys under which it is stored. */
interface OldMaterial extends Required<Pick<SpanMaterial, 'sessions' | 'proactive' | 'activity'>> {
  turns: StoredTurn[];
  parts: StoredPart[];
  starts: [number, string, number][];
}

async function readOld(
  { database, generation }: DeriveContext,
  {
    conversation: { id },
    start,
    partsBefore,
    turnsFrom,
  }: {
    conversation: StoredConversation;
    start: SessionStart | undefined;
    partsBefore: Record<PartKind, number>;
    turnsFrom: number;
  },
): Promise<OldMaterial> {
  const [turns, starts, ...parts] = await Promise.all([
    database.turns
      .where('[generation+conversationId+index]')
      .between([generation, id, turnsFrom], [generation, id, Dexie.maxKey], true, true)
      .toArray(),
    database.sessions
      .where('[generation+conversationId+fromSeq]')
      .between(
        [generation, id, start?.fromSeq ?? Dexie.minKey],
        [generation, id, Dexie.maxKey],
        start === undefined,
        true,
      )
      .primaryKeys(),
    ...PART_KINDS.map((kind) =>
      database.parts
        .where('[generation+conversationId+kind+n]')
        .between([generation, id, kind, partsBefore[kind]], [generation, id, kind, Dexie.maxKey], true, true)
        .toArray(),
    ),
  ]);
  const all = parts.flat();
  return { turns, starts, parts: all, ...sortParts(all) };
}

function sortParts(parts: readonly StoredPart[]): Required<Pick<SpanMaterial, 'sessions' | 'proactive' | 'activity'>> {
  return {
    sessions: parts.flatMap((part) => (part.kind === 'session' ? [part.value] : [])),
    proactive: parts.flatMap((part) => (part.kind === 'proactive' ? [part.value] : [])),
    activity: parts.flatMap((part) => (part.kind === 'activity' ? [part.value] : [])),
  };
}

/** Stores what came out now, and deletes what stood there and did not come out again. */
async function replaceDerived(
  { database, generation }: DeriveContext,
  {
    conversation: { id: conversationId },
    folded,
    turns,
    old,
    partsBefore,
  }: {
    conversation: StoredConversation;
    folded: FoldedConversation;
    turns: StoredTurn[];
    old: OldMaterial;
    partsBefore: Record<PartKind, number>;
  },
) {
  const place = { generation, conversationId };
  const parts: StoredPart[] = [
    ...folded.sessions.map(
      (value, i): StoredPart => ({ ...place, kind: 'session', n: partsBefore.session + i, value }),
    ),
    ...folded.proactive.map(
      (value, i): StoredPart => ({ ...place, kind: 'proactive', n: partsBefore.proactive + i, value }),
    ),
    ...folded.activity.map(
      (value, i): StoredPart => ({ ...place, kind: 'activity', n: partsBefore.activity + i, value }),
    ),
  ];
  const partKey = ({ kind, n }: StoredPart): [number, string, PartKind, number] => [
    generation,
    conversationId,
    kind,
    n,
  ];
  const kept = new Set([
    ...turns.map(({ id }) => id),
    ...parts.map((part) => partKey(part).join('|')),
    ...folded.starts.map(({ fromSeq }) => [generation, conversationId, fromSeq].join('|')),
  ]);
  const goneTurns = old.turns.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  const goneParts = old.parts.map(partKey).filter((key) => !kept.has(key.join('|')));
  const goneStarts = old.starts.filter((key) => !kept.has(key.join('|')));
  const newTurns = changed(turns, old.turns, ({ id }) => id);
  const newParts = changed(parts, old.parts, (part) => partKey(part).join('|'));
  await Promise.all([
    newTurns.length > 0 && database.turns.bulkPut(newTurns),
    newParts.length > 0 && database.parts.bulkPut(newParts),
    folded.starts.length > 0 && database.sessions.bulkPut(folded.starts.map((start) => ({ ...place, ...start }))),
    goneTurns.length > 0 && database.turns.bulkDelete(goneTurns),
    goneParts.length > 0 && database.parts.bulkDelete(goneParts),
    goneStarts.length > 0 && database.sessions.bulkDelete(goneStarts),
  ]);
}
