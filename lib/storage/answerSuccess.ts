import Dexie from 'dexie';
import type { AnswerOutcome } from '@/lib/quickReplies/pastAnswer';
import { successOf } from './answers';
import type { Database } from './database';

/** A customer who has not asked on within so long had their answer. */
export const FOLLOW_UP_MS = 10 * 60_000;
/** An order so long after an answer is put to its account. */
const ORDER_MS = 86_400_000;
/** Answers looked at in one transaction: the writer must never wait long. */
const CHUNK = 500;

/**
 * Counts, for answers given more than ten minutes ago, what the customer asked after them: messages that needed an
 * answer, after the reply was sent. An answer that was never sent stays unknown. Gives those that are judged otherwise
 * now than before.
 */
export async function settleAnswers(database: Database, now: number): Promise<AnswerOutcome[]> {
  const { picks, entries, meta } = database;
  return database.transaction('rw', [picks, entries, meta], async () => {
    const record = await meta.get('picksSettledUntil');
    const from = record?.key === 'picksSettledUntil' ? record.value : 0;
    const due = await picks
      .where('at')
      .between(from, now - FOLLOW_UP_MS, false, true)
      .limit(CHUNK)
      .toArray();
    const settled: AnswerOutcome[] = [];
    for (const pick of due) {
      const after = await entries
        .where('[conversationId+seq]')
        .between([pick.conversationId, Dexie.minKey], [pick.conversationId, Dexie.maxKey])
        .filter(({ at }) => at >= pick.at && at <= pick.at + 2 * FOLLOW_UP_MS)
        .toArray();
      const sent = after.find(({ author, at }) => author === 'agent' && at <= pick.at + FOLLOW_UP_MS);
      if (sent === undefined) continue;
      const followUps = after.filter(
        ({ author, closing, at, seq }) =>
          author === 'customer' && !closing && seq > sent.seq && at <= sent.at + FOLLOW_UP_MS,
      ).length;
      await picks.update(pick.id, { followUps });
      const outcome = { before: successOf(pick), after: successOf({ ...pick, followUps }) };
      if (pick.messages.length > 0 && outcome.before !== outcome.after)
        settled.push({ question: pick.messages.join('\n'), replyId: pick.replyId, ...outcome });
    }
    const last = due.at(-1);
    if (last !== undefined) await meta.put({ key: 'picksSettledUntil', value: last.at });
    return settled;
  });
}

/** The customer ordered (marked 成交), or the mark was taken back: the answers of the last day have it to their credit. */
export async function noteOrder(
  database: Database,
  { conversationId, ordered, now }: { conversationId: string; ordered: boolean; now: number },
): Promise<void> {
  await database.picks
    .where('conversationId')
    .equals(conversationId)
    .filter(({ at }) => at >= now - ORDER_MS)
    .modify((pick) => {
      if (ordered) pick.ordered = true;
      else delete pick.ordered;
    });
}
