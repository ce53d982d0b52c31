import type { Database } from './database';
import type { ExcludedTurn, StoredConversation, StoredTurn } from './records.types';
import type { GenerationRules } from './rules';

/**
 * Why a conversation is left out of every figure: the agent marked it as an advertiser's, or its customer's name or id
 * stands in the list of internal accounts. null = it counts.
 */
export function exclusionOf(
  { advertiser, name, key }: Pick<StoredConversation, 'advertiser' | 'name' | 'key'>,
  rules: Pick<GenerationRules, 'internalCustomers'> | null,
): ExcludedTurn['reason'] | null {
  if (advertiser) return 'advertiser';
  const listed = (word: string | null) => word !== null && rules?.internalCustomers.includes(word) === true;
  return listed(name) || listed(key) ? 'internal' : null;
}

/** Stores the turns of a left-out conversation in one generation instead of those that stood there. */
export async function replaceExcluded(
  database: Database,
  place: { conversationId: string; generation: number; reason: ExcludedTurn['reason'] },
  turns: readonly StoredTurn[],
): Promise<void> {
  const { conversationId, generation, reason } = place;
  await database.excludedTurns
    .where('conversationId')
    .equals(conversationId)
    .filter((turn) => turn.generation === generation)
    .delete();
  // Nobody waits here and nothing is asked of the agent: no texts beside the turns.
  await database.excludedTurns.bulkPut(turns.map((turn) => ({ ...turn, unansweredTexts: [], reason })));
}

/** A conversation counts again: what stood there as left out goes, in every generation. */
export async function forgetExcluded(database: Database, conversationId: string): Promise<void> {
  await database.excludedTurns.where('conversationId').equals(conversationId).delete();
}
