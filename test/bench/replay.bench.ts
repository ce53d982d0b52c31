import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { computeFigures, moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { foldLog } from '@/lib/metrics/replay';
import { metricsLog } from './metricsLog';

/** Replaying a log with all its figures, against parsing its text: the time at most 3 times, the memory at most twice. */
const size = { messages: 1_000_000, conversations: 20_000, seed: 1 };
const rounds = 3;

function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}

function timed<T>(work: () => T): { ms: number; result: T } {
  const from = performance.now();
  const result = work();
  return { ms: performance.now() - from, result };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Heap of the parsed log and everything that replaying it leaves, to that of the parsed log alone. */
function memoryRatio(profile: Profile): number {
  const empty = heapMb();
  const log: LogEntry[] = JSON.parse(text);
  const withLog = heapMb();
  const folded = foldLog(log, profile);
  const tally = tallyOf(folded, profile, true);
  const withAll = heapMb();
  // Used after the measuring, or they would be collected before it.
  if (log.length !== size.messages || folded.turns.length === 0 || tally.incoming === 0)
    throw new Error('Nothing held.');
  return (withAll - empty) / (withLog - empty);
}

const text = JSON.stringify(metricsLog(size));
let failed = false;
for (const id of ['selfcoach', 'taobao', 'rocketchat']) {
  const profile = profileOf(id);
  const ratios: number[] = [];
  const parses: number[] = [];
  const replays: number[] = [];
  const memory = memoryRatio(profile);
  for (let round = 0; round < rounds; round++) {
    const parsed = timed((): LogEntry[] => JSON.parse(text));
    const replayed = timed(() => {
      const folded = foldLog(parsed.result, profile);
      const figures = computeFigures({ ...folded, profile, now: null, final: true });
      const more = moreFiguresOfTally({ tally: tallyOf(folded, profile, true), profile });
      return { folded, figures, more };
    });
    if (replayed.result.figures.turns === 0) throw new Error('The log gave no turns: nothing was measured.');
    parses.push(parsed.ms);
    replays.push(replayed.ms);
    ratios.push(replayed.ms / parsed.ms);
  }
  const ratio = median(ratios);
  const memoryText = globalThis.gc
    ? `${memory.toFixed(2)} × the parsed log's memory (limit 2)`
    : 'memory needs --expose-gc';
  console.log(
    `replay, ${id}: JSON.parse ${median(parses).toFixed(0)} ms, replay ${median(replays).toFixed(0)} ms: ` +
      `${ratio.toFixed(2)} × (limit 3); ${memoryText}`,
  );
  failed ||= ratio > 3 || (globalThis.gc !== undefined && memory > 2);
}
process.exitCode = failed ? 1 : 0;
