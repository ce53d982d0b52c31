import type { QuickReply } from '@/lib/domain/quickReply';
import { NearIndex, textCore } from './nearText';
import { textsOf } from './pickText';
import { proposeCode } from './proposeCode';
import { ReplyMatcher } from './replyMatcher';

/** A message that the agent sent. */
export interface SentMessage {
  text: string;
  /** ms. */
  at: number;
}

/** Something that the agent types again and again: 常打的话,存成话术? */
export interface MinedReply {
  /** As it was written most often; the latest of those that were equally often. */
  text: string;
  /** Times it was sent, in all its spellings. */
  times: number;
  lastAt: number;
  /** Not taken yet, neither in the library nor by another proposal; empty where no letter can be made of it. */
  code: string;
  /** The group of the reply that is most like it; empty where none is. */
  group: string;
}

/** A shorter answer is typed as quickly as it is found. */
const shortest = 6;

/** Messages and phrases looked at between two pauses. */
const PIECE = 25;

interface Cluster {
  spellings: Map<string, SentMessage & { count: number }>;
  times: number;
}

/** What was sent at least so often (5 when absent) and is in no library, near duplicates joined; most often first. */
export function mineReplies(options: MiningOptions): MinedReply[] {
  const steps = mineSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What is looked through. */
export interface MiningOptions {
  sent: readonly SentMessage[];
  library: readonly QuickReply[];
  times?: number;
}

/** As mineReplies, in small steps between which a page can do something else. */
export function* mineSteps({ sent, library, times = 5 }: MiningOptions): Generator<undefined, MinedReply[]> {
  const known = new NearIndex();
  const matcher = new ReplyMatcher();
  for (const [i, reply] of library.entries()) {
    for (const text of textsOf(reply)) known.add(textCore(text));
    matcher.put(reply);
    if (i % PIECE === 0) yield;
  }
  const index = new NearIndex();
  const cores = new Map<string, string>();
  for (const { text } of sent) {
    if (cores.has(text)) continue;
    const core = textCore(text);
    cores.set(text, core);
    index.count(core);
    if (cores.size % PIECE === 0) yield;
  }
  const clusters = new Map<number, Cluster>();
  const numbers = new Map<string, number>();
  for (const [i, { text: written, at }] of sent.entries()) {
    if (i % PIECE === 0) yield;
    const core = cores.get(written) ?? '';
    if (core.length < shortest) continue;
    const number = numbers.get(core) ?? index.nearest(core) ?? index.add(core);
    numbers.set(core, number);
    addSpelling(clusters, number, { text: written.trim(), at });
  }
  const found: (Cluster & { best: SentMessage[] })[] = [];
  for (const cluster of clusters.values()) {
    if (cluster.times < times) continue;
    const best = [...cluster.spellings.values()].sort((a, b) => b.count - a.count || b.at - a.at);
    if (known.nearest(textCore(best[0]?.text ?? '')) === null) found.push({ ...cluster, best });
    yield;
  }
  found.sort((a, b) => b.times - a.times || (b.best[0]?.at ?? 0) - (a.best[0]?.at ?? 0));
  const codes = new Set(library.map((reply) => reply.code.toLowerCase()));
  const mined: MinedReply[] = [];
  for (const { best, times: all } of found) {
    const text = best[0]?.text ?? '';
    const code = proposeCode(text, codes);
    if (code !== '') codes.add(code);
    const lastAt = best.reduce((last, { at }) => Math.max(last, at), 0);
    mined.push({ text, times: all, lastAt, code, group: groupLike(text, library, matcher) });
    yield;
  }
  return mined;
}

function addSpelling(clusters: Map<number, Cluster>, number: number, { text, at }: SentMessage): void {
  const cluster = clusters.get(number) ?? { spellings: new Map(), times: 0 };
  clusters.set(number, cluster);
  const spelling = cluster.spellings.get(text) ?? { text, at, count: 0 };
  cluster.spellings.set(text, { text, at: Math.max(spelling.at, at), count: spelling.count + 1 });
  cluster.times += 1;
}

function groupLike(text: string, library: readonly QuickReply[], matcher: ReplyMatcher): string {
  const scores = matcher.score(text);
  let best = -1;
  for (let number = 0; number < scores.length; number++)
    if ((scores[number] ?? 0) > (best < 0 ? 0 : (scores[best] ?? 0))) best = number;
  return library[best]?.group ?? '';
}
