import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import pinyinMatch from 'pinyin-match';
import { z } from 'zod';
import type { QuickReply } from '@/lib/domain/quickReply';
import { createReplySearch } from '@/lib/quickReplies/search';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';

/**
 * Time and recall of the search at 10,000 replies, beside three search libraries on the same replies and the same 200
 * queries. A query is met when its reply is among the first ten. `npm run bench:search -- --json`; `--every 10` takes
 * only each tenth query, for a quick look. Fuse.js and pinyin-match take around a second a query: they are asked each
 * fifth query (of `--every`), `--all` asks them all. The fast ones are asked everything once before they are measured.
 * Ratios compare the medians over the queries that both were asked, and over those of them that the other one met: an
 * engine that knows no pinyin is quick to find nothing.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, all: { type: 'boolean' }, every: { type: 'string', default: '1' } },
});
const queries = z
  .array(z.object({ kind: z.string(), query: z.string(), code: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('../fixtures/quickReplies/searchQueries.json', import.meta.url), 'utf8')))
  .filter((_, i) => i % Number(values.every) === 0);
const shown = 10;
const replies = library(10_000);

const buildStart = performance.now();
const search = createReplySearch(replies);
const buildMs = performance.now() - buildStart;
const fields = ['code', 'title', 'text'];
const fuse = new Fuse(replies, { keys: fields });
const mini = new MiniSearch<QuickReply>({
  fields,
  tokenize: (text) => text.toLowerCase().match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [],
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { code: 3, title: 2 } },
});
mini.addAll(replies);

/** Each engine's answer as ids, best first. */
const engines: Record<string, (query: string) => string[]> = {
  ours: (query) => search.search(query, { limit: shown }).map((hit) => hit.reply.id),
  fuse: (query) => fuse.search(query, { limit: shown }).map((hit) => hit.item.id),
  miniSearch: (query) =>
    mini
      .search(query)
      .slice(0, shown)
      .map((hit) => String(hit.id)),
  pinyinMatch: (query) =>
    replies
      .filter(({ code, title, text }) => [code, title, text].some((field) => pinyinMatch.match(field, query)))
      .slice(0, shown)
      .map((reply) => reply.id),
};

const slow = new Set(['fuse', 'pinyinMatch']);
const asked = (name: string, i: number) => values.all === true || !slow.has(name) || i % 5 === 0;
/** By engine, the queries that it met. */
const metBy = new Map<string, Set<number>>();
/** By engine, the time of each query that it was asked, ms. */
const times = new Map<string, Map<number, number>>();
const results = Object.fromEntries(
  Object.entries(engines).map(([name, answer]) => {
    for (const { query } of slow.has(name) ? queries.slice(0, 3) : queries) answer(query);
    const took = new Map<number, number>();
    const met = new Map<string, number[]>();
    queries.forEach(({ kind, query, code }, i) => {
      if (!asked(name, i)) return;
      const start = performance.now();
      const ids = answer(query);
      took.set(i, performance.now() - start);
      const isMet = ids.includes(`starter-${code}`);
      met.set(kind, [...(met.get(kind) ?? []), isMet ? 1 : 0]);
      if (isMet) metBy.set(name, (metBy.get(name) ?? new Set()).add(i));
    });
    times.set(name, took);
    const byKind = Object.fromEntries([...met].map(([kind, hits]) => [kind, mean(hits)]));
    const all = [...took.values()];
    const recall = mean([...met.values()].flat());
    return [name, { queries: took.size, medianMs: at(all, 0.5), p95Ms: at(all, 0.95), recall, byKind }];
  }),
);
const ratio = (name: string, over: readonly number[]) => {
  const median = (of: string) =>
    at(
      over.map((i) => times.get(of)?.get(i) ?? 0),
      0.5,
    );
  return Math.round((median('ours') / median(name)) * 10_000) / 10_000;
};
const ratios = Object.fromEntries(
  [...times]
    .filter(([name]) => name !== 'ours')
    .map(([name, took]) => {
      return [name, { asked: ratio(name, [...took.keys()]), met: ratio(name, [...(metBy.get(name) ?? [])]) }];
    }),
);
const report = { replies: replies.length, queries: queries.length, buildMs: Math.round(buildMs), results, ratios };
if (values.json) console.log(JSON.stringify(report, null, 2));
else console.dir(report, { depth: 5 });

/** The starter library, filled up with phrases made of its own words; the same each time. */
function library(size: number): QuickReply[] {
  let state = 7;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const starters = starterLibrary();
  const words = starters.flatMap((reply) => reply.text.match(/\p{Script=Han}{2,4}/gu) ?? []);
  const phrase = (length: number, joint: string) =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? '').join(joint);
  const filling = Array.from({ length: size - starters.length }, (_, order): QuickReply => {
    const [title, text] = [phrase(2, ''), phrase(12, '，')];
    return { id: `r${order}`, code: `z${order}`, title, text, group: '其他', order, uses: 0, lastUsedAt: null };
  });
  return [...filling, ...starters];
}

function mean(numbers: readonly number[]): number {
  return Math.round((numbers.reduce((sum, number) => sum + number, 0) / numbers.length) * 1000) / 1000;
}

function at(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 1000) / 1000;
}
