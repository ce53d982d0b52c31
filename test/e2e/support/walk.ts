import { partSeed, pick, seededRandom } from '../../playground/random';
import type { LaunchedExtension } from './launch';
import { WalkDay } from './walkDay';
import { checkWalk, type WalkResult } from './walkTruth';

/** A working day gone through at random: what agents, customers, pages and browsers do, in any order. */
export interface Walk {
  seed: number;
  steps: number;
}

const looks: Record<string, string>[] = [
  {},
  { optimistic: 'replace' },
  { optimistic: 'off' },
  { ids: 'off' },
  { ids: 'off', optimistic: 'replace' },
  { ids: 'off', times: 'minute', changing: 'on' },
  { ids: 'off', times: 'none' },
  { virtual: 'on', history: '60' },
  { groups: 'on' },
  { lateText: '250', ids: 'off' },
  { switchDelay: '350' },
];

/** Goes through one walk and holds what was stored against the playground's own log. */
export async function walk(extension: LaunchedExtension, base: string, { seed, steps }: Walk): Promise<WalkResult> {
  const random = seededRandom(partSeed('walk', seed));
  const account = `walk-${seed}`;
  const switches = { account, ...pick(random, looks) };
  const day = await WalkDay.begin(extension, base, switches, random);
  try {
    for (let step = 0; step < steps; step++) await day.step();
    const truth = await day.end();
    return await checkWalk(extension, { account, truth, starts: day.starts, ids: !('ids' in switches) });
  } catch (error) {
    console.log(`walk ${seed}, ${JSON.stringify(switches)}: ${day.done.join(' ')}`);
    throw error;
  }
}
