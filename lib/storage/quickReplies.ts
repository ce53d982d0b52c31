import type { QuickReply } from '@/lib/domain/quickReply';
import type { PastAnswer } from '@/lib/quickReplies/pastAnswer';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import type { Database } from './database';

/** More than a year of picks by a busy agent. */
const PAST_ANSWERS = 100_000;

/** Gives a new installation the starter library. Does nothing once the agent has a library, an empty one included. */
export async function seedQuickReplies(database: Database): Promise<void> {
  await database.transaction('rw', database.quickReplies, database.meta, async () => {
    if ((await database.meta.get('quickRepliesSeeded')) !== undefined) return;
    await database.quickReplies.bulkPut(starterLibrary());
    await database.meta.put({ key: 'quickRepliesSeeded', value: 1 });
  });
}

/** Adds or replaces a quick reply. Rejects when another one has its code. */
export async function saveQuickReply(database: Database, reply: QuickReply): Promise<void> {
  await database.transaction('rw', database.quickReplies, async () => {
    if (reply.code !== '') {
      const same = await database.quickReplies.where('code').equals(reply.code).toArray();
      const other = same.find(({ id }) => id !== reply.id);
      if (other !== undefined) throw new RangeError(`The code ${reply.code} belongs to "${other.title}" already.`);
    }
    await database.quickReplies.put(reply);
  });
}

/** Takes a quick reply out of the library. */
export async function deleteQuickReply(database: Database, id: string): Promise<void> {
  await database.quickReplies.delete(id);
}

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

/** The agent's own past answers, newest last: what the ranking starts from after the worker was stopped. */
export async function readPastAnswers(database: Database): Promise<PastAnswer[]> {
  const picks = await database.picks.orderBy('at').reverse().limit(PAST_ANSWERS).toArray();
  return picks
    .reverse()
    .filter((pick) => pick.messages.length > 0)
    .map(({ messages, replyId, at }) => ({ question: messages.join('\n'), replyId, at }));
}
