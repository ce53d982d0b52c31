import type { Figures } from '@/lib/domain/figures';
import type { Profile } from '@/lib/domain/profile';
import type { Turn, TurnState } from '@/lib/domain/turn';
import { type LeftOutReason, leftOutReason, settledState } from './counted';
import { outliers } from './figures/outliers';
import { dayNumber, zoneOf } from './zone';

/** The figures that can be opened into turns; `within` needs its N, `slowTurns` its threshold. */
export type ExplainedFigure =
  | Exclude<keyof Figures, 'within' | 'robotOnly'>
  | 'within'
  | 'effectiveFirstResponseMs'
  | 'transferredAway'
  | 'uncertain'
  | 'slowTurns';

/** Why a turn is not among those that made a figure: left out of all, or only of this one. */
export type NotInFigureReason =
  | LeftOutReason
  /** Nobody has replied yet, and the figure waits for that. */
  | 'pending'
  /** The figure is of replies, and there was none. */
  | 'unanswered'
  /** The figure is of *first* turns. */
  | 'notFirst'
  /** The profile's average leaves *first* turns out. */
  | 'firstNotInAverage'
  /** Its times are not known to the second. */
  | 'uncertain'
  /** Within N seconds is not decided yet. */
  | 'undecided'
  /** Replied to, but only by perfunctory replies. */
  | 'onlyPerfunctory'
  /** The figure is of turns that something else became of. */
  | 'otherState'
  /** Not slower than the threshold. */
  | 'notSlow'
  /** The conversation is an advertiser's, or of an internal account. */
  | 'excludedConversation';

/** One turn that made a figure. */
export interface MadeBy {
  turn: Turn;
  /** What it brings into the figure: ms for response times, 1 or 0 for rates, a number of messages for counts. */
  value: number;
  /** Its value is not the raw latency: capped, or charged because nobody replied. null = raw. */
  adjusted: 'capped' | 'charged' | null;
  /** Among the few turns that move the average by more than a fifth. */
  outlier: boolean;
}

/** One turn that did not, and why. */
export interface LeftOut {
  turn: Turn;
  reason: NotInFigureReason;
}

/** A figure opened up: together, all the turns of the span. */
export interface Explanation {
  figure: ExplainedFigure;
  made: MadeBy[];
  leftOut: LeftOut[];
}

interface Look {
  profile: Profile;
  now: number | null;
  limitMs: number;
  state: TurnState;
}

/**
 * Which turns made a figure and which were left out, each with its reason. `seconds` is the N of `within`,
 * `thresholdMs` that of `slowTurns`. Where a profile's N-second rate counts customer-days, each turn stands with its
 * own outcome, and one miss fails its whole customer-day.
 */
export function explain(input: {
  figure: ExplainedFigure;
  turns: readonly Turn[];
  profile: Profile;
  now: number | null;
  final: boolean;
  seconds?: number;
  thresholdMs?: number;
  excludedConversations?: ReadonlySet<string>;
}): Explanation {
  const { figure, turns, profile, now, final } = input;
  const limitMs = figure === 'within' ? (input.seconds ?? 180) * 1000 : (input.thresholdMs ?? 60_000);
  const made: MadeBy[] = [];
  const leftOut: LeftOut[] = [];
  for (const turn of turns) {
    const look = { profile, now, limitMs, state: settledState(turn, profile, final) };
    const found = input.excludedConversations?.has(turn.conversationId)
      ? 'excludedConversation'
      : valueIn(figure, turn, look);
    if (typeof found === 'string') leftOut.push({ turn, reason: found });
    else made.push({ turn, value: found.value, adjusted: found.adjusted ?? null, outlier: false });
  }
  if (figure === 'averageResponseMs') markOutliers(made);
  return { figure, made, leftOut };
}

