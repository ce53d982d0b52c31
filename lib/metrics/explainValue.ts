import type { FigureName } from '@/lib/domain/figureRef';
import type { Profile } from '@/lib/domain/profile';
import type { Turn, TurnState } from '@/lib/domain/turn';
import { type LeftOutReason, leftOutReason, settledState } from './counted';
import { sessionKeyOf } from './explainUnits';
import { peakMoment } from './figures/peakWaiting';
import { pressureBucket } from './figures/pressure';

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
  /** Another turn of its customer-day is not decided yet, and so the customer-day is not. */
  | 'customerUndecided'
  /** Replied to, but only by perfunctory replies. */
  | 'onlyPerfunctory'
  /** The figure is of turns that something else became of. */
  | 'otherState'
  /** Not slower than the threshold. */
  | 'notSlow'
  /** Not open at the moment when most were. */
  | 'notAtPeak'
  /** Not being received at that moment. */
  | 'notReceivedThen'
  /** It began under another pressure; or nobody counted under which. */
  | 'otherPressure'
  | 'pressureUnknown'
  /** This browser did not see the opening, or typing. */
  | 'splitUnknown'
  /** No message of it has a known length. */
  | 'noLength'
  /** Its session was not long. */
  | 'shortSession'
  /** It did not come by an accept or a transfer. */
  | 'notTransferredIn'
  /** The figure is of conversations without any turn. */
  | 'hasTurn'
  /** The conversation is an advertiser's, or of an internal account. */
  | 'excludedConversation'
  /** It is of another workbench, which is counted by another profile. */
  | 'otherProfile';

/** A turn's value in a figure, or why it has none. */
export type Found = { value: number; adjusted?: 'capped' | 'charged' | null } | NotInFigureReason;

/** By what a turn is looked at. */
export interface Look {
  figure: FigureName;
  profile: Profile;
  now: number | null;
  limitMs: number;
  bucket?: number;
  atPeak: ReadonlySet<Turn> | null;
  going: ReadonlySet<Turn> | null;
  longSessions?: ReadonlySet<string>;
}

const one: Found = { value: 1 };

/** A turn's value in a figure, or why it has none. */
export function valueIn(turn: Turn, state: TurnState, look: Look): Found {
  const { figure, profile } = look;
  const reason = leftOutReason(turn, state, profile);
  switch (figure) {
    case 'excused':
      return reason === 'excused' ? one : (reason ?? 'otherState');
    case 'offDuty':
      return reason === 'offDuty' ? one : (reason ?? 'otherState');
    case 'offDutyReplyRate':
      return reason === 'offDuty' ? replied(state) : (reason ?? 'otherState');
    case 'transferredAway':
      if (reason === 'outsideWindow' || reason === 'exemptDay') return reason;
      return turn.endedBy === 'transferredOut' ? one : 'otherState';
    case 'robotOnly':
      return 'hasTurn';
    case 'longReceptions':
      return look.longSessions?.has(sessionKeyOf(turn)) === true ? one : 'shortSession';
    case 'receiving':
    case 'receivingPeak':
      return look.going?.has(turn) === true ? one : 'notReceivedThen';
    case 'receivingMean':
      return one;
    case 'coverage':
      return turn.uncertain ? 'uncertain' : one;
  }
  return reason ?? valueOfCounted(turn, state, look);
}

