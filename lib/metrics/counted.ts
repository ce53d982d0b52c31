import type { Profile } from '@/lib/domain/profile';
import type { Turn, TurnState } from '@/lib/domain/turn';
import type { ProactiveMessage } from './conversationState';
import { dayName, dayNumber, timeOfDay, zoneOf } from './zone';

/** Why a turn is in no figure but, at most, its own count. */
export type LeftOutReason =
  /** It needed no reply, or was taken over by a colleague or a transfer. */
  | 'excused'
  /** An automatic message ended it. */
  | 'bot'
  /** It (or its session) began outside the profile's window of the day. */
  | 'outsideWindow'
  /** The platform does not count its day. */
  | 'exemptDay'
  /** It began off duty. */
  | 'offDuty';

/**
 * A turn's state as the figures see it: an open turn of closing messages alone is `excused` under that policy, live or
 * final; any other open turn is `unanswered` once the log is final.
 */
export function settledState(turn: Turn, profile: Profile, final: boolean): TurnState {
  if (turn.state !== 'pending') return turn.state;
  if (turn.closingOnly && profile.closing === 'excuse') return 'excused';
  return final ? 'unanswered' : 'pending';
}

/** Whether a moment's day and time of day are ones that the profile counts; else which of them is not. */
function timeReason(at: number, keyAt: number, profile: Profile): 'outsideWindow' | 'exemptDay' | null {
  const { window, exemptDays } = profile;
  const zone = zoneOf(profile.timeZone);
  if (window) {
    const time = timeOfDay(zone, keyAt);
    if (time < window.fromMs || time >= window.toMs) return 'outsideWindow';
  }
  return exemptDays?.includes(dayName(dayNumber(zone, at, profile.dayStartsAtMs))) ? 'exemptDay' : null;
}

/** Why a turn is left out of the figures; null = it counts. `state` as settledState gives it. */
export function leftOutReason(turn: Turn, state: TurnState, profile: Profile): LeftOutReason | null {
  const keyAt = profile.window?.key === 'session' ? turn.sessionStartedAt : turn.startedAt;
  const reason = timeReason(turn.startedAt, keyAt, profile);
  if (reason) return reason;
  if (state === 'excused' || state === 'bot') return state;
  if (turn.offDuty && profile.offDutyTurns === 'leaveOut') return 'offDuty';
  return null;
}

/** Why a proactive message is left out of the figures; null = it counts. Off duty does not matter. */
export function proactiveLeftOutReason(message: ProactiveMessage, profile: Profile): LeftOutReason | null {
  const keyAt = profile.window?.key === 'session' ? message.sessionStartedAt : message.at;
  return timeReason(message.at, keyAt, profile);
}
