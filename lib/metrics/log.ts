import type { ConversationEntry, DutyEntry, LogEntry } from '@/lib/domain/logEntry';
import { type DutyTimeline, dutyTimeline } from './duty';

/** A log taken apart: each conversation's entries in order and cleaned, and the agent's duty. */
export interface SplitLog {
  conversations: Map<string, ConversationEntry[]>;
  duty: DutyTimeline;
  /** The latest `at` of all entries; null when there is none. */
  lastAt: number | null;
}

function isDuty(entry: LogEntry): entry is DutyEntry {
  return 'event' in entry && (entry.event === 'onDuty' || entry.event === 'offDuty');
}

/** Splits a log by conversation; every part comes out as cleanEntries gives it. */
export function splitLog(log: Iterable<LogEntry>): SplitLog {
  const conversations = new Map<string, ConversationEntry[]>();
  const dutyEntries: DutyEntry[] = [];
  let lastAt: number | null = null;
  for (const entry of log) {
    if (lastAt === null || entry.at > lastAt) lastAt = entry.at;
    if (isDuty(entry)) {
      dutyEntries.push(entry);
      continue;
    }
    const known = conversations.get(entry.conversationId);
    if (known) known.push(entry);
    else conversations.set(entry.conversationId, [entry]);
  }
  for (const [id, entries] of conversations) conversations.set(id, cleanEntries(entries));
  return { conversations, duty: dutyTimeline(dutyEntries), lastAt };
}

/**
 * One conversation's entries in the order of `at`, then of position, each message once, without those taken back: of
 * entries with one id the first counts, and one copy that says `recalled` takes all of them back.
 * Gives back the array it was given when nothing is to be done.
 */
export function cleanEntries(entries: ConversationEntry[]): ConversationEntry[] {
  let ordered = true;
  let anyRecalled = false;
  let last = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    if (entry.at < last) ordered = false;
    last = entry.at;
    if ('author' in entry && entry.recalled === true) anyRecalled = true;
  }
  const inOrder = ordered ? entries : [...entries].sort((a, b) => a.at - b.at);
  const recalled = anyRecalled ? recalledIds(inOrder) : null;
  const seen = new Set<string>();
  let kept: ConversationEntry[] | null = null;
  for (let position = 0; position < inOrder.length; position++) {
    const entry = inOrder[position];
    if (!entry) continue;
    if (isDropped(entry, seen, recalled)) kept ??= inOrder.slice(0, position);
    else kept?.push(entry);
  }
  return kept ?? inOrder;
}

function recalledIds(entries: readonly ConversationEntry[]): Set<string> {
  const ids = new Set<string>();
  for (const entry of entries) {
    if ('author' in entry && entry.recalled === true && entry.id !== undefined) ids.add(entry.id);
  }
  return ids;
}

function isDropped(entry: ConversationEntry, seen: Set<string>, recalled: Set<string> | null): boolean {
  const { id } = entry;
  if ('author' in entry && entry.recalled === true) return true;
  if (id === undefined) return false;
  if (recalled?.has(id) || seen.has(id)) return true;
  seen.add(id);
  return false;
}
