import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { dayNumber, timeOfDay, zoneOf } from '../zone';

/** Why a platform may see a turn in another way than we do. */
export type TurnDoubt =
  /** It, or its session, began close to an edge of the window. */
  | 'windowEdge'
  /** It was answered on another day than it began. */
  | 'dayEdge'
  /** Longer than the cap. */
  | 'capped'
  /** Nobody replied, and it is charged. */
  | 'charged'
  /** Its times are not known to the second. */
  | 'uncertain'
  /** Only closing messages: it may need no answer. */
  | 'closingOnly'
  /** The first reply was perfunctory: it may not be valid. */
  | 'perfunctory'
  /** The first reply may be automatic; see classify/automatic.ts. */
  | 'automatic'
  /** It came from a robot or by a transfer: its clock may start elsewhere. */
  | 'handover';

/** A clock of ours and one of theirs differ by less than this, ms. */
const edgeMs = 10 * 60_000;

/** What is in doubt about a turn, by a profile; `inReview` = its first reply is to be looked at. */
export function turnDoubts(turn: Turn, profile: Profile, inReview = false): TurnDoubt[] {
  const doubts: TurnDoubt[] = [];
  const zone = zoneOf(profile.timeZone);
  const dayOf = (at: number) => dayNumber(zone, at, profile.dayStartsAtMs);
  if (isAtEdge(turn, profile)) doubts.push('windowEdge');
  if (turn.repliedAt !== null) {
    if (dayOf(turn.repliedAt) !== dayOf(turn.startedAt)) doubts.push('dayEdge');
    if (profile.capMs !== null && turn.repliedAt - turn.clockAt > profile.capMs) doubts.push('capped');
  }
  if (turn.state === 'unanswered' && profile.unansweredCountsAsMs !== null) doubts.push('charged');
  if (turn.uncertain) doubts.push('uncertain');
  if (turn.closingOnly) doubts.push('closingOnly');
  if (turn.first && turn.state === 'answered' && turn.effectiveRepliedAt !== turn.repliedAt) doubts.push('perfunctory');
  if (inReview) doubts.push('automatic');
  if (turn.handover || turn.acceptedAt !== null) doubts.push('handover');
  return doubts;
}

function isAtEdge(turn: Turn, { window, timeZone }: Profile): boolean {
  if (window === null) return false;
  const time = timeOfDay(zoneOf(timeZone), window.key === 'turn' ? turn.startedAt : turn.sessionStartedAt);
  return Math.abs(time - window.fromMs) <= edgeMs || Math.abs(time - window.toMs) <= edgeMs;
}
