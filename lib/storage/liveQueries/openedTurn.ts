import Dexie from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import type { OpenedMessage } from '@/lib/domain/openedMessage';
import type { Turn } from '@/lib/domain/turn';
import { activeCorrections } from '../activeCorrections';
import { classificationIn } from '../classify';
import type { Database } from '../database';
import { liveGeneration } from '../generation';
import { authorIn, automaticTextKey, isInReview } from '../ownAuthor';
import { readStoredRules } from '../rules';
import { readAutomaticTexts } from './automaticTexts';

type TurnPlace = Pick<Turn, 'conversationId' | 'startedAt'>;

/**
 * The messages of one turn, from its start to the next turn or session, in order, with what was made of each. `bounds`
 * = where turns and sessions of its conversation begin, when it is not a stored one.
 */
export async function readOpenedTurn(
  database: Database,
  turn: TurnPlace,
  bounds: readonly number[] | null,
): Promise<OpenedMessage[]> {
  const { conversationId, startedAt } = turn;
  const generation = await liveGeneration(database);
  const whole = [conversationId, Dexie.minKey] as const;
  const place = [generation, ...whole] as const;
  const sessions = await database.sessions
    .where('[generation+conversationId+fromSeq]')
    .between(place, [generation, conversationId, Dexie.maxKey])
    .toArray();
  const starts =
    bounds ??
    (
      await database.turns
        .where('[generation+conversationId+index]')
        .between(place, [generation, conversationId, Dexie.maxKey])
        .toArray()
    ).map((one) => one.startedAt);
  const ends = [...starts, ...(bounds === null ? sessions.map(({ fromAt }) => fromAt) : [])];
  const end = Math.min(...ends.filter((at) => at > startedAt), Number.POSITIVE_INFINITY);
  const entries = await database.entries
    .where('[conversationId+seq]')
    .between(whole, [conversationId, Dexie.maxKey])
    .toArray();
  const own = entries.filter(({ at, history }) => !history && at >= startedAt && at < end);
  const texts = await database.texts.bulkGet(own.map(({ key }) => key));
  const corrections = await database.corrections.where('conversationId').equals(conversationId).toArray();
  const active = activeCorrections(corrections);
  const conversation = await database.conversations.get(conversationId);
  const rules = await readStoredRules(database);
  const marks = new Map((await readAutomaticTexts(database)).map(({ key, id }) => [key, id]));
  const authorOf = (entry: StoredEntry) =>
    conversation === undefined ? entry.author : authorIn(entry, conversation, rules);
  const sessionSeqs = new Set(sessions.map(({ fromSeq }) => fromSeq));
  return own.flatMap((entry, index): OpenedMessage[] => {
    const shown = authorOf(entry);
    if (shown === null) return [];
    const fields = active.get(entry.key) ?? {};
    const { author = [], closing = [], perfunctory = [] } = fields;
    const [byAuthor, byClosing, byPerfunctory] = [author.at(-1), closing.at(-1), perfunctory.at(-1)];
    return [
      {
        key: entry.key,
        at: entry.at,
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
