import type { Database } from './database';
import type { StoredTurn } from './records.types';

/** The generation of turns and rollups that the surfaces show. 1 until something was derived anew. */
export async function liveGeneration(database: Database): Promise<number> {
  const record = await database.meta.get('generation');
  return typeof record?.value === 'number' ? record.value : 1;
}

/** The open turns of the live generation: everybody who waits. */
export async function pendingTurns(database: Database): Promise<StoredTurn[]> {
  const generation = await liveGeneration(database);
  return database.turns.where('[generation+state]').equals([generation, 'pending']).toArray();
}
