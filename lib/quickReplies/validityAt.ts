import type { QuickReply } from '@/lib/domain/quickReply';

/** 未开始, 有效, 已过期. */
export type Validity = 'notYet' | 'valid' | 'expired';

/** Whether a reply is valid at a moment (ms): from its beginning inclusive to its end exclusive. */
export function validityAt({ validFrom = null, validUntil = null }: QuickReply, now: number): Validity {
  if (validUntil !== null && now >= validUntil) return 'expired';
  if (validFrom !== null && now < validFrom) return 'notYet';
  return 'valid';
}

/** Whether a reply is one of a campaign: it has a beginning or an end. */
export function hasSpan({ validFrom = null, validUntil = null }: QuickReply): boolean {
  return validFrom !== null || validUntil !== null;
}

/** The replies of the group 本次活动: those of a campaign that is on at this moment (ms), first to end first. */
export function campaignReplies(replies: readonly QuickReply[], now: number): QuickReply[] {
  return replies
    .filter((reply) => hasSpan(reply) && validityAt(reply, now) === 'valid')
    .sort((a, b) => (a.validUntil ?? Infinity) - (b.validUntil ?? Infinity) || a.order - b.order);
}

/** The next moment (ms, after `now`) at which a reply begins or ceases to be valid; null when none will. */
export function nextValidityChange(replies: readonly QuickReply[], now: number): number | null {
  let next = Infinity;
  for (const { validFrom = null, validUntil = null } of replies)
    for (const moment of [validFrom, validUntil]) if (moment !== null && moment > now) next = Math.min(next, moment);
  return next === Infinity ? null : next;
}
