import type { Conversation } from '@/lib/domain/conversation';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { dayOf } from '@/lib/metrics/dayOf';
import { splitOf } from '@/lib/metrics/figures/split';
import { timeOfDay, zoneOf } from '@/lib/metrics/zone';

/** Why a turn is in no figure, or not in all of them. */
export type LeftOut =
  | 'advertiser'
  | 'excused'
  | 'bot'
  | 'offDuty'
  | 'outsideWindow'
  | 'exemptDay'
  | 'pending'
  | 'unanswered'
  | 'uncertain'
  | 'notFirst';

/** Reasons that keep a turn out of every figure but its own count. */
const OUT_OF_ALL: readonly LeftOut[] = ['advertiser', 'excused', 'bot', 'offDuty', 'outsideWindow', 'exemptDay'];

/** A turn as the dashboard lists it. */
export interface TurnRow {
  /** Conversation and index: unique, stable. */
  key: string;
  turn: Turn;
  workbenchName: string;
  shop: string | null;
  /** In full, for the search; shown shortened. */
  customerName: string | null;
  /** Reply − clock, ms; null without a reply or with uncertain times. */
  latencyMs: number | null;
  /** ms; null when this browser did not see the opening or the typing. */
  split: { noticeMs: number; thinkMs: number; typeMs: number } | null;
  leftOut: readonly LeftOut[];
  /** A message of it waits for the agent to say whether it is automatic. */
  review: boolean;
}

function isOutsideWindow(turn: Turn, { window, timeZone }: Profile): boolean {
  if (window === null) return false;
  const time = timeOfDay(zoneOf(timeZone), window.key === 'turn' ? turn.startedAt : turn.sessionStartedAt);
  return time < window.fromMs || time >= window.toMs;
}

function isOnExemptDay({ startedAt }: Turn, profile: Profile): boolean {
  const { exemptDays = [] } = profile;
  return exemptDays.length > 0 && exemptDays.includes(dayOf(profile, startedAt).date);
}

function leftOutOf(turn: Turn, advertiser: boolean, profile: Profile): LeftOut[] {
  const reasons: LeftOut[] = [];
  if (advertiser) reasons.push('advertiser');
  if (turn.state === 'excused' || turn.state === 'bot') reasons.push(turn.state);
  if (turn.offDuty && profile.offDutyTurns === 'leaveOut') reasons.push('offDuty');
  if (isOutsideWindow(turn, profile)) reasons.push('outsideWindow');
  if (isOnExemptDay(turn, profile)) reasons.push('exemptDay');
  if (turn.state === 'pending' || turn.state === 'unanswered') reasons.push(turn.state);
  if (turn.uncertain) reasons.push('uncertain');
  if (!turn.first) reasons.push('notFirst');
  return reasons;
}

function rowSplit({ repliedAt, ...turn }: Turn): TurnRow['split'] {
  if (repliedAt === null || turn.state !== 'answered') return null;
  const { noticeMs, thinkMs, typeMs } = splitOf({ ...turn, repliedAt });
  return noticeMs === null || thinkMs === null || typeMs === null ? null : { noticeMs, thinkMs, typeMs };
}

/** The key of a turn's row. */
export function rowKeyOf(turn: Pick<Turn, 'conversationId' | 'index'>): string {
  return `${turn.conversationId}#${turn.index}`;
}

/** Makes a row of a turn and what the store knows around it. */
export function toTurnRow(source: {
  turn: Turn & { reviewAt?: number };
  conversation: Pick<Conversation, 'name' | 'shop' | 'advertiser'>;
  workbenchName: string;
  profile: Profile;
}): TurnRow {
  const { turn, conversation } = source;
  const timed = turn.state === 'answered' && turn.repliedAt !== null && !turn.uncertain;
  return {
    key: rowKeyOf(turn),
    turn,
    workbenchName: source.workbenchName,
    shop: conversation.shop,
    customerName: conversation.name,
    latencyMs: timed && turn.repliedAt !== null ? turn.repliedAt - turn.clockAt : null,
    split: rowSplit(turn),
    leftOut: leftOutOf(turn, conversation.advertiser, source.profile),
    review: turn.reviewAt !== undefined,
  };
}

/** Whether a row is in the figures at all. */
export function isCounted(row: TurnRow): boolean {
  return !row.leftOut.some((reason) => OUT_OF_ALL.includes(reason));
}
