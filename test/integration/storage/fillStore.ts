import type { StoredEntry } from '@/lib/domain/entry';
import type { Profile } from '@/lib/domain/profile';
import { startConversation } from '@/lib/metrics/conversationState';
import { alwaysOnDuty } from '@/lib/metrics/duty';
import { addMaterial, emptyRollup, placeMaterial, type Rollup } from '@/lib/metrics/rollup';
import type { Database } from '@/lib/storage/database';
import { foldStored } from '@/lib/storage/foldStored';
import type {
  ConversationHead,
  SessionStart,
  StoredConversation,
  StoredPart,
  StoredTurn,
} from '@/lib/storage/records.types';
import { finalParts } from '@/lib/storage/replaceDerived';

/** How large a store is to be, and when its messages came. */
export interface FillOptions {
  messages: number;
  conversations: number;
  /** Over so many days before `until`: each conversation on one of them, in two visits. */
  days: number;
  until: number;
  profile: Profile;
}

const dayMs = 86_400_000;
const workHoursMs = 10 * 3_600_000;
const visitsApartMs = 2 * 3_600_000;
/** Conversations that are written at once: with more, the browser keeps a second copy of all to roll back from. */
const batch = 20;

/**
 * Fills a store with what recording so many messages would have left in it, entries, turns, sessions, parts and
 * rollups, without aligning each of them: the same folding, in pieces of hundreds of conversations.
 */
export async function fillStore(database: Database, options: FillOptions): Promise<void> {
  const rollups = new Map<string, Rollup>();
  for (let first = 0; first < options.conversations; first += batch) {
    const last = Math.min(first + batch, options.conversations);
    await writeBatch(database, options, { first, last }, rollups);
  }
  await database.rollups.bulkPut([...rollups].map(([key, rollup]) => ({ key, ...rollup })));
}

async function writeBatch(
  database: Database,
  options: FillOptions,
  { first, last }: { first: number; last: number },
  rollups: Map<string, Rollup>,
): Promise<void> {
  const { profile } = options;
  const conversations: StoredConversation[] = [];
  const entries: StoredEntry[] = [];
  const turns: StoredTurn[] = [];
  const parts: StoredPart[] = [];
  const sessions: SessionStart[] = [];
  const heads: ConversationHead[] = [];
  for (let index = first; index < last; index++) {
    const id = `playground|https://shop.example|account-1|filled-${index}`;
    const own = entriesOf(id, index, options);
    const partsBefore = { session: 0, proactive: 0, activity: 0 };
    const conversation = conversationOf(id, index, own);
    const folded = foldStored({
      conversation,
      entries: own,
      profile,
      generation: 1,
      rules: null,
      duty: alwaysOnDuty,
      state: startConversation(id),
      partsBefore,
    });
    const place = { generation: 1, conversationId: id };
    entries.push(...own);
    conversations.push(conversation);
    const storedTurns = folded.turns.map((turn) => ({ ...turn, id: `1|${id}|${turn.index}`, ...stored }));
    turns.push(...storedTurns);
    const { state } = folded.end;
    const carried = [state.awaiting, state.tail, state.open].map((turn) => turn?.index);
    const last = own.at(-1);
    if (last !== undefined) {
      const { seq, at } = last;
      const carriedTurns = storedTurns.filter(({ index: n }) => carried.includes(n));
      heads.push({ ...place, seq, at, ...folded.end, turns: carriedTurns, unanswered: [] });
    }
    parts.push(...finalParts(place, folded, partsBefore));
    sessions.push(...folded.starts.map((start) => ({ ...place, ...start })));
    for (const [key, material] of placeMaterial(folded, { profile, generation: 1, account: 'account-1' })) {
      const rollup = rollups.get(key) ?? emptyRollup(material);
      addMaterial(rollup, material, profile);
      rollups.set(key, rollup);
    }
  }
  await database.transaction('rw', database.tables, async () => {
    await database.conversations.bulkAdd(conversations);
    await database.entries.bulkAdd(entries);
    await database.turns.bulkAdd(turns);
    await database.parts.bulkAdd(parts);
    await database.sessions.bulkAdd(sessions);
    await database.heads.bulkAdd(heads);
  });
}

const stored = {
  generation: 1,
  workbenchId: 'playground',
  account: 'account-1',
  shop: null,
  unansweredTexts: [] as string[],
};

/** A question and its answer by turns, 45 s apart; the second visit two hours after the first. */
function entriesOf(
  conversationId: string,
  index: number,
  { messages, conversations, days, until }: FillOptions,
): StoredEntry[] {
  const count = Math.floor(messages / conversations);
  const perDay = Math.ceil(conversations / days);
  const day = days - 1 - Math.floor(index / perDay);
  const slot = ((index % perDay) * 433_000) % (workHoursMs - 2 * visitsApartMs);
  const began = until - day * dayMs - workHoursMs + slot;
  return Array.from({ length: count }, (_, seq) => {
    const at = began + seq * 45_000 + (seq < count / 2 ? 0 : visitsApartMs);
    return {
      key: `filled-${index}-${seq}`,
      conversationId,
      seq,
      at,
      author: seq % 2 === 0 ? 'customer' : 'agent',
      event: null,
      id: `m-${index}-${seq}`,
      textHash: `hash message ${seq}`,
      length: 12,
      observedAt: at,
      shownAt: null,
      shownPrecision: null,
      token: null,
      provisional: false,
      history: false,
      uncertain: false,
      closing: false,
      perfunctory: false,
      recalled: false,
      person: null,
    } satisfies StoredEntry;
  });
}

function conversationOf(id: string, index: number, entries: readonly StoredEntry[]): StoredConversation {
  return {
    id,
    workbenchId: 'playground',
    origin: 'https://shop.example',
    account: 'account-1',
    shop: null,
    key: `filled-${index}`,
    keyedBy: 'id',
    name: null,
    advertiser: false,
    outcome: null,
    lastAt: entries.at(-1)?.at ?? 0,
    incomingTotal: Math.ceil(entries.length / 2),
    waitingSince: null,
    openedAt: null,
    firstKeyAt: null,
  };
}
