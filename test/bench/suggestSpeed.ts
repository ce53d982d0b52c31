import type { QuickReply } from '@/lib/domain/quickReply';
import type { PastAnswer } from '@/lib/quickReplies/pastAnswer';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import { createSuggester } from '@/lib/quickReplies/suggest';

/**
 * Times in ms over made-up phrases of the starter library's own words; build times per 10,000 entries. `Cpu`: what the
 * thread itself worked, which other programs on the machine do not lengthen.
 */
export interface SpeedResult {
  replies: number;
  pastAnswers: number;
  buildRepliesPer10k: number;
  buildAnswersPer10k: number;
  suggestMedian: number;
  suggestP95: number;
  suggestCpuMedian: number;
  suggestCpuP95: number;
  /** The customer has ordered: the replies that have the order checked are looked for as well. */
  orderedMedian: number;
  orderedCpuP95: number;
  learnMedian: number;
}

/** Measures the suggester at 10,000 replies and 100,000 past answers; the same seed makes the same texts. */
export function suggestSpeed(seed = 1): SpeedResult {
  let state = seed;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const words = starterLibrary().flatMap((reply) => reply.text.match(/\p{Script=Han}{2,4}/gu) ?? []);
  const phrase = (length: number) =>
    Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? '').join('，');
  const replies = Array.from({ length: 10_000 }, (_, order): QuickReply => {
    const [title, text] = [phrase(2), phrase(12)];
    return { id: `r${order}`, code: '', title, text, group: '', order, uses: 0, lastUsedAt: null };
  });
  const history = Array.from({ length: 100_000 }, (_, at): PastAnswer => {
    return { question: phrase(4), replyId: `r${Math.floor(random() ** 2 * 10_000)}`, at };
  });
  createSuggester({ replies: replies.slice(0, 2000), history: history.slice(0, 2000) });
  const buildReplies = timed(() => createSuggester({ replies }));
  const buildAll = timed(() => createSuggester({ replies, history }));
  const suggester = createSuggester({ replies, history });
  const suggest = spread(() => suggester.suggest({ messages: [phrase(4)], now: 100_000 }));
  const order = spread(() => suggester.suggest({ messages: [phrase(4)], ordered: true, now: 100_000 }));
  const learn = spread(() => suggester.learn({ question: phrase(4), replyId: 'r7', at: 100_000 }));
  return {
    replies: replies.length,
    pastAnswers: history.length,
    buildRepliesPer10k: round(buildReplies),
    buildAnswersPer10k: round((buildAll - buildReplies) / 10),
    suggestMedian: suggest.median,
    suggestP95: suggest.p95,
    suggestCpuMedian: suggest.cpuMedian,
    suggestCpuP95: suggest.cpuP95,
    orderedMedian: order.median,
    orderedCpuP95: order.cpuP95,
    learnMedian: learn.median,
  };
}

/** 200 runs, by the clock and by the thread's own work. */
function spread(run: () => void) {
  const wall: number[] = [];
  const cpu: number[] = [];
  for (let i = 0; i < 200; i++) {
    const before = process.threadCpuUsage();
    wall.push(timed(run));
    const { user, system } = process.threadCpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  const at = (times: number[], place: number) => round(times.sort((a, b) => a - b)[place] ?? 0);
  return { median: at(wall, 100), p95: at(wall, 190), cpuMedian: at(cpu, 100), cpuP95: at(cpu, 190) };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
