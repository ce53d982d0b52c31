import type { Database } from '../database';

/** How far the generation is that is being made; null = none is. Conversations. */
export async function readRederivationProgress(database: Database): Promise<{ done: number; total: number } | null> {
  const record = await database.meta.get('rederivation');
  if (record?.key !== 'rederivation') return null;
  const { done, total } = record.value;
  return { done, total };
}