/** A turn's value in a figure, or why it has none. */
function valueIn(
  figure: ExplainedFigure,
  turn: Turn,
  look: Look,
): { value: number; adjusted?: MadeBy['adjusted'] } | NotInFigureReason {
  const { profile, state } = look;
  const reason = leftOutReason(turn, state, profile);
  if (figure === 'excused') return reason === 'excused' ? { value: 1 } : (reason ?? 'otherState');
  if (figure === 'offDuty' || figure === 'offDutyReplyRate') {
    if (reason !== 'offDuty') return reason ?? 'otherState';
    if (figure === 'offDuty') return { value: 1 };
    return state === 'pending' ? 'pending' : { value: state === 'answered' ? 1 : 0 };
  }
  if (figure === 'transferredAway') {
    if (reason === 'outsideWindow' || reason === 'exemptDay') return reason;
    return turn.endedBy === 'transferredOut' ? { value: 1 } : 'otherState';
  }
  if (reason !== null) return reason;
  switch (figure) {
    case 'turns':
      return { value: 1 };
    case 'answered':
    case 'unanswered':
    case 'pending':
      return state === figure ? { value: 1 } : 'otherState';
    case 'uncertain':
      return turn.uncertain ? { value: 1 } : 'otherState';
    case 'incoming':
      return { value: turn.incoming };
    case 'outgoing':
    case 'answerQuestionRatio':
      return { value: turn.outgoing };
    case 'peakWaiting':
      return state === 'answered' || state === 'pending' ? { value: 1 } : 'unanswered';
    case 'replyRate':
    case 'turnReplyRate':
      return state === 'pending' ? 'pending' : { value: state === 'answered' ? 1 : 0 };
    case 'within':
      return valueWithin(turn, look);
    case 'averageResponseMs':
      return valueInAverage(turn, look);
    default:
      return valueOfReply(figure, turn, look);
  }
}

function valueWithin(turn: Turn, { profile, state, limitMs, now }: Look): { value: number } | NotInFigureReason {
  if (profile.rateUnit === 'firstTurnOfSession' && !turn.first) return 'notFirst';
  if (turn.uncertain) return 'uncertain';
  if (state === 'unanswered') return { value: 0 };
  if (state === 'pending') return now !== null && now - turn.clockAt > limitMs ? { value: 0 } : 'undecided';
  return { value: latencyOf(turn) <= limitMs ? 1 : 0 };
}

function valueInAverage(
  turn: Turn,
  { profile, state }: Look,
): { value: number; adjusted: MadeBy['adjusted'] } | NotInFigureReason {
  if (turn.first && !profile.averageIncludesFirst) return 'firstNotInAverage';
  if (state === 'pending') return 'pending';
  if (turn.uncertain) return 'uncertain';
  if (state === 'unanswered') {
    const value = profile.unansweredCountsAsMs;
    return value === null ? 'unanswered' : { value, adjusted: 'charged' };
  }
  const latency = latencyOf(turn);
  const isCapped = profile.capMs !== null && latency > profile.capMs;
  return { value: isCapped ? (profile.capMs ?? latency) : latency, adjusted: isCapped ? 'capped' : null };
}

function valueOfReply(
  figure: ExplainedFigure,
  turn: Turn,
  { state, limitMs }: Look,
): { value: number } | NotInFigureReason {
  const ofFirst = figure === 'firstResponseMs' || figure === 'effectiveFirstResponseMs';
  if (ofFirst && !turn.first) return 'notFirst';
  if (state === 'pending') return 'pending';
  if (state !== 'answered') return 'unanswered';
  if (turn.uncertain) return 'uncertain';
  if (figure === 'effectiveFirstResponseMs') {
    return turn.effectiveRepliedAt === null ? 'onlyPerfunctory' : { value: turn.effectiveRepliedAt - turn.clockAt };
  }
  const value = latencyOf(turn);
  return figure === 'slowTurns' && value <= limitMs ? 'notSlow' : { value };
}

function latencyOf(turn: Turn): number {
  return (turn.repliedAt ?? turn.clockAt) - turn.clockAt;
}

function markOutliers(made: MadeBy[]): void {
  const ordered = [...made].sort((a, b) => a.value - b.value);
  const found = outliers(ordered.map(({ value }) => value));
  for (const turn of ordered.slice(ordered.length - (found?.count ?? 0))) turn.outlier = true;
}

/** The key of the customer-day that a turn belongs to: same key, one unit of a rate by customer. */
export function customerDayOf(turn: Turn, profile: Profile): string {
  return `${dayNumber(zoneOf(profile.timeZone), turn.startedAt, profile.dayStartsAtMs)}|${turn.conversationId}`;
}
