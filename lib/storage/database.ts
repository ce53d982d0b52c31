import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import type { StoredEntry } from '@/lib/domain/entry';
import type { QuickReply } from '@/lib/domain/quickReply';
import type {
  ConversationHead,
  Correction,
  DismissedPhrase,
  Duty,
  EntryText,
  ExcludedTurn,
  Gap,
  IgnoredSuggestions,
  MetaRecord,
  Pick,
  PlatformFigures,
  PlatformImport,
  RecorderState,
  RememberedMapping,
  ReportAgent,
  SessionStart,
  ShownSuggestions,
  SoonText,
  StoredBadge,
  StoredConversation,
  StoredDutyStretch,
  StoredPart,
  StoredPicture,
  StoredRollup,
  StoredTurn,
} from './records.types';

/**
 * The one database, in the extension's own origin. Written by the background alone; pages read it live. Message text
 * has a table of its own, so that retention can empty it without touching any figure.
 */
export class Database extends Dexie {
  conversations!: EntityTable<StoredConversation, 'id'>;
  entries!: EntityTable<StoredEntry, 'key'>;
  texts!: EntityTable<EntryText, 'key'>;
  turns!: EntityTable<StoredTurn, 'id'>;
  sessions!: Table<SessionStart, [number, string, number]>;
  heads!: Table<ConversationHead, [number, string]>;
  rollups!: EntityTable<StoredRollup, 'key'>;
  parts!: Table<StoredPart, [number, string, string, number]>;
  gaps!: EntityTable<Gap, 'id'>;
  recorders!: EntityTable<RecorderState, 'id'>;
  badges!: Table<StoredBadge, [string, string]>;
  duties!: EntityTable<Duty, 'id'>;
  dutyStretches!: EntityTable<StoredDutyStretch, 'id'>;
  excludedTurns!: EntityTable<ExcludedTurn, 'id'>;
  soonTexts!: EntityTable<SoonText, 'key'>;
  quickReplies!: EntityTable<QuickReply, 'id'>;
  picks!: EntityTable<Pick, 'id'>;
  pictures!: EntityTable<StoredPicture, 'id'>;
  shownSuggestions!: EntityTable<ShownSuggestions, 'conversationId'>;
  ignoredSuggestions!: EntityTable<IgnoredSuggestions, 'id'>;
  dismissedPhrases!: EntityTable<DismissedPhrase, 'core'>;
  corrections!: EntityTable<Correction, 'id'>;
  platformFigures!: EntityTable<PlatformFigures, 'id'>;
  platformImports!: EntityTable<PlatformImport, 'id'>;
  reportAgents!: EntityTable<ReportAgent, 'agent'>;
  reportMappings!: EntityTable<RememberedMapping, 'headings'>;
  meta!: EntityTable<MetaRecord, 'key'>;

  constructor(name = 'miaohui') {
    // The cache emits before the commit; what a surface shows must be stored.
    super(name, { cache: 'disabled' });
    this.version(1).stores({
      conversations: 'id, lastAt',
      entries: 'key, [conversationId+seq]',
      texts: 'key, at',
      turns: 'id, [generation+state], [generation+startedAt], [generation+conversationId+index]',
      sessions: '[generation+conversationId+fromSeq]',
      rollups: 'key, [generation+hourStart]',
      parts: '[generation+conversationId+kind+n]',
      gaps: '++id, from, recorderId',
      recorders: 'id, lastBeatAt',
      badges: '[recorderId+conversationId]',
      duties: '++id, at',
      dutyStretches: '++id, to',
      excludedTurns: 'id, conversationId, [generation+startedAt], [generation+reason+startedAt]',
      soonTexts: 'key',
      quickReplies: 'id, code, group',
      picks: '++id, replyId, at, conversationId',
      pictures: 'id, at',
      shownSuggestions: 'conversationId, at',
      ignoredSuggestions: '++id, at',
      dismissedPhrases: 'core',
      corrections: '++id, at, conversationId',
      meta: 'key',
    });
    this.version(2).stores({
      platformFigures: '++id, importId, date',
      platformImports: '++id',
      reportAgents: 'agent',
      reportMappings: 'headings',
    });
    // Heads are missing after the upgrade: each conversation's is written when it is next derived.
    this.version(3)
      .stores({
        heads: '[generation+conversationId]',
        turns: 'id, [generation+state+startedAt], [generation+startedAt], [generation+conversationId+index]',
      })
      .upgrade(noteClockSteps);
    // Days are read by their time, and turns with a message in review are counted without reading any.
    this.version(4)
      .stores({
        entries: 'key, [conversationId+seq], at',
        turns:
          'id, [generation+state+startedAt], [generation+startedAt], [generation+conversationId+index], [generation+reviewAt]',
      })
      .upgrade(noteReviews);
  }
}

/** Earlier versions looked for steps of the clock among all gaps. */
async function noteClockSteps(transaction: Transaction): Promise<void> {
  const gaps = await transaction.table<Gap>('gaps').toArray();
  const ends = gaps.flatMap(({ kind, to }) => (kind === 'clockStep' && to !== null ? [to] : []));
  if (ends.length > 0) await transaction.table<MetaRecord>('meta').put({ key: 'clockStep', value: Math.max(...ends) });
}

/** How far back earlier flags are looked for, ms: nobody goes through what is older. */
const REVIEW_MS = 31 * 86_400_000;

/** Earlier versions kept with the message alone that it is in review. Derived again, its turn says so by itself. */
async function noteReviews(transaction: Transaction): Promise<void> {
  const entries = transaction.table<StoredEntry>('entries');
  const turns = transaction.table<StoredTurn>('turns');
  const last = await entries.orderBy('at').last();
  if (last === undefined) return;
  const flagged = await entries
    .where('at')
    .above(last.at - REVIEW_MS)
    .filter(({ review, corrected }) => review === true && corrected?.includes('author') !== true)
    .toArray();
  const meta = await transaction.table<MetaRecord>('meta').toArray();
  const generation = meta.find(({ key }) => key === 'generation')?.value ?? 1;
  for (const { conversationId, at } of flagged) {
    await turns
      .where('[generation+conversationId+index]')
      .between([generation, conversationId, Dexie.minKey], [generation, conversationId, Dexie.maxKey])
      .reverse()
      .filter(({ startedAt }) => startedAt <= at)
      .limit(1)
      .modify((turn) => {
        turn.reviewAt = turn.startedAt;
      });
  }
}
