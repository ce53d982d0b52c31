import type { Database } from '../database';

/** Ids of the workbenches that were recorded lately. */
export async function readUsedWorkbenches(database: Database): Promise<string[]> {
  const ids = new Set<string>();
  await database.recorders.each(({ workbenchId, problem }) => {
    if (problem !== 'noAdapter') ids.add(workbenchId);
  });
  return [...ids].sort();
}
