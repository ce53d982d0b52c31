import type { Database } from '../database';
import { liveGeneration } from '../generation';

/** How much is stored: messages, turns of the live generation, stretches that were not recorded. */
export async function readStoreCounts(database: Database): Promise<{ entries: number; turns: number; gaps: number }> {
  const generation = await liveGeneration(database);
  const [entries, turns, gaps] = await Promise.all([
    database.entries.count(),
    database.turns.where('[generation+startedAt]').between([generation], [generation, []]).count(),
    database.gaps.count(),
  ]);
  return { entries, turns, gaps };
}
