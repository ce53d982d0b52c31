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

/** What was sent at least so often (5 when absent) and is in no library, near duplicates joined; most often first. */
export function mineReplies(options: {
  sent: readonly SentMessage[];
  library: readonly QuickReply[];
  times?: number;
}): MinedReply[] {
  const { sent, library, times = 5 } = options;
  const known = new NearIndex();
  const matcher = new ReplyMatcher();
  for (const reply of library) {
    for (const text of textsOf(reply)) known.add(textCore(text));
    matcher.put(reply);
  }
  const clusters = new Map<number, { spellings: Map<string, SentMessage & { count: number }>; times: number }>();
  const index = new NearIndex();
  for (const { text: written, at } of sent) {
    const text = written.trim();
    const core = textCore(text);
    if (core.length < shortest) continue;
    const number = index.nearest(core) ?? index.add(core);
    const cluster = clusters.get(number) ?? { spellings: new Map(), times: 0 };
    clusters.set(number, cluster);
    const spelling = cluster.spellings.get(text) ?? { text, at, count: 0 };
    cluster.spellings.set(text, { text, at: Math.max(spelling.at, at), count: spelling.count + 1 });
    cluster.times += 1;
  }
  const codes = new Set(library.map((reply) => reply.code.toLowerCase()));
  return [...clusters.values()]
    .filter((cluster) => cluster.times >= times)
    .map((cluster) => ({
      ...cluster,
      best: [...cluster.spellings.values()].sort((a, b) => b.count - a.count || b.at - a.at),
    }))
    .filter(({ best }) => known.nearest(textCore(best[0]?.text ?? '')) === null)
    .sort((a, b) => b.times - a.times || (b.best[0]?.at ?? 0) - (a.best[0]?.at ?? 0))
    .map(({ best, times: all }) => {
      const text = best[0]?.text ?? '';
      const code = proposeCode(text, codes);
      if (code !== '') codes.add(code);
      const lastAt = best.reduce((last, { at }) => Math.max(last, at), 0);
      return { text, times: all, lastAt, code, group: groupLike(text, library, matcher) };
    });
}

function groupLike(text: string, library: readonly QuickReply[], matcher: ReplyMatcher): string {
  const scores = matcher.score(text);
  let best = -1;
  for (let number = 0; number < scores.length; number++)
    if ((scores[number] ?? 0) > (best < 0 ? 0 : (scores[best] ?? 0))) best = number;
  return library[best]?.group ?? '';
}
