import type { QuickReply } from '@/lib/domain/quickReply';
import { NearIndex, textCore } from './nearText';

/** What could go from a library; nothing goes by itself. */
export interface CleanUp {
  /** Never inserted. */
  neverUsed: QuickReply[];
  /** Replies that say the same, the one used most first. */
  alike: QuickReply[][];
}

/** Looks through a library. Replies of a campaign are no cleaner's business: they come and go by their span. */
export function cleanUp(replies: readonly QuickReply[]): CleanUp {
  const lasting = replies.filter((reply) => reply.validFrom == null && reply.validUntil == null);
  const index = new NearIndex();
  const groups = new Map<number, QuickReply[]>();
  for (const reply of lasting) {
    const core = textCore(reply.text);
    const number = index.nearest(core) ?? index.add(core);
    groups.set(number, [...(groups.get(number) ?? []), reply]);
  }
  return {
    neverUsed: lasting.filter((reply) => reply.uses === 0 && reply.favourite !== true),
    alike: [...groups.values()]
      .filter((group) => group.length > 1)
      .map((group) => group.sort((a, b) => b.uses - a.uses || a.order - b.order)),
  };
}
