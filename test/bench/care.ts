import { careLists } from '@/lib/quickReplies/care/careLists';
import { createCareMatcher } from '@/lib/quickReplies/care/careMatcher';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';

/**
 * How long it takes to look through what stands in the composer: every starter phrase as it grows letter by letter, and
 * the longest one 20 times over with words hidden in it. `npm run bench:care`.
 */
const matcher = createCareMatcher(careLists('pinduoduo'), 'pinduoduo');
const texts = starterLibrary().map(({ text }) => text);
const long = `${texts.sort((a, b) => b.length - a.length)[0] ?? ''}加 V-X，保证最便宜`.repeat(20);
const typed = texts.flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1)));

for (const text of typed) matcher.find(text);
const times = typed.map((text) => timed(() => matcher.find(text))).sort((a, b) => a - b);
const longTimes = Array.from({ length: 50 }, () => timed(() => matcher.find(long))).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    keyPresses: times.length,
    medianMs: at(times, 0.5),
    p99Ms: at(times, 0.99),
    longText: { characters: long.length, medianMs: at(longTimes, 0.5) },
  }),
);

function timed(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function at(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) * 10_000) / 10_000;
}
