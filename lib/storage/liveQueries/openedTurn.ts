import Dexie from 'dexie';
import { accountKey } from '@/lib/domain/duty';
import type { StoredEntry } from '@/lib/domain/entry';
import type { OpenedEvent, OpenedLine, OpenedMessage } from '@/lib/domain/openedMessage';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { dutyAt, dutyBetween } from '@/lib/metrics/dutyRules';
import { zoneOf } from '@/lib/metrics/zone';
import { activeCorrections } from '../activeCorrections';
import { classificationIn } from '../classify';
import type { Database } from '../database';
import { readDutyStretches } from '../duties';
import { liveGeneration } from '../generation';
import { authorIn, automaticTextKey, isInReview } from '../ownAuthor';
import type { StoredConversation } from '../records.types';
import { type GenerationRules, readStoredRules } from '../rules';
import { readAutomaticTexts } from './automaticTexts';
import { robotHolds } from './robotHolds';

/** Which turn: enough of it to find its messages and what happened to it. */
export type TurnPlace = Pick<Turn, 'conversationId' | 'startedAt' | 'endedAt' | 'endedBy' | 'handover' | 'offDuty'>;

/** By which profile it was made, and where turns and sessions of its conversation begin; null = as they are stored. */
export interface OpenedBy {
  profile: Profile;
  bounds: readonly number[] | null;
}

/**
 * The messages of one turn, from its start to the next turn or session, in order, with what was made of each, and what
 * happened among them. A handover's turn begins with what the robot held before it.
 */
export async function readOpenedTurn(database: Database, turn: TurnPlace, by: OpenedBy): Promise<OpenedLine[]> {
  const { conversationId, startedAt } = turn;
  const generation = await liveGeneration(database);
  const sessions = await database.sessions
    .where('[generation+conversationId+fromSeq]')
    .between([generation, conversationId, Dexie.minKey], [generation, conversationId, Dexie.maxKey])
    .toArray();
  const bounds = by.bounds ?? [
    ...(await startsOf(database, generation, conversationId)),
    ...sessions.map(({ fromAt }) => fromAt),
  ];
  const end = Math.min(...bounds.filter((at) => at > startedAt), Number.POSITIVE_INFINITY);
  const entries = await database.entries
    .where('[conversationId+seq]')
    .between([conversationId, Dexie.minKey], [conversationId, Dexie.maxKey])
    .filter(({ history }) => !history)
    .toArray();
  const conversation = await database.conversations.get(conversationId);
  const rules = await readStoredRules(database);
  const authorOf = (entry: StoredEntry) =>
    conversation === undefined ? entry.author : authorIn(entry, conversation, rules);
  const { holds, held } = robotHolds(entries, { authorOf, profile: by.profile });
  const handed = turn.handover ? holds.filter(({ endedAt }) => endedAt === startedAt).at(-1) : undefined;
  const own = entries.filter(({ at, seq }) => at < end && (at >= startedAt || (handed && seq >= handed.fromSeq)));
  const texts = await database.texts.bulkGet(own.map(({ key }) => key));
  const corrections = await database.corrections.where('conversationId').equals(conversationId).toArray();
  const active = activeCorrections(corrections);
  const marks = new Map((await readAutomaticTexts(database)).map(({ key, id }) => [key, id]));
  const sessionSeqs = new Set(sessions.map(({ fromSeq }) => fromSeq));
  const lines = own.flatMap((entry, index): OpenedLine[] => {
    const { key, at, event } = entry;
    if (event !== null) return isTold(entry, turn) ? [{ key, at, event }] : [];
    const shown = authorOf(entry);
    if (shown === null) return [];
    const fields = active.get(entry.key) ?? {};
    const { author = [], closing = [], perfunctory = [] } = fields;
    const [byAuthor, byClosing, byPerfunctory] = [author.at(-1), closing.at(-1), perfunctory.at(-1)];
    return [
      {
        key,
        at,
        author: shown,
        text: texts[index]?.text ?? null,
        recalled: entry.recalled,
        review: conversation !== undefined && isInReview(entry, conversation, rules),
        precision: entry.uncertain ? 'uncertain' : entry.observedAt === null ? 'shown' : 'seen',
        closing: closingOf(entry, {
          generation,
          asked: askedBefore(entries, entry, authorOf),
          begins: sessionSeqs.has(entry.seq),
        }),
        perfunctory: classificationIn(entry, generation).perfunctory,
        openedAt: entry.openedAt ?? null,
        firstKeyAt: entry.firstKeyAt ?? null,
        ...(held.has(key) ? { held: true } : {}),
        ...(conversation === undefined || entry.textHash === null || !isMarkable(entry)
          ? {}
          : { textMark: marks.get(automaticTextKey(conversation, entry.textHash)) ?? null }),
        corrected: {
          ...(byAuthor === undefined ? {} : { author: byAuthor }),
          ...(byClosing === undefined ? {} : { closing: byClosing }),
          ...(byPerfunctory === undefined ? {} : { perfunctory: byPerfunctory }),
        },
      },
    ];
  });
  const until = Math.min(end, Math.max(startedAt, turn.endedAt ?? startedAt, own.at(-1)?.at ?? startedAt));
  const duty = conversation === undefined ? [] : await dutyLines(database, turn, { conversation, rules, until, by });
  return [...lines, ...duty].sort((a, b) => a.at - b.at);
}

