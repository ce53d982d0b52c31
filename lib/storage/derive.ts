import { accountKey, type DutyStretch } from '@/lib/domain/duty';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Profile } from '@/lib/domain/profile';
import { startOutput } from '@/lib/metrics/conversationState';
import { dutyBetween } from '@/lib/metrics/dutyRules';
import { placeMaterial } from '@/lib/metrics/rollup';
import { zoneOf } from '@/lib/metrics/zone';
import { completeTurns } from './completeTurns';
import type { Database } from './database';
import { baseFromHead, baseFromSession, type DerivationBase } from './derivationBase';
import { difference } from './difference';
import { readDutyStretches } from './duties';
import { exclusionOf, replaceExcluded } from './excluded';
import { type FoldedConversation, foldStored } from './foldStored';
import { moveRollups, readRollups } from './moveRollups';
import type { ConversationHead, EntryText, MetaRecord, StoredConversation, StoredTurn } from './records.types';
import { replaceDerived } from './replaceDerived';
import { type GenerationRules, profileByRules, withAllRules } from './rules';
import { readSurroundings, stillUnanswered } from './surroundings';

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

/** What deriving a conversation begins with. */
export interface Loaded {
  meta: MetaRecord[];
  conversation: StoredConversation | undefined;
  /** Which generation's head was read. */
  generation: number;
  head: ConversationHead | undefined;
  /** What says something of anybody's duty after a moment; null = not read. */
  duty: { since: number; stretches: readonly DutyStretch[] } | null;
  /** All entries behind the head's, in order, and those texts that were stored with them; null = not known. */
  fresh: { entries: readonly StoredEntry[]; texts: readonly EntryText[] } | null;
}

/** A conversation that changed, and the earliest moment whose figures may differ. */
export interface DeriveChange {
  conversationId: string;
  from: number;
  /** What is known of it already, in this transaction; absent = read. */
  loaded?: Loaded;
  /** Makes the writes that brought the change about, where they still wait. */
  write?: () => void;
}

/**
 * Derives a conversation's turns and rollups again, in the live generation and in the one that is being made, if any:
 * from its head on when nothing but new entries came, else from the last session that began before the change. Which
 * generations those are is read inside the writer's transaction: the pointer may have moved since the context was made.
 */
export async function deriveConversation(context: DeriveContext, change: DeriveChange): Promise<void> {
  const { workbenchProfile } = context;
  const { write = () => undefined } = change;
  if (change.loaded === undefined) write();
  const loaded = change.loaded ?? (await loadConversation(context, change));
  const { meta, conversation } = loaded;
  if (conversation === undefined) return;
  const by = (made: GenerationRules) =>
    workbenchProfile === undefined ? null : (id: string) => profileByRules(made, workbenchProfile(id));
  const pointer = meta.find(({ key }) => key === 'generation')?.value;
  const live = typeof pointer === 'number' ? pointer : context.generation;
  const stored = meta.find((record) => record.key === 'rules');
  const rules = stored === undefined ? undefined : withAllRules(stored.value);
  const profileFor = (rules === undefined ? null : by(rules)) ?? context.profileFor;
  const liveContext = { ...context, generation: live, profileFor, ...(rules === undefined ? {} : { rules }) };
  await deriveFrom(liveContext, { ...change, conversation, loaded, write });
  const rederivation = meta.find((record) => record.key === 'rederivation')?.value;
  if (rederivation === undefined) return;
  const nextRules = withAllRules(rederivation.rules);
  const next = by(nextRules);
  if (next === null) return;
  const begun = { ...context, generation: rederivation.generation, profileFor: next, rules: nextRules };
  await deriveInto(begun, { conversationId: conversation.id, from: change.from, before: live });
}

/** Reads, in one round trip, what deriving begins with. */
export async function loadConversation(
  { database, generation }: Pick<DeriveContext, 'database' | 'generation'>,
  { conversationId, dutySince }: { conversationId: string; dutySince?: number },
): Promise<Loaded> {
  const [meta, conversation, head, stretches] = await Promise.all([
    database.meta.toArray(),
    database.conversations.get(conversationId),
    database.heads.get([generation, conversationId]),
    dutySince === undefined ? [] : database.dutyStretches.where('to').above(dutySince).toArray(),
  ]);
  const duty = dutySince === undefined ? null : { since: dutySince, stretches };
  return { meta, conversation, generation, head, duty, fresh: null };
}

/**
 * Derives a conversation in one generation: takes what the entries that are folded again had added to the rollups out
 * of them, and adds what comes out now. Runs inside the writer's transaction. A conversation that is left out yields
 * nothing but its left-out turns. `before` = the generation that saw the turns while they were open.
 */
export async function deriveInto(
  context: DeriveContext,
  change: { conversationId: string; from: number; before?: number },
): Promise<void> {
  const loaded = await loadConversation(context, change);
  const { conversation } = loaded;
  if (conversation !== undefined) await deriveFrom(context, { ...change, conversation, loaded });
}

interface Derivation extends DeriveChange {
  conversation: StoredConversation;
  loaded: Loaded;
  before?: number;
}