function valueOfCounted(turn: Turn, state: TurnState, look: Look): Found {
  switch (look.figure) {
    case 'turns':
    case 'customers':
    case 'customersPerHour':
      return one;
    case 'answered':
    case 'unanswered':
    case 'pending':
      return state === look.figure ? one : 'otherState';
    case 'uncertain':
      return turn.uncertain ? one : 'otherState';
    case 'incoming':
      return { value: turn.incoming };
    case 'outgoing':
    case 'answerQuestionRatio':
      return { value: turn.outgoing };
    case 'burstsMergedRatio':
      return { value: turn.outgoingMerged };
    case 'characters':
      return turn.incomingMeasured + turn.outgoingMeasured === 0 ? 'noLength' : { value: turn.outgoingCharacters };
    case 'peakWaiting':
      if (state !== 'answered' && state !== 'pending') return 'unanswered';
      return look.atPeak?.has(turn) === true ? one : 'notAtPeak';
    case 'replyRate':
    case 'turnReplyRate':
      return replied(state);
    case 'within':
      return valueWithin(turn, state, look);
    case 'averageResponseMs':
      return valueInAverage(turn, state, look);
    default:
      return valueOfReply(turn, state, look);
  }
}

function replied(state: TurnState): Found {
  return state === 'pending' ? 'pending' : { value: state === 'answered' ? 1 : 0 };
}

function valueWithin(turn: Turn, state: TurnState, { profile, limitMs, now }: Look): Found {
  if (profile.rateUnit === 'firstTurnOfSession' && !turn.first) return 'notFirst';
  if (turn.uncertain) return 'uncertain';
  if (state === 'unanswered') return { value: 0 };
  if (state === 'pending') return now !== null && now - turn.clockAt > limitMs ? { value: 0 } : 'undecided';
  return { value: latencyOf(turn) <= limitMs ? 1 : 0 };
}

function valueInAverage(turn: Turn, state: TurnState, { profile }: Look): Found {
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

function valueOfReply(turn: Turn, state: TurnState, { figure, limitMs, bucket }: Look): Found {
  const ofFirst = figure === 'firstResponseMs' || figure === 'effectiveFirstResponseMs';
  if (ofFirst && !turn.first) return 'notFirst';
  if (state === 'pending') return 'pending';
  if (state !== 'answered') return 'unanswered';
  if (turn.uncertain) return 'uncertain';
  const value = latencyOf(turn);
  switch (figure) {
    case 'effectiveFirstResponseMs':
      return turn.effectiveRepliedAt === null ? 'onlyPerfunctory' : { value: turn.effectiveRepliedAt - turn.clockAt };
    case 'slowTurns':
      return value <= limitMs ? 'notSlow' : { value };
    case 'pressure':
      if (turn.pressure === null) return 'pressureUnknown';
      return pressureBucket(turn.pressure) === bucket ? { value } : 'otherPressure';
    case 'split':
      if (turn.openedAt === null || turn.firstKeyAt === null) return 'splitUnknown';
      return { value: (turn.repliedAt ?? turn.startedAt) - turn.startedAt };
    case 'transferredIn':
      return cameToTheAgent(turn) ? { value } : 'notTransferredIn';
    default:
      return { value };
  }
}

function cameToTheAgent({ acceptedAt, startedAt, repliedAt }: Turn): boolean {
  return acceptedAt !== null && acceptedAt > startedAt && repliedAt !== null && acceptedAt <= repliedAt;
}

function latencyOf(turn: Turn): number {
  return (turn.repliedAt ?? turn.clockAt) - turn.clockAt;
}

/** The counted turns that were open at the first moment when most were; see figures/peakWaiting.ts. */
export function openAtPeak(
  turns: readonly Turn[],
  profile: Profile,
  now: number | null,
  final: boolean,
): ReadonlySet<Turn> {
  const open = turns.flatMap((turn) => {
    const state = settledState(turn, profile, final);
    const end = state === 'answered' ? turn.repliedAt : state === 'pending' ? now : null;
    const counts = end !== null && end > turn.startedAt && leftOutReason(turn, state, profile) === null;
    return counts ? [{ turn, start: turn.startedAt, end }] : [];
  });
  const at = peakMoment(
    open.map(({ start }) => start),
    open.map(({ end }) => end),
  );
  if (at === null) return new Set();
  return new Set(open.flatMap(({ turn, start, end }) => (start <= at && end > at ? [turn] : [])));
}