async function startsOf(database: Database, generation: number, conversationId: string): Promise<number[]> {
  const turns = await database.turns
    .where('[generation+conversationId+index]')
    .between([generation, conversationId, Dexie.minKey], [generation, conversationId, Dexie.maxKey])
    .toArray();
  return turns.map(({ startedAt }) => startedAt);
}

/** A `checked` that changed nothing says nothing. */
function isTold({ event, at }: StoredEntry, { endedAt, endedBy }: TurnPlace): boolean {
  if (event !== 'checked') return true;
  return endedAt === at && (endedBy === 'closingGrace' || endedBy === 'longestOpen' || endedBy === 'dayChange');
}

/** Since when the agent was off duty at the turn's start, if so, and each change until its end. */
async function dutyLines(
  database: Database,
  { startedAt, offDuty }: TurnPlace,
  {
    conversation,
    rules,
    until,
    by,
  }: { conversation: StoredConversation; rules: GenerationRules | null; until: number; by: OpenedBy },
): Promise<OpenedEvent[]> {
  const stretches = await readDutyStretches(database, { since: startedAt, account: accountKey(conversation) });
  const facts = { stretches, shifts: rules?.shifts ?? [], zone: zoneOf(by.profile.timeZone) };
  const { at: moments, on } = dutyBetween(facts, startedAt, until);
  const changes = moments.map(
    (at, index): OpenedEvent => ({
      key: `duty ${at}`,
      at,
      event: on[index] === true ? 'onDuty' : 'offDuty',
    }),
  );
  const since = offDuty ? dutyAt(facts, startedAt).since : null;
  return changes.map((change) => (change.at === startedAt && since !== null ? { ...change, at: since } : change));
}

/** Own-side messages that a person may have written, and those that only the rules or the agent call automatic. */
function isMarkable({ author, sent, corrected }: StoredEntry): boolean {
  if (author === 'auto') return sent !== undefined || corrected?.includes('author') === true;
  return author === 'agent' || author === 'colleague';
}

/** Whether the agent's last message before it asked something. */
function askedBefore(
  entries: readonly StoredEntry[],
  { seq }: StoredEntry,
  authorOf: (entry: StoredEntry) => StoredEntry['author'],
): boolean {
  const mine = entries.filter((one) => one.seq < seq && !one.history && authorOf(one) === 'agent');
  return mine.at(-1)?.asks === true;
}

function closingOf(
  entry: StoredEntry,
  { generation, asked, begins }: { generation: number; asked: boolean; begins: boolean },
): OpenedMessage['closing'] {
  if (entry.author !== 'customer' || !classificationIn(entry, generation).closing) return 'no';
  if (entry.corrected?.includes('closing') === true) return 'yes';
  if (begins) return 'beginsSession';
  return asked ? 'afterQuestion' : 'yes';
}
