import { align } from '@/lib/alignment/align';
import { clockSkew } from '@/lib/alignment/clockSkew';
import { firstTailLength, tailSuffices } from '@/lib/alignment/tailSuffices';
import type { AlignableRow, AlignResult } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import type { ReadingRow, Recorder, TranscriptReading } from '@/lib/domain/reading';
import { readAnnounced } from './announced';
import type { ApplyContext, Changes } from './apply.types';
import { classify } from './classify';
import { skewSamples } from './clockSkews';
import { conversationId, conversationOf } from './conversations';
import { loadConversation } from './derive';
import { judgeOwn } from './ownAuthor';
import type { ConversationHead, EntryText, StoredConversation } from './records.types';
import { compareClocks } from './retimeEntries';
import { readTail } from './tail';

/** What says something of duty is read at once so far back; a turn that is open for longer has it read once more. */
const DUTY_MS = 86_400_000;

/** A transcript reading whose texts are hashed: hashing awaits, and awaiting would end the transaction. */
export interface HashedTranscript extends TranscriptReading {
  /** Hash of each row's text, null where the row has none yet. */
  hashes: readonly (string | null)[];
}

/**
 * Takes a reading of the open conversation over: what alignment finds to be new is stored, what it recognises is
 * completed, what it cannot tell becomes a gap. Runs inside the writer's transaction.
 */
export async function applyTranscript(
  context: ApplyContext,
  recorder: Recorder,
  reading: HashedTranscript,
  changes: Changes,
) {
  const { database } = context;
  const id = conversationId(recorder, reading.conversation.key);
  const rows = reading.rows.map((row, index) => alignable(row, reading.hashes[index] ?? null));
  const [loaded, { tail, complete }] = await Promise.all([
    loadConversation(context, { conversationId: id, dutySince: reading.readAt - DUTY_MS }),
    readTailFor(database, id, { rows, baseline: reading.baseline }),
  ]);
  const { conversation, known } = conversationOf(loaded.conversation, recorder, reading.conversation, reading.readAt);
  const samples = skewSamples(loaded.meta, recorder);
  const result = align({
    tail,
    tailComplete: complete,
    reading: { ...reading, rows },
    waitingSince: conversation.waitingSince,
    announced: await readAnnounced(database, { tail, rows: reading.rows }),
    clockSkewMs: clockSkew(samples),
  });
  const stored = new Map(tail.map((entry) => [entry.key, entry]));
  const quiet = result.changedFrom === null && result.inserted.length === 0 && result.removed.length === 0;
  const unchanged = known && quiet;
  // Opening and typing times leave the conversation with the reply: its entries are made before it is stored.
  const { entries: written, ...made } = await makeEntries(context, { conversation, reading, result, stored });
  if (!unchanged) {
    conversation.incomingTotal += result.incomingAdded;
    conversation.lastAt = Math.max(conversation.lastAt, ...result.inserted.map(({ entry }) => entry.at));
  }
  const texts = context.storeText ? made.texts : [];
  changes.write(() =>
    Promise.all([
      written.length > 0 && database.entries.bulkPut(written),
      texts.length > 0 && database.texts.bulkPut(texts),
      result.removed.length > 0 && database.entries.bulkDelete(result.removed),
      result.removed.length > 0 && database.texts.bulkDelete(result.removed),
      !unchanged && database.conversations.put(conversation),
      result.skewSamplesMs.length > 0 &&
        compareClocks(database, recorder, { samples, fresh: result.skewSamplesMs, readAt: reading.readAt }),
    ]),
  );
  if (result.gap !== null) await noteAmbiguity(context, recorder, conversation, result.gap);
  const changedFrom = Math.min(result.changedFrom ?? Number.POSITIVE_INFINITY, made.sentFrom);
  if (!Number.isFinite(changedFrom)) return;
  const entries = behindHead(loaded.head, tail, written);
  const fresh = entries === null ? null : { entries, texts };
  changes.note(conversation.id, changedFrom, { ...loaded, conversation, fresh });
}

/** The entries behind a conversation's head, when none but new ones stand there; else null: they are to be read. */
function behindHead(
  head: ConversationHead | undefined,
  tail: readonly StoredEntry[],
  written: readonly StoredEntry[],
): StoredEntry[] | null {
  if (head === undefined || tail.some(({ seq }) => seq > head.seq)) return null;
  return written.filter(({ seq }) => seq > head.seq).sort((a, b) => a.seq - b.seq);
}

