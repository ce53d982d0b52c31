import type { ExportIncludes } from '@/lib/domain/exportRequest';
import type { LiveFigures } from '@/lib/domain/figures';
import type { Turn, TurnState } from '@/lib/domain/turn';

/** One message of a turn, as an export carries it. */
export interface ExportMessage {
  /** ms; null when its time is not known. */
  at: number | null;
  author: 'customer' | 'agent' | 'assist' | 'auto' | 'colleague';
  /** null when its text is not stored any more, or never was. */
  text: string | null;
}

/** The parts of a turn that leave. */
export type TurnFacts = Pick<
  Turn,
  | 'startedAt'
  | 'lastMessageAt'
  | 'clockAt'
  | 'repliedAt'
  | 'endedAt'
  | 'state'
  | 'first'
  | 'sessionStartedAt'
  | 'incoming'
  | 'outgoing'
  | 'closingOnly'
  | 'offDuty'
  | 'uncertain'
  | 'person'
>;

/** A turn with what the store knows around it. */
export interface ExportTurn extends TurnFacts {
  /** Never written: where a workbench has no ids it holds the customer's name. */
  conversationId: string;
  workbenchId: string;
  account: string | null;
  shop: string | null;
  /** The customer's full name as shown; leaves only when ticked. */
  customerName: string | null;
  /** Notice, think and type, ms; null when this browser did not see the opening or the typing. */
  split: { noticeMs: number; thinkMs: number; typeMs: number } | null;
  /** Its messages in order; null when they were not loaded. Leave only when ticked. */
  messages: ExportMessage[] | null;
}

/** The figures of one day. */
export interface DailyFigures {
  /** YYYY-MM-DD, by the profile's zone and start of day. */
  date: string;
  /** `peakWaiting` null = the day's turns are deleted, only its sums are left. */
  figures: LiveFigures & { peakWaiting: number | null };
  /** Customers received; null = not known. */
  customers: number | null;
  /** 0..1; null when nothing was to be recorded. */
  coverage: number | null;
  /** What was corrected by hand of this day, oldest first; absent = nothing. */
  corrections?: readonly DayCorrectionFacts[];
  /** The day's pauses, and how many customers were waiting in each. */
  pauses: readonly { from: number; to: number; minutes: number; waiting: number }[];
}

/** A correction of a day, without whom it concerns. */
export type DayCorrectionFacts = Pick<ExportCorrection, 'at' | 'kind' | 'before' | 'after' | 'holds' | 'figures'>;

/** Half-open span [from, to), ms. */
export interface Span {
  from: number;
  to: number;
}

/** Everything an export is made from. */
export interface ExportInput {
  turns: readonly ExportTurn[];
  days: readonly DailyFigures[];
  span: Span;
  profileId: string;
  /** IANA zone of the profile; local times are written in it. */
  timeZone: string;
  /** Over the span, 0..1; null when nothing was to be recorded. */
  coverage: number | null;
  includes: ExportIncludes;
  /** What was corrected by hand in the conversations of these turns; absent = nothing. */
  corrections?: readonly ExportCorrection[];
  /** ms. */
  exportedAt: number;
}

/** A correction by hand, with the figures of its day before and after; null where it changes none. */
export interface ExportCorrection {
  at: number;
  conversationId: string;
  kind: string;
  before: string;
  after: string;
  /** Of a correction of who was on duty. */
  span?: { from: number; to: number };
  /** Neither undone nor an undoing: only these are counted. */
  holds: boolean;
  figures: { before: CorrectionFigures; after: CorrectionFigures } | null;
}

/** The day's figures beside a correction, by name; null = not known. */
export type CorrectionFigures = Readonly<Record<string, number | null>>;

/** Latency of a turn by its profile's clock, ms; null when it has no reply or its times are uncertain. */
export function turnLatencyMs(turn: {
  state: TurnState;
  clockAt: number;
  repliedAt: number | null;
  uncertain: boolean;
}): number | null {
  if (turn.state !== 'answered' || turn.repliedAt === null || turn.uncertain) return null;
  return turn.repliedAt - turn.clockAt;
}
