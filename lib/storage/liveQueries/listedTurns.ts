import type { Conversation } from '@/lib/domain/conversation';
import type { Database } from '../database';
import { liveGeneration } from '../generation';
import type { StoredTurn } from '../records.types';

/** A turn with what the lists say of its conversation. */
export interface ListedTurn {
  turn: StoredTurn;
  conversation: Pick<Conversation, 'name' | 'shop' | 'advertiser'>;
}

const UNKNOWN: ListedTurn['conversation'] = { name: null, shop: null, advertiser: false };

/** The turns that began in a span [from, to) (ms), oldest first. */
export async function readTurns(database: Database, { from, to }: { from: number; to: number }): Promise<StoredTurn[]> {
  const generation = await liveGeneration(database);
  return database.turns
    .where('[generation+startedAt]')
    .between([generation, from], [generation, to], true, false)
    .toArray();
}

/** How many turns began in a span [from, to), ms. */
export async function countTurns(database: Database, { from, to }: { from: number; to: number }): Promise<number> {
  const generation = await liveGeneration(database);
  return database.turns
    .where('[generation+startedAt]')
    .between([generation, from], [generation, to], true, false)
    .count();
}

/** The turns that began in a span [from, to) (ms), oldest first, each with its conversation's name and shop. */
export async function readListedTurns(database: Database, span: { from: number; to: number }): Promise<ListedTurn[]> {
  return withConversations(database, await readTurns(database, span));
}

/** The turns of a span [from, to) (ms) whose conversations are left out of every figure, oldest first. */
export async function readExcludedTurns(
  database: Database,
  { from, to }: { from: number; to: number },
): Promise<ListedTurn[]> {
  const generation = await liveGeneration(database);
  const turns = await database.excludedTurns
    .where('[generation+startedAt]')
    .between([generation, from], [generation, to], true, false)
    .toArray();
  return withConversations(database, turns);
}

async function withConversations(database: Database, turns: readonly StoredTurn[]): Promise<ListedTurn[]> {
  const ids = [...new Set(turns.map((turn) => turn.conversationId))];
  const conversations = await database.conversations.bulkGet(ids);
  const known = new Map(ids.map((id, index) => [id, conversations[index] ?? UNKNOWN]));
  return turns.map((turn) => {
    const { name, shop, advertiser } = known.get(turn.conversationId) ?? UNKNOWN;
    return { turn, conversation: { name, shop: shop ?? turn.shop, advertiser } };
  });
}
