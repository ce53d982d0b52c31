import type { Tally } from '../tally';
import { turnReplyRate } from './turnReplyRate';

/**
 * Off-duty turns (离线时段): those inside the window that began off duty, under a profile that leaves them out of every
 * other figure; proactive messages are never among them. `replyRate` is answered ÷ (answered + unanswered) among them,
 * 0..1; null when neither occurred.
 */
export function offDutyTurns(tally: Tally): { turns: number; replyRate: number | null } {
  const replyRate = turnReplyRate({ answered: tally.offDutyAnswered, unanswered: tally.offDutyUnanswered });
  return { turns: tally.offDuty, replyRate };
}
