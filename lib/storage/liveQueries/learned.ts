import type { Database } from '../database';

/** One question with a reply that met it, or that was passed over for it. */
export interface LearnedAnswer {
  question: string;
  replyId: string;
  /** Title or text of the reply; null = it is no longer in the library. */
  title: string | null;
  times: number;
  typed: number;
  /** Answers whose outcome is known, and of those, how many the customer did not ask on after, or ordered. */
  known: number;
  well: number;
  orders: number;
  ignored: number;
  lastAt: number;
}

/** Everything that suggestions learned, most often first, and how much that is. */
export async function readLearned(
  database: Database,
): Promise<{ learned: LearnedAnswer[]; answers: number; ignored: number }> {
  const rows = new Map<string, LearnedAnswer>();
  const rowOf = (question: string, replyId: string): LearnedAnswer => {
    const key = `${replyId}\n${question}`;
    const row = rows.get(key) ?? {
      ...{ question, replyId, title: null, times: 0, typed: 0, known: 0, well: 0, orders: 0, ignored: 0, lastAt: 0 },
    };
    rows.set(key, row);
    return row;
  };
  let answers = 0;
  let ignored = 0;
  await database.picks.each(({ messages, replyId, at, typed, followUps, ordered }) => {
    if (messages.length === 0) return;
    const row = rowOf(messages.join('\n'), replyId);
    answers += 1;
    row.times += 1;
    row.typed += typed === true ? 1 : 0;
    row.orders += ordered === true ? 1 : 0;
    row.known += ordered === true || followUps !== undefined ? 1 : 0;
    row.well += ordered === true || followUps === 0 ? 1 : 0;
    row.lastAt = Math.max(row.lastAt, at);
  });
  await database.ignoredSuggestions.each(({ messages, replyIds, at }) => {
    ignored += 1;
    for (const replyId of replyIds) {
      const row = rowOf(messages.join('\n'), replyId);
      row.ignored += 1;
      row.lastAt = Math.max(row.lastAt, at);
    }
  });
  const replies = await database.quickReplies.bulkGet([...new Set([...rows.values()].map(({ replyId }) => replyId))]);
  const titles = new Map(
    replies.flatMap((one) => (one === undefined ? [] : [[one.id, one.title || one.text] as const])),
  );
  const learned = [...rows.values()].map((row) => ({ ...row, title: titles.get(row.replyId) ?? null }));
  learned.sort((a, b) => b.times - a.times || b.lastAt - a.lastAt);
  return { learned, answers, ignored };
}