/** From the head on, when every change lies behind it: `at` never decreases, so what is later stands behind. */
async function baseOf(
  { database, generation }: DeriveContext,
  { conversation: { id }, from, loaded, write }: Derivation,
  excluded: boolean,
): Promise<DerivationBase> {
  const isLoaded = loaded.generation === generation;
  const head = isLoaded ? loaded.head : await database.heads.get([generation, id]);
  const fresh = isLoaded ? (loaded.fresh?.entries ?? null) : null;
  const fromHead = head !== undefined && head.at < from && !excluded;
  // Entries are read where they are not known: they must be written by then.
  if (!fromHead || fresh === null) write?.();
  if (fromHead) return baseFromHead(database, head, fresh);
  // What is left out is derived whole, apart from everything else; it may have counted until a moment ago.
  return baseFromSession(database, { generation, id, from: excluded ? Number.NEGATIVE_INFINITY : from, head });
}

/** When the account was on duty, as far as the entries and what the state carries ask for it. */
async function dutyOf(
  { database, rules }: DeriveContext,
  { conversation, loaded: { duty } }: Derivation,
  { base, profile }: { base: DerivationBase; profile: Profile },
) {
  const { state } = base.start;
  const first = base.entries[0]?.at ?? base.head?.at ?? Number.MAX_SAFE_INTEGER;
  const since = Math.min(first, state.heldSince ?? first, ...startOutput(state).turns.map((turn) => turn.startedAt));
  const account = accountKey(conversation);
  const stretches =
    duty !== null && duty.since <= since
      ? duty.stretches.filter((one) => one.to > since && (one.account === null || one.account === account))
      : await readDutyStretches(database, { since, account });
  const facts = { stretches, shifts: rules?.shifts ?? [], zone: zoneOf(profile.timeZone) };
  return dutyBetween(facts, since, base.entries.at(-1)?.at ?? since);
}

/** What a conversation that is left out brings into the figures. */
function nothingOf(whole: FoldedConversation): FoldedConversation {
  return { ...whole, turns: [], proactive: [], sessions: [], activity: [], starts: [] };
}

async function deriveFrom(context: DeriveContext, derivation: Derivation): Promise<void> {
  const { database, generation, rules = null } = context;
  const { conversation, loaded, before, write } = derivation;
  const profile = context.profileFor(conversation.workbenchId);
  const place = { profile, generation, account: conversation.account };
  const exclusion = exclusionOf(conversation, rules);
  const base = await baseOf(context, derivation, exclusion !== null);
  const { entries, start, old } = base;
  const duty = await dutyOf(context, derivation, { base, profile });
  const whole = foldStored({ conversation, entries, profile, generation, rules, duty, ...start });
  const unanswered = stillUnanswered(whole.end.state, base.unanswered, entries);
  const folded = exclusion === null ? whole : nothingOf(whole);
  const open = whole.turns.find(({ state }) => state === 'pending');
  const known = old.turns.some(({ startedAt, pressure }) => startedAt === open?.startedAt && pressure !== null);
  // What can be asked at once is asked at once: each round trip to the database is what recording a message costs.
  const reading = Promise.all([
    before === undefined ? [] : turnsOf(database, before, conversation.id),
    readSurroundings(database, {
      turns: whole.turns,
      unanswered,
      live: before ?? generation,
      countOthers: !known,
      clockStepAt: loaded.meta.find((record) => record.key === 'clockStep')?.value ?? null,
      texts: loaded.fresh?.texts ?? [],
    }),
    readRollups(database, [placeMaterial(old, place), placeMaterial(folded, place)]),
  ]);
  write?.();
  const [seen, around, rollups] = await reading;
  const all = completeTurns({
    conversation,
    generation,
    folded: whole,
    entries,
    old: [...seen, ...old.turns],
    around,
    rules,
  });
  if (exclusion !== null) {
    await replaceExcluded(database, { conversationId: conversation.id, generation, reason: exclusion }, all);
  }
  const turns = exclusion === null ? all : [];
  // Of a session with fifty turns one message changes one: the others are neither written again nor moved.
  const { gone, come } = difference(old, { ...folded, turns });
  await Promise.all([
    replaceDerived(database, {
      generation,
      conversationId: conversation.id,
      folded,
      turns,
      old,
      partsBefore: start.partsBefore,
      head: exclusion === null ? headOf({ base, folded, turns, unanswered, generation }) : null,
    }),
    moveRollups(database, {
      profile,
      rollups,
      before: placeMaterial(gone, place),
      after: placeMaterial(come, place),
    }),
  ]);
}

function headOf({
  base,
  folded,
  turns,
  unanswered,
  generation,
}: {
  base: DerivationBase;
  folded: FoldedConversation;
  turns: readonly StoredTurn[];
  unanswered: ConversationHead['unanswered'];
  generation: number;
}): ConversationHead | null {
  const last = base.entries.at(-1) ?? base.head;
  if (last === undefined) return null;
  const { state } = folded.end;
  const carried = [state.awaiting, state.tail, state.open].map((turn) => turn?.index);
  return {
    generation,
    conversationId: state.conversationId,
    seq: last.seq,
    at: last.at,
    ...folded.end,
    turns: turns.filter(({ index }) => carried.includes(index)).map((turn) => ({ ...turn, unansweredTexts: [] })),
    unanswered,
  };
}

async function turnsOf(database: Database, generation: number, conversationId: string): Promise<StoredTurn[]> {
  return database.turns
    .where('[generation+conversationId+index]')
    .between([generation, conversationId], [generation, conversationId, []])
    .toArray();
}
