import type { PastAnswer } from '@/lib/quickReplies/pastAnswer';
import type { Database } from './database';
import type { Pick } from './records.types';

/** More than a year of answers by a busy agent. */
const PAST_ANSWERS = 100_000;
/** Passed over suggestions that the ranking starts from. */
const IGNORED = 20_000;

/** Notes that a reply was picked: its use counts, and the ranking learns which question it answered. */
export async function recordPick(
  database: Database,
  pick: { replyId: string; conversationId: string; messages: string[]; at: number },
): Promise<void> {
  await database.transaction('rw', database.quickReplies, database.picks, async () => {
    await database.quickReplies
      .where('id')
      .equals(pick.replyId)
      .modify((reply) => {
        reply.uses += 1;
        reply.lastUsedAt = pick.at;
      });
    await database.picks.add(pick);
  });
}

/** Whether an answer went well: an order, or no follow-up question; null while that is not known. */
export function successOf({ followUps, ordered }: Pick): boolean | null {
  if (ordered === true) return true;
  return followUps === undefined ? null : followUps === 0;
}

/** The agent's own past answers since a moment, newest last: what the ranking starts from when the worker was stopped. */
export async function readPastAnswers(database: Database, since = 0): Promise<PastAnswer[]> {
  const picks = await database.picks.where('at').aboveOrEqual(since).reverse().limit(PAST_ANSWERS).toArray();
  return picks
    .reverse()
    .filter((pick) => pick.messages.length > 0)
    .map((pick) => ({
      question: pick.messages.join('\n'),
      replyId: pick.replyId,
      at: pick.at,
      success: successOf(pick),
    }));
}

/** What was suggested and passed over since a moment, newest last. */
export async function readIgnored(database: Database, since = 0): Promise<{ question: string; replyIds: string[] }[]> {
  const rows = await database.ignoredSuggestions.where('at').aboveOrEqual(since).reverse().limit(IGNORED).toArray();
  return rows.reverse().map(({ messages, replyIds }) => ({ question: messages.join('\n'), replyIds }));
}

/** Forgets that a question was answered with a reply, passed over suggestions of it included; null = everything. */
export async function forgetAnswers(
  database: Database,
  what: { question: string; replyId: string } | null,
): Promise<{ forgotten: number }> {
  const { picks, ignoredSuggestions, shownSuggestions } = database;
  return database.transaction('rw', picks, ignoredSuggestions, shownSuggestions, async () => {
    if (what === null) {
      const forgotten = (await picks.count()) + (await ignoredSuggestions.count());
      await Promise.all([picks.clear(), ignoredSuggestions.clear(), shownSuggestions.clear()]);
      return { forgotten };
    }
    const { question, replyId } = what;
    const answers = await picks
      .where('replyId')
      .equals(replyId)
      .filter(({ messages }) => messages.join('\n') === question)
      .primaryKeys();
    await picks.bulkDelete(answers);
    const passedOver = await ignoredSuggestions
      .filter(({ messages, replyIds }) => replyIds.includes(replyId) && messages.join('\n') === question)
      .toArray();
    for (const { id, replyIds } of passedOver) {
      const rest = replyIds.filter((one) => one !== replyId);
      if (rest.length === 0) await ignoredSuggestions.delete(id);
      else await ignoredSuggestions.update(id, { replyIds: rest });
    }
    return { forgotten: answers.length + passedOver.length };
  });
}
