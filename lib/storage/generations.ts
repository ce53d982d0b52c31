import Dexie from 'dexie';
import { mergeRollups, type Rollup, rollupKey } from '@/lib/metrics/rollup';
import type { Database } from './database';

const HOUR_MS = 3_600_000;
/** Rows that one transaction deletes: the writer must never wait long for the tidying. */
const CHUNK = 2_000;
const SESSION_KEY = '[generation+conversationId+fromSeq]';
const PART_KEY = '[generation+conversationId+kind+n]';
const HEAD_KEY = '[generation+conversationId]';

/**
 * Takes over the rollups of hours whose messages the agent deleted: nothing can be derived for them any more, and their
 * figures stay under the profile by which they were made; with `changedId`, the profile of that id has other rules now,
 * and they are set aside under a name of their own. An hour from which turns are left is derived from those.
 */
export async function keepFrozenRollups(
  database: Database,
  { from, to, changedId }: { from: number; to: number; changedId: string | null },
): Promise<void> {
  const old = await database.rollups
    .where('[generation+hourStart]')
    .between([from, Dexie.minKey], [from, Dexie.maxKey])
    .toArray();
  for (const [position, rollup] of old.entries()) {
    if (!Object.values(rollup.customers).some((customer) => customer.anyTurns > 0)) continue;
    const { hourStart } = rollup;
    const left = await database.turns
      .where('[generation+startedAt]')
      .between([from, hourStart], [from, endOf(old, position)], true, false)
      .count();
    if (left > 0) continue;
    const profileId = rollup.profileId === changedId ? `${changedId}@${from}` : rollup.profileId;
    const kept = { ...rollup, profileId, generation: to };
    const key = rollupKey(kept);
    const fresh = await database.rollups.get(key);
    await database.rollups.put({ ...kept, ...(fresh === undefined ? {} : mergeRollups([fresh, kept])), key });
  }
}

/** Where the hour of a rollup ends at the latest: an hour within which a day starts is two. Sorted by `hourStart`. */
function endOf(rollups: readonly Rollup[], position: number): number {
  const { hourStart, profileId } = rollups[position] ?? { hourStart: 0, profileId: '' };
  for (let next = position + 1; next < rollups.length; next++) {
    const other = rollups[next];
    if (other === undefined || other.hourStart >= hourStart + HOUR_MS) break;
    if (other.profileId === profileId && other.hourStart > hourStart) return other.hourStart;
  }
  return hourStart + HOUR_MS;
}

/** Deletes turns, sessions, parts, heads and rollups of every generation that is not to be kept. */
export async function deleteGeneration(database: Database, keep: readonly (number | null)[]): Promise<void> {
  const { turns, sessions, parts, rollups, heads, excludedTurns } = database;
  const isKept = (generation: unknown) => keep.some((kept) => kept === generation);
  for (;;) {
    const found = new Set<number>();
    for (const [table, index] of [
      [turns, '[generation+startedAt]'],
      [excludedTurns, '[generation+startedAt]'],
      [rollups, '[generation+hourStart]'],
      [sessions, SESSION_KEY],
      [parts, PART_KEY],
      [heads, HEAD_KEY],
    ] as const) {
      const generations = await generationsOf(table, index);
      for (const generation of generations) if (!isKept(generation)) found.add(generation);
    }
    if (found.size === 0) return;
    for (const generation of found) {
      const bounds = [[generation], [generation, []]] as const;
      for (;;) {
        const tables = [turns, excludedTurns, sessions, parts, rollups, heads];
        const deleted = await database.transaction('rw', tables, async () => {
          let count = 0;
          count += await turns
            .where('[generation+startedAt]')
            .between(...bounds)
            .limit(CHUNK)
            .delete();
          count += await excludedTurns
            .where('[generation+startedAt]')
            .between(...bounds)
            .limit(CHUNK)
            .delete();
          count += await rollups
            .where('[generation+hourStart]')
            .between(...bounds)
            .limit(CHUNK)
            .delete();
          count += await sessions
            .where(SESSION_KEY)
            .between(...bounds)
            .limit(CHUNK)
            .delete();
          count += await heads
            .where(HEAD_KEY)
            .between(...bounds)
            .limit(CHUNK)
            .delete();
          count += await parts
            .where(PART_KEY)
            .between(...bounds)
            .limit(CHUNK)
            .delete();
          return count;
        });
        if (deleted === 0) break;
      }
    }
  }
}

/** The generations that a table holds, by looking once per generation. */
async function generationsOf(table: Dexie.Table, index: string): Promise<number[]> {
  const generations: number[] = [];
  let after: number | null = null;
  for (;;) {
    const keys: unknown[] = await (after === null ? table.orderBy(index) : table.where(index).above([after, []]))
      .limit(1)
      .keys();
    const key = keys[0];
    if (!Array.isArray(key) || typeof key[0] !== 'number') return generations;
    after = key[0];
    generations.push(after);
  }
}
