import type { BadgeState } from '@/lib/alignment/badgeTypes';
import type { Conversation } from '@/lib/domain/conversation';
import type { CorrectedFigures, DayCorrection } from '@/lib/domain/dayCorrection';
import type { DutyStretch } from '@/lib/domain/duty';
import type { Author } from '@/lib/domain/logEntry';
import type { ReportFormatId, ReportLine, ReportMapping, ReportSubject } from '@/lib/domain/platformReport';
import type { QuickReply } from '@/lib/domain/quickReply';
import type { NotReadingReason, Recorder } from '@/lib/domain/reading';
import type { Turn } from '@/lib/domain/turn';
import type { ConversationState, HourActivity, ProactiveMessage, Session } from '@/lib/metrics/conversationState';
import type { Rollup } from '@/lib/metrics/rollup';
import type { GenerationRules } from './rules';

/** A conversation with what only the store needs to know. */
export interface StoredConversation extends Conversation {
  /** Customer's messages ever recorded, provisional ones included, history not; see lib/alignment/badgeTypes.ts. */
  incomingTotal: number;
  /** The workbench's own wait clock at the last list reading; null without one. */
  waitingSince: number | null;
  /** The agent brought it to the front (ms); null while it is not in front. */
  openedAt: number | null;
  /** First input in the composer since it was opened or last answered; null when none was seen. */
  firstKeyAt: number | null;
  /** A send action whose message has not been seen yet, ms; absent or null = none. */
  unspentSendAt?: number | null;
}

/** Text of a message, apart from everything else so that retention can empty it alone. */
export interface EntryText {
  /** The entry's key. */
  key: string;
  conversationId: string;
  at: number;
  text: string;
}

/** A turn with what the store knows about it. Replaced as a whole when its session is derived again. */
export interface StoredTurn extends Turn {
  /** `${generation}|${conversationId}|${index}` */
  id: string;
  generation: number;
  workbenchId: string;
  account: string | null;
  shop: string | null;
  /** The customer's unanswered texts while it is pending; empty afterwards, and when text is not stored. */
  unansweredTexts: string[];
  /** Its start, where a message of it waits for the agent to say whether it is automatic; absent = none does. */
  reviewAt?: number;
}

/** Where a session begins, and the engine's state just before it: derivation starts again here. */
export interface SessionStart {
  generation: number;
  conversationId: string;
  /** seq of the session's first entry. */
  fromSeq: number;
  /** `at` of that entry. */
  fromAt: number;
  state: ConversationState;
  /** How many parts of each kind were final by then. */
  partsBefore: Record<PartKind, number>;
  /** The agent's last message before it asked something; absent = nothing was asked. */
  asked?: boolean;
}

/** A customer's message that stands unanswered, or that a robot holds. */
export interface AskedMessage {
  /** The entry's key, and its moment. */
  key: string;
  at: number;
  provisional: boolean;
}

/**
 * Where a conversation stands after its last entry in one generation: what comes behind it is derived from here and
 * reads nothing of what stands in front. Written by every derivation, so that it never says anything old. The state's
 * session and activity are the only copy of what they added to the rollups. One that is missing (an earlier version
 * made the store) is made by the next derivation, from a session's start.
 */
export interface ConversationHead {
  generation: number;
  conversationId: string;
  /** seq and `at` of its last entry. */
  seq: number;
  at: number;
  state: ConversationState;
  partsBefore: Record<PartKind, number>;
  asked: boolean;
  /** The turns that the state carries, as they are stored but without texts: what comes next may change them. */
  turns: StoredTurn[];
  /** What is unanswered so far, in order. */
  unanswered: AskedMessage[];
}

/** What folding brings forth beside turns. */
export type PartKind = 'session' | 'proactive' | 'activity';

/**
 * One of these, kept so that it can be taken out of its rollup when its conversation is derived again. The running
 * session and its hour, which each message changes, stand in the conversation's head instead.
 */
export type StoredPart = {
  generation: number;
  conversationId: string;
  /** Position among the conversation's parts of its kind. */
  n: number;
} & (
  | { kind: 'session'; value: Session }
  | { kind: 'proactive'; value: ProactiveMessage }
  | { kind: 'activity'; value: HourActivity }
);

/** A rollup under its key; see lib/metrics/rollup.ts. */
export interface StoredRollup extends Rollup {
  key: string;
}

/** Time in which something could not be observed. An open gap has `to: null`. */
export interface Gap {
  id: number;
  kind: 'closed' | 'paused' | 'notReading' | 'clockStep' | 'ambiguous';
  from: number;
  to: number | null;
  workbenchId: string | null;
  origin: string | null;
  account: string | null;
  recorderId: string | null;
  /** Only what could not be told within one conversation. */
  conversationId: string | null;
  problem: NotReadingReason | null;
  /** How many customers were waiting when it began. */
  waiting: number;
}

/** One observer, and whether it lives. */
export interface RecorderState extends Recorder {
  tabId: number;
  windowId: number;
  frameId: number;
  startedAt: number;
  lastBeatAt: number;
  /** null while it lives. */
  endedAt: number | null;
  problem: NotReadingReason | null;
  /** Since when `problem` holds; null without one. */
  problemSince: number | null;
  hidden: boolean;
  /** The conversation in front in that tab; null when none is. */
  openConversationId: string | null;
  /** `readAt` of its last list reading; null before the first. */
  listReadAt: number | null;
}

/** What a tab's badge of one conversation said last, and how many incoming messages that stood for. */
export interface StoredBadge extends BadgeState {
  recorderId: string;
  conversationId: string;
}

/** Who was on duty from `at` on; null = 未指定. */
export interface Duty {
  id: number;
  at: number;
  person: string | null;
}

