import type { Profile } from '@/lib/domain/profile';
import { addMaterial, emptyRollup, isEmptyRollup, type placeMaterial, removeMaterial } from '@/lib/metrics/rollup';
import type { Database } from './database';
import type { StoredRollup } from './records.types';

/** Material by the key of its rollup. */
export type Places = ReturnType<typeof placeMaterial>;

/** The stored rollups of everything that was and that is, by key. */
export async function readRollups(database: Database, places: readonly Places[]): Promise<Map<string, StoredRollup>> {
  const keys = [...new Set(places.flatMap((place) => [...place.keys()]))];
  const stored = await database.rollups.bulkGet(keys);
  return new Map(stored.flatMap((rollup) => (rollup === undefined ? [] : [[rollup.key, rollup]])));
}

/** Takes the old material out of the rollups it was in, and puts the new where it belongs. */
export async function moveRollups(
  database: Database,
  {
    profile,
    rollups,
    before,
    after,
  }: { profile: Profile; rollups: Map<string, StoredRollup>; before: Places; after: Places },
) {
  const moved: StoredRollup[] = [];
  const emptied: string[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const removed = before.get(key);
    const added = after.get(key);
    const where = removed ?? added;
    if (where === undefined) continue;
    const rollup = rollups.get(key) ?? { key, ...emptyRollup(where) };
    if (removed !== undefined) removeMaterial(rollup, removed, profile);
    if (added !== undefined) addMaterial(rollup, added, profile);
    if (isEmptyRollup(rollup)) emptied.push(key);
    else moved.push(rollup);
  }
  await Promise.all([
    moved.length > 0 && database.rollups.bulkPut(moved),
    emptied.length > 0 && database.rollups.bulkDelete(emptied),
  ]);
}
