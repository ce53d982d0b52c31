import { accountKey } from '@/lib/domain/duty';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Author } from '@/lib/domain/logEntry';
import { authorOfOwn, automaticWithinMs } from '@/lib/metrics/classify/automatic';
import type { Database } from './database';
import type { StoredConversation } from './records.types';
import type { GenerationRules } from './rules';

/** A send action whose row comes later than this is another message's, ms. */
const SEND_TO_ROW_MS = 60_000;

/** What is known about an own-side row that is new. */
export interface OwnRow {
  entry: StoredEntry;
  /** When the observer saw the send action in front of it; null = none. */
  sendActionAt: number | null;
  /** When the customer's last message before it was seen arriving; null = there is none, or nobody saw it. */
  customerAt: number | null;
}

/**
 * Takes over who sent an own-side message, as far as this browser can tell: the entry keeps whether a send action was
 * seen, and is automatic where lib/metrics/classify/automatic.ts says so. Whether it is a colleague's depends on the
 * account's mark, which may change: authorIn says that. A send action is spent by the message that it sent.
 */
export async function judgeOwn(
  database: Database,
  { conversation, own }: { conversation: StoredConversation; own: OwnRow },
): Promise<StoredEntry> {
  const { entry, sendActionAt, customerAt } = own;
  const { unspentSendAt = null } = conversation;
  const noted = unspentSendAt !== null && entry.at - unspentSendAt <= SEND_TO_ROW_MS;
  const sent = sendActionAt !== null || noted;
  if (sent) conversation.unspentSendAt = null;
  const sinceCustomerMs = customerAt === null || entry.observedAt === null ? null : entry.observedAt - customerAt;
  const soon = !sent && sinceCustomerMs !== null && sinceCustomerMs <= automaticWithinMs;
  const { author, review } = authorOfOwn({
    marked: false,
    markedByAgent: null,
    sendActionSeen: sent,
    sinceCustomerMs,
    sameTextTimes: soon ? await countSoon(database, conversation, entry.textHash) : 0,
    sharedAccount: false,
  });
  return { ...entry, author, sent, ...(review ? { review } : {}) };
}

async function countSoon(database: Database, conversation: StoredConversation, textHash: string | null) {
  if (textHash === null) return 0;
  const key = automaticTextKey(conversation, textHash);
  const times = ((await database.soonTexts.get(key))?.times ?? 0) + 1;
  await database.soonTexts.put({ key, times });
  return times;
}

/** A text of one account: what the agent marks as automatic there says nothing of another shop's people. */
export function automaticTextKey(account: Parameters<typeof accountKey>[0], textHash: string): string {
  return `${accountKey(account)}|${textHash}`;
}

/**
 * Who an entry counts as by a generation's rules: an own-side message whose text the agent marked is automatic; on an
 * account that several people share, one without a send action in this browser is a colleague's. What the agent
 * corrected stays; where nothing is known of the sending, it is the agent's.
 */
export function authorIn(
  entry: StoredEntry,
  conversation: Pick<StoredConversation, 'workbenchId' | 'origin' | 'account'>,
  rules: Pick<GenerationRules, 'sharedAccounts' | 'automaticTexts'> | null,
): Author | null {
  if (entry.author !== 'agent' || entry.corrected?.includes('author') === true || rules === null) return entry.author;
  const { textHash, sent } = entry;
  if (rules.automaticTexts.length > 0 && textHash !== null) {
    if (rules.automaticTexts.includes(automaticTextKey(conversation, textHash))) return 'auto';
  }
  return sent === false && rules.sharedAccounts.includes(accountKey(conversation)) ? 'colleague' : 'agent';
}

/** Whether an entry waits for the agent to say who wrote it: it counts as the agent's, and may be automatic. */
export function isInReview(...[entry, conversation, rules]: Parameters<typeof authorIn>): boolean {
  if (entry.review !== true || entry.history || entry.corrected?.includes('author') === true) return false;
  return authorIn(entry, conversation, rules) === 'agent';
}

/** The name of an entry's person by a generation's rules: people are renamed, what they did stays theirs. */
export function personIn(person: string | null, rules: Pick<GenerationRules, 'renamedPersons'> | null): string | null {
  return person === null ? null : (rules?.renamedPersons[person] ?? person);
}
