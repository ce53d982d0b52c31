import Dexie from 'dexie';
import type { Settings } from '@/lib/domain/settings';
import { automaticTextKeys, keepFiguresOfMarks } from './automaticTexts';
import { reclassify } from './classify';
import type { Database } from './database';
import { type DeriveContext, deriveInto } from './derive';
import { liveGeneration } from './generation';
import { deleteGeneration, keepFrozenRollups } from './generations';
import type { Rederivation } from './records.types';
import { ensureRules, profileByRules, readStoredRules, rulesOf, sameCounting, sameRules, withAllRules } from './rules';

/** What deriving a generation needs to know. */
export interface RederiveContext {
  database: Database;
  /** Id of a workbench's own profile. */
  workbenchProfile: (workbenchId: string) => string;
  /** The clock; absent = this computer's. */
  now?: () => number;
}

/** The generation that is being made, and how far it is; null = none. */
export async function readRederivation(database: Database): Promise<Rederivation | null> {
  const record = await database.meta.get('rederivation');
  return record?.key === 'rederivation' ? record.value : null;
}

/**
 * Sees what the settings ask for. Other rules than the live generation's start a new generation (or start it afresh,
 * where they changed on the way); going back to the live ones gives up what was begun. Gives what is to be done.
 */
export async function planRederivation(database: Database, settings: Settings): Promise<Rederivation | null> {
  return database.transaction('rw', [database.meta, database.conversations, database.corrections], async () => {
    const wanted = rulesOf(settings, await automaticTextKeys(database));
    const live = await ensureRules(database, settings);
    const running = await readRederivation(database);
    if (sameRules(live, wanted)) {
      await database.meta.delete('rederivation');
      return null;
    }
    if (running !== null && sameRules(running.rules, wanted)) return running;
    const begun: Rederivation = {
      generation: Math.max(await liveGeneration(database), running?.generation ?? 0) + 1,
      rules: wanted,
      cursor: null,
      done: 0,
      total: await database.conversations.count(),
    };
    await database.meta.put({ key: 'rederivation', value: begun });
    return begun;
  });
}

/**
 * Derives the next conversation of the generation that is being made, or, when none is left, switches to it. Each call
 * is one transaction: stopped at any moment, the next call goes on where the last one ended. Readings that come
 * meanwhile are derived into both generations (see deriveConversation).
 */
export async function advanceRederivation(context: RederiveContext): Promise<'more' | 'switched' | 'nothing'> {
  const { database } = context;
  return database.transaction('rw', database.tables, async () => {
    const running = await readRederivation(database);
    if (running === null) return 'nothing';
    const live = await liveGeneration(database);
    const next = await database.conversations
      .where('id')
      .above(running.cursor ?? Dexie.minKey)
      .first();
    if (next === undefined) {
      await switchTo(context, running, live);
      return 'switched';
    }
    await reclassifyConversation(database, next.id, running, live);
    await deriveInto(rederiveContext(context, running), {
      conversationId: next.id,
      from: Number.NEGATIVE_INFINITY,
      before: live,
    });
    await database.meta.put({
      key: 'rederivation',
      value: { ...running, cursor: next.id, done: running.done + 1, total: Math.max(running.total, running.done + 1) },
    });
    return 'more';
  });
}

/** Deletes what earlier generations, and those that were given up, left behind, a piece at a time. */
export async function deleteObsoleteGenerations(database: Database): Promise<void> {
  const keep = [await liveGeneration(database), (await readRederivation(database))?.generation ?? null];
  await deleteGeneration(database, keep);
}

function rederiveContext(context: RederiveContext, running: Rederivation): DeriveContext {
  return {
    ...context,
    generation: running.generation,
    rules: withAllRules(running.rules),
    profileFor: (workbenchId) => profileByRules(running.rules, context.workbenchProfile(workbenchId)),
  };
}

async function reclassifyConversation(database: Database, id: string, running: Rederivation, live: number) {
  const rules = await database.meta.get('rules');
  const { wordLists } = running.rules;
  if (rules?.key === 'rules' && JSON.stringify(rules.value.wordLists) === JSON.stringify(wordLists)) return;
  const entries = await database.entries
    .where('[conversationId+seq]')
    .between([id, Dexie.minKey], [id, Dexie.maxKey])
    .filter((entry) => entry.author === 'customer' || entry.author === 'agent')
    .toArray();
  const texts = await database.texts.bulkGet(entries.map((entry) => entry.key));
  await database.entries.bulkPut(
    entries.map((entry, index) =>
      reclassify(entry, { text: texts[index]?.text ?? null, wordLists, live, next: running.generation }),
    ),
  );
}

async function switchTo(context: RederiveContext, running: Rederivation, live: number) {
  const { database, now = Date.now } = context;
  const { generation } = running;
  const rules = withAllRules(running.rules);
  const before = await readStoredRules(database);
  const own = (before?.customProfiles ?? [])[0];
  const custom = rules.customProfiles[0];
  const changed = own !== undefined && own.id === custom?.id && !sameCounting(own, custom);
  await keepFrozenRollups(database, { from: live, to: generation, changedId: changed ? own.id : null });
  if (before !== null) {
    const generations = { before: { generation: live, rules: before }, after: { generation, rules } };
    await keepFiguresOfMarks({ ...rederiveContext(context, running), now: now() }, generations);
  }
  await database.meta.bulkPut([
    { key: 'generation', value: generation },
    { key: 'rules', value: rules },
  ]);
  await database.meta.delete('rederivation');
}
