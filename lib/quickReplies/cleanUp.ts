import type { QuickReply } from '@/lib/domain/quickReply';
import { foldText } from './foldText';
import { NearIndex, textCore } from './nearText';
import { textsOf } from './pickText';
import { tidyReply } from './tidyReply';

/** What could go from a library; nothing goes by itself. */
export interface CleanUp {
  /** Not inserted within the time asked for, those never used first, then the longest unused. */
  unused: QuickReply[];
  /** Replies that say the same, the one used most first. */
  alike: QuickReply[][];
}

/**
 * Looks through a library for what was not used since `before` (ms), nor came into it since then. Replies of a campaign
 * are no cleaner's business: they come and go by their span.
 */
export function cleanUp(replies: readonly QuickReply[], before: number): CleanUp {
  const lasting = replies.filter((reply) => reply.validFrom == null && reply.validUntil == null);
  const cores = new Map(lasting.map((reply) => [reply, textCore(reply.text)]));
  const index = new NearIndex();
  for (const core of cores.values()) index.count(core);
  const groups = new Map<number, QuickReply[]>();
  for (const [reply, core] of cores) {
    const number = index.nearest(core) ?? index.add(core);
    groups.set(number, [...(groups.get(number) ?? []), reply]);
  }
  return {
    unused: lasting
      .filter(({ favourite, lastUsedAt, createdAt }) => {
        return favourite !== true && (lastUsedAt ?? 0) < before && (createdAt ?? 0) < before;
      })
      .sort((a, b) => (a.lastUsedAt ?? 0) - (b.lastUsedAt ?? 0)),
    alike: [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group) => group.sort((a, b) => b.uses - a.uses || a.order - b.order)),
  };
}

/** One reply out of several that say the same: the first, with the others' texts as further ones and all their use. */
export function mergeReplies(group: readonly QuickReply[]): QuickReply | null {
  const [first, ...others] = group;
  if (first === undefined) return null;
  const known = new Set([foldText(first.text)]);
  const variants = [...textsOf(first).slice(1), ...others.flatMap(textsOf)].filter((text) => {
    const folded = foldText(text);
    return !known.has(folded) && known.add(folded).size > 0;
  });
  const last = Math.max(0, ...group.map(({ lastUsedAt }) => lastUsedAt ?? 0));
  const shops = group.some((one) => (one.shops ?? []).length === 0) ? [] : group.flatMap((one) => one.shops ?? []);
  return tidyReply({
    ...first,
    variants,
    shops: [...new Set(shops)],
    favourite: group.some(({ favourite }) => favourite === true),
    attachments: group.flatMap(({ attachments = [] }) => attachments).slice(0, 9),
    uses: group.reduce((sum, { uses }) => sum + uses, 0),
    lastUsedAt: last === 0 ? null : last,
  });
}
