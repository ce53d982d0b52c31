import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import pinyinMatch from 'pinyin-match';
import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import type { QuickReply } from '@/lib/domain/quickReply';
import { createReplySearch } from '@/lib/quickReplies/search';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';

/**
 * Time and recall of the search at 10,000 replies, beside three search libraries on the same replies and the same 200
 * queries, typed letter by letter: each beginning of a query is one key press that is answered. A query is met when its
 * reply is among the first ten once it is typed out. `npm run bench:search -- --json`; `--every 10` takes only each tenth
 * query, for a quick look. Fuse.js and pinyin-match take up to a second for a key press: they are asked each 20th query
 * (of `--every`), `--all` asks them all. The fast ones are asked everything once before they are measured.
 *
 * MiniSearch is set up in two ways. `miniSearch`: pairs of Chinese characters, prefixes and its usual fuzziness; it knows
 * no pinyin, and is quick to find nothing. `miniSearchPinyin`: the same with full pinyin and initials of the titles in
 * fields of their own, which is as near as it comes to what is asked for here.
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

/** Latin words, and of each run of Chinese characters every pair and the last one: a prefix finds single ones. */
const tokenize = (text: string) =>
  (text.toLowerCase().match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []).flatMap((run) =>
    /^[a-z0-9]/.test(run)
      ? [run]
      : Array.from(run, (_, i) => run.slice(i, i + 2)).slice(0, Math.max(1, run.length - 1)),
  );
const searchOptions = { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { code: 3, title: 2 } } as const;
const mini = new MiniSearch<QuickReply>({ fields, tokenize, searchOptions });
mini.addAll(replies);
const miniPinyin = new MiniSearch<QuickReply>({
  fields: [...fields, 'pinyin', 'initials'],
  tokenize,
  searchOptions,
  extractField: (reply, field) => {
    if (field === 'pinyin') return pinyin(reply.title, { toneType: 'none', separator: '', nonZh: 'consecutive' });
    if (field === 'initials')
      return pinyin(reply.title, { pattern: 'first', toneType: 'none', separator: '', nonZh: 'consecutive' });
    if (field === 'title' || field === 'text' || field === 'code') return reply[field];
    return reply.id;
  },
});
miniPinyin.addAll(replies);

/** Each engine's answer as ids, best first. */
const engines: Record<string, (query: string) => string[]> = {
  ours: (query) => search.search(query, { limit: shown }).map((hit) => hit.reply.id),
  fuse: (query) => fuse.search(query, { limit: shown }).map((hit) => hit.item.id),
  miniSearch: (query) => firstIds(mini, query),
  miniSearchPinyin: (query) => firstIds(miniPinyin, query),
  pinyinMatch: (query) =>
    replies
      .filter(({ code, title, text }) => [code, title, text].some((field) => pinyinMatch.match(field, query)))
      .slice(0, shown)
      .map((reply) => reply.id),
};

const slow = new Set(['fuse', 'pinyinMatch']);
const asked = (name: string, i: number) => values.all === true || !slow.has(name) || i % 20 === 0;
/** By engine, the queries that it met. */
const metBy = new Map<string, Set<number>>();
/** By engine and query, the time of each key press, ms. */
const times = new Map<string, Map<number, number[]>>();
const results = Object.fromEntries(
  Object.entries(engines).map(([name, answer]) => {
    if (!slow.has(name)) for (const { query } of queries) for (const typed of beginnings(query)) answer(typed);
    const took = new Map<number, number[]>();
    const met = new Map<string, number[]>();
    queries.forEach(({ kind, query, code }, i) => {
      if (!asked(name, i)) return;
      const presses: number[] = [];
      let ids: string[] = [];
      for (const typed of beginnings(query)) {
        const start = performance.now();
        ids = answer(typed);
        presses.push(performance.now() - start);
      }
      took.set(i, presses);
      const isMet = ids.includes(`starter-${code}`);
      met.set(kind, [...(met.get(kind) ?? []), isMet ? 1 : 0]);
      if (isMet) metBy.set(name, (metBy.get(name) ?? new Set()).add(i));
    });
    times.set(name, took);
    const byKind = Object.fromEntries([...met].map(([kind, hits]) => [kind, mean(hits)]));
    const all = [...took.values()].flat();
    const recall = mean([...met.values()].flat());
    return [name, { queries: took.size, keyPresses: all.length, ...spread(all), recall, byKind }];
  }),
);
/** Our times over those of another engine, over the key presses of these queries. */
const ratio = (name: string, over: Iterable<number>) => {
  const asked = [...over];
  const of = (engine: string) => spread(asked.flatMap((i) => times.get(engine)?.get(i) ?? []));
  const [ours, other] = [of('ours'), of(name)];
  const rounded = (share: number) => Math.round(share * 10_000) / 10_000;
  return {
    median: rounded(ours.medianMs / other.medianMs),
    mean: rounded(ours.meanMs / other.meanMs),
    p95: rounded(ours.p95Ms / other.p95Ms),
  };
};
const ratios = Object.fromEntries(
  [...times]
    .filter(([name]) => name !== 'ours')
    .map(([name, took]) => [name, { asked: ratio(name, took.keys()), met: ratio(name, metBy.get(name) ?? []) }]),
);
const report = { replies: replies.length, queries: queries.length, buildMs: Math.round(buildMs), results, ratios };
if (values.json) console.log(JSON.stringify(report, null, 2));
else console.dir(report, { depth: 5 });

function firstIds(engine: MiniSearch<QuickReply>, query: string): string[] {
  return engine
    .search(query)
    .slice(0, shown)
    .map((hit) => String(hit.id));
}

/** A query as it grows while it is typed. */
function beginnings(query: string): string[] {
  return Array.from(query, (_, i) => query.slice(0, i + 1));
}

function spread(times: readonly number[]) {
  return { medianMs: at(times, 0.5), meanMs: mean(times), p95Ms: at(times, 0.95) };
}

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
  return Math.round((numbers.reduce((sum, number) => sum + number, 0) / numbers.length) * 10_000) / 10_000;
}

function at(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10_000) / 10_000;
}