/** For how long something said that somebody is on or off duty, under its key. */
export interface StoredDutyStretch extends DutyStretch {
  id: number;
}

/**
 * A turn of a conversation that is left out of every figure, kept so that it can be counted and shown with its reason.
 * Read only to be counted and shown: no figure, list or clock knows of it.
 */
export interface ExcludedTurn extends StoredTurn {
  reason: 'advertiser' | 'internal';
}

/** How often one account sent a text so soon after a customer's message, unasked, that a machine may have sent it. */
export interface SoonText {
  /** `${accountKey}|${textHash}` */
  key: string;
  times: number;
}

/** A quick reply that met a customer's question: what the ranking learns from. */
export interface Pick {
  id: number;
  at: number;
  replyId: string;
  conversationId: string;
  /** The unanswered texts that it answered; empty when text is not stored, or not any more. */
  messages: string[];
  /** Typed by hand, and the same as the reply; absent = picked. */
  typed?: true;
  /** The customer's messages after it that needed an answer, within the time that says something; absent = not known yet. */
  followUps?: number;
  /** The customer ordered afterwards (marked 成交); absent = not marked. */
  ordered?: true;
}

/** The bytes of a quick reply's picture. */
export interface StoredPicture {
  /** `ReplyAttachment.id` */
  id: string;
  blob: Blob;
  at: number;
}

/** What was suggested on the screen for the customer's unanswered messages, until they are answered. */
export interface ShownSuggestions {
  conversationId: string;
  at: number;
  messages: string[];
  replyIds: string[];
}

/** Suggestions that were on the screen while the agent answered with something else. */
export interface IgnoredSuggestions {
  id: number;
  at: number;
  messages: string[];
  replyIds: string[];
}

/** Something typed again and again that is not to be offered for saving any more: see textCore. */
export interface DismissedPhrase {
  core: string;
  at: number;
}

/** How the last import is taken back. */
export interface LastImport {
  at: number;
  /** Name of the file. */
  file: string;
  /** What was changed, as it was before. */
  before: QuickReply[];
  /** What the import wrote: what was edited since stays. */
  after: QuickReply[];
  /** Groups that it made. */
  groups: string[];
}

/** A change that the agent made to what was recorded. */
export interface Correction {
  id: number;
  at: number;
  conversationId: string;
  kind: DayCorrection['kind'];
  before: string;
  after: string;
  /** Of a correction of who was on duty: from when to when, ms; its conversation is empty, and so is a name for 未指定. */
  span?: { from: number; to: number };
  /** Of such a correction: whose the messages were before it, by their keys; absent on those made before that was kept. */
  persons?: { person: string | null; keys: string[] }[];
  /** Of a correction that changes figures: the message, and its day's figures before and after. */
  entryKey?: string;
  figures?: { before: CorrectedFigures; after: CorrectedFigures };
  /** Of a correction of the author: whose the store kept it as before, where rules made another's of it. */
  stored?: Author;
  /** Of a marked text: of which account (see accountKey), its key (see automaticTextKey), and what it says, if known. */
  marked?: { account: string; key: string; text: string | null };
  /** Of a marked text: how many marks changed the figures together; absent = this one alone. */
  together?: number;
  /** It takes that correction back. */
  undoes?: number;
}

/** What a platform said of one agent on one day, as one import brought it; a later one comes before it. */
export interface PlatformFigures extends ReportLine {
  id: number;
  importId: number;
  /** Of which workbench; null = not known. */
  workbenchId: string | null;
}

/** One report that was read, or one figure that was typed. */
export interface PlatformImport {
  id: number;
  at: number;
  kind: 'file' | 'typed';
  /** The file's; empty for a typed figure. */
  name: string;
  /** null = its columns were mapped by hand. */
  format: ReportFormatId | null;
  lines: number;
  /** Rows that could not be used. */
  skipped: number;
}

/** Whose recorded turns a report's agent stands for, as the agent said. */
export interface ReportAgent {
  /** As reports write it. */
  agent: string;
  subject: ReportSubject;
}

/** How the columns of reports with these headings were mapped by hand. */
export interface RememberedMapping extends Omit<ReportMapping, 'headerRow'> {
  /** See headingKey. */
  headings: string;
}

/** A generation that is being made: by which rules, and how far it is. */
export interface Rederivation {
  generation: number;
  rules: GenerationRules;
  /** The last conversation that is done, in the order of ids; null before the first. */
  cursor: string | null;
  /** Conversations done, and of how many. */
  done: number;
  total: number;
}

/** Which replies an empty query can show: not read with the whole library while they are known. */
export interface UsualReplies {
  ids: string[];
  /** Replies in the library when they were found; another number now = to be found anew. */
  of: number;
}

/** Single values: the live generation and its rules, the one that is being made, the hash secret. */
export type MetaRecord =
  | { key: 'generation' | 'hashSecret' | 'quickRepliesSeeded'; value: number | string }
  /** By accountKey, the latest samples of the workbench's clock minus ours; see lib/alignment/clockSkew.ts. */
  | { key: `clockSkew ${string}`; value: number[] }
  /** End of the latest step of the clock, ms. */
  | { key: 'clockStep'; value: number }
  /** Conversations whose times wait to be made of what was shown, and from when on, ms; see retimeEntries.ts. */
  | { key: 'retiming'; value: { since: number; conversations: string[] } }
  | { key: 'replyGroups'; value: string[] }
  | { key: 'lastImport'; value: LastImport }
  | { key: 'usualReplies'; value: UsualReplies }
  | { key: 'picksSettledUntil'; value: number }
  /** Before that moment the customers' words are gone wherever they stand beside the texts, ms. */
  | { key: 'questionsPurgedUntil'; value: number }
  | { key: 'rules'; value: GenerationRules }
  | { key: 'rederivation'; value: Rederivation };
