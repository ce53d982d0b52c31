import { useEffect, useMemo, useState } from 'react';
import type { QuickReply } from '@/lib/domain/quickReply';
import { campaignReplies, nextValidityChange, validityAt } from '@/lib/quickReplies/validityAt';

/** Longest time that a timer can wait, ms. */
const LONGEST = 2_147_483_647;

/** Which replies are not valid now, and which are of a campaign that is on; right at the minute at which it changes. */
export function useValidity(replies: readonly QuickReply[]): {
  validity: ReadonlyMap<string, 'notYet' | 'expired'>;
  campaign: ReadonlySet<string>;
} {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const next = nextValidityChange(replies, now);
    if (next === null) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(LONGEST, Math.max(0, next - Date.now())));
    return () => clearTimeout(timer);
  }, [replies, now]);
  return useMemo(() => {
    const at = Math.max(now, Date.now());
    const validity = new Map<string, 'notYet' | 'expired'>();
    for (const reply of replies) {
      const state = validityAt(reply, at);
      if (state !== 'valid') validity.set(reply.id, state);
    }
    return { validity, campaign: new Set(campaignReplies(replies, at).map(({ id }) => id)) };
  }, [replies, now]);
}