/** As much of the tail as the reading needs: what a cold conversation costs is how many of its entries are read. */
async function readTailFor(
  database: ApplyContext['database'],
  id: string,
  { rows, baseline }: { rows: readonly AlignableRow[]; baseline: boolean },
): ReturnType<typeof readTail> {
  if (baseline) return readTail(database, id);
  const first = await readTail(database, id, firstTailLength(rows.length));
  return first.complete || tailSuffices(first.tail, rows) ? first : readTail(database, id);
}

function alignable({ text, ...row }: ReadingRow, textHash: string | null): AlignableRow {
  return { ...row, textHash, length: text === null ? null : [...text].length };
}

/**
 * The new and changed entries, the texts that became known, and the moment from which on the agent turned out to have
 * sent what was stored as nobody's (Infinity = nothing did).
 */
async function makeEntries(
  { database, newKey, person, wordLists }: ApplyContext,
  {
    conversation,
    reading,
    result,
    stored,
  }: {
    conversation: StoredConversation;
    reading: HashedTranscript;
    result: AlignResult;
    stored: Map<string, StoredEntry>;
  },
): Promise<{ entries: StoredEntry[]; texts: EntryText[]; sentFrom: number }> {
  const texts: EntryText[] = [];
  const written: StoredEntry[] = [];
  let sentFrom = Number.POSITIVE_INFINITY;
  const keep = (entry: StoredEntry, text: string | null) => {
    written.push(entry);
    if (text !== null) texts.push({ key: entry.key, conversationId: conversation.id, at: entry.at, text });
  };
  for (const { row, key, changes } of result.matched) {
    const before = stored.get(key);
    if (before === undefined) continue;
    // Another tab of this browser saw the send action, after this message had been stored without one.
    const isSent = before.sent === false && (reading.rows[row]?.sendActionAt ?? null) !== null;
    if (isSent) sentFrom = Math.min(sentFrom, before.at);
    if (changes === null && !isSent) continue;
    const text = before.textHash === null ? (reading.rows[row]?.text ?? null) : null;
    const known = { ...before, ...changes, ...(isSent ? { sent: true } : {}) };
    keep({ ...known, ...(text === null ? {} : classify(before.author, text, wordLists)) }, text);
  }
  for (const { row, entry } of result.inserted) {
    const text = reading.rows[row]?.text ?? null;
    const base = {
      ...entry,
      key: newKey(),
      conversationId: conversation.id,
      person,
      closing: false,
      perfunctory: false,
    };
    const classified = { ...base, ...(text === null ? {} : classify(entry.author, text, wordLists)) };
    if (entry.author !== 'agent' || entry.history) {
      keep(classified, text);
      continue;
    }
    const sendActionAt = reading.rows[row]?.sendActionAt ?? null;
    const own = { entry: classified, sendActionAt, customerAt: customerBefore(entry, stored.values(), result) };
    keep(withActivity(await judgeOwn(database, { conversation, own }), conversation), text);
  }
  return { entries: written, texts, sentFrom };
}

/** When the customer's last message in front of an entry was seen arriving; null when nobody saw that, or there is none. */
function customerBefore(
  entry: Pick<StoredEntry, 'seq'>,
  stored: Iterable<StoredEntry>,
  { inserted }: AlignResult,
): number | null {
  let last: Pick<StoredEntry, 'seq' | 'observedAt'> | null = null;
  for (const other of [...stored, ...inserted.map((one) => one.entry)]) {
    if (other.author === 'customer' && other.seq < entry.seq && other.seq > (last?.seq ?? -Infinity)) last = other;
  }
  return last?.observedAt ?? null;
}

/** The reply takes along when its conversation was opened and the composer first touched; typing then starts anew. */
function withActivity(entry: StoredEntry, conversation: StoredConversation): StoredEntry {
  const { openedAt, firstKeyAt } = conversation;
  conversation.firstKeyAt = null;
  return { ...entry, openedAt, firstKeyAt };
}

async function noteAmbiguity(
  { database }: ApplyContext,
  recorder: Recorder,
  conversation: StoredConversation,
  gap: { from: number; to: number },
) {
  await database.gaps.add({
    kind: 'ambiguous',
    from: gap.from,
    to: gap.to,
    workbenchId: recorder.workbenchId,
    origin: recorder.origin,
    account: recorder.account,
    recorderId: recorder.id,
    conversationId: conversation.id,
    problem: null,
    waiting: 0,
  });
}
