/** From when to when a platform looks, by wall-clock time of day: `[fromMs, toMs)`, from < to. */
export interface ProfileWindow {
  fromMs: number;
  toMs: number;
  /** Whose time of day decides: the turn's start, or that of its session. */
  key: 'turn' | 'session';
}

/**
 * One platform's rules (口径): every parameter that turns a message log into figures. Durations and times of day in
 * ms. docs/metrics.md says what each of them does.
 */
export interface Profile {
  /** A label; the parameters decide. `custom` for an edited copy. */
  id: string;
  /** IANA name. Days, windows and hours are wall-clock times in it. */
  timeZone: string;
  /** Where a turn's clock starts. */
  clock: 'firstMessage' | 'lastMessage' | 'accepted';
  /** Whose messages answer a customer. */
  answeredBy: readonly ('agent' | 'assist')[];
  /** An automatic message ends an open turn, which then appears in no figure. */
  autoReplyEndsTurn: boolean;
  /** A session ends when more than this passes without a message; null = never. */
  sessionIdleMs: number | null;
  /** A closed session goes on when a message comes within this. */
  reopenWithinMs: number;
  /** Sessions end with the day. */
  splitByDay: boolean;
  /** Wall-clock time at which a day starts. */
  dayStartsAtMs: number;
  /** A turn open longer than this ends unanswered. */
  longestOpenMs: number;
  /** Times of day that count; null = all. */
  window: ProfileWindow | null;
  /** A latency counts at most as this in the average; null = no cap. */
  capMs: number | null;
  /** What an unanswered turn counts as in the average; null = not at all. */
  unansweredCountsAsMs: number | null;
  /** First turns count in the average. */
  averageIncludesFirst: boolean;
  average: 'pooled' | 'meanOfSessionMeans' | 'median';
  /** Customers' closing messages: counted like any other, excused, or dropped from the log. */
  closing: 'count' | 'excuse' | 'drop';
  /** Under `excuse`: how long a closing-only turn stays open for a reply. */
  closingGraceMs: number;
  /** Where a handed-over customer's wait begins: at the robot's release, or at the first message that it held. */
  clockAfterRobot: 'release' | 'firstMessage';
  /** Turns that start off duty: counted, or left out of all but their own figures. */
  offDutyTurns: 'count' | 'leaveOut';
  /** Perfunctory replies from this moment on are automatic; null = they are replies. */
  perfunctorySinceMs: number | null;
  /** How an open turn ends when its conversation is transferred out. */
  transferredOut: 'unanswered' | 'excuse';
  /** What the N-second rate counts. */
  rateUnit: 'turn' | 'firstTurnOfSession' | 'customerDay';
  /** Days (`YYYY-MM-DD`) that the platform does not count; turns and messages of those days are left out. */
  exemptDays?: readonly string[];
  /** Of an edited copy, all three: what the agent calls it; */
  name?: string;
  /** the built-in profile that it began as, whose targets it keeps; */
  basedOn?: string;
  /** why a day of `exemptDays` is not counted. */
  exemptReasons?: Readonly<Record<string, string>>;
}
