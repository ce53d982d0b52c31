import { useMemo, useState } from 'react';
import { CleanUpPage } from '@/components/dashboard/replies/CleanUpPage';
import { dateOf } from '@/components/dashboard/timeOfDay';
import type { QuickReply } from '@/lib/domain/quickReply';
import { sendMessage } from '@/lib/messaging/protocol';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { cleanUp, mergeReplies } from '@/lib/quickReplies/cleanUp';
import type { LibraryProps } from './libraryProps';

const DAY_MS = 86_400_000;

/** 清理: what nobody uses and what says the same, each step with undo. */
export function CleanUpRoute({ library, settings, view, attempt }: LibraryProps) {
  const { replies } = library;
  const [days, setDays] = useState(90);
  const [opened] = useState(() => Date.now());
  /** The replies as they were before the last step. */
  const [before, setBefore] = useState<QuickReply[] | null>(null);
  const { timeZone } = profileOf(view.profileId, settings.customProfiles);
  const found = useMemo(() => cleanUp(replies, opened - days * DAY_MS), [replies, opened, days]);
  const step = (changed: readonly QuickReply[], change: { put: QuickReply[]; remove: string[] }) => {
    attempt(sendMessage('changeQuickReplies', change).then(() => setBefore([...changed])));
  };
  return (
    <CleanUpPage
      days={days}
      onDays={setDays}
      unused={found.unused.map((reply) => ({
        reply,
        lastUsed: reply.lastUsedAt === null ? null : dateOf(reply.lastUsedAt, timeZone),
      }))}
      alike={found.alike}
      onDelete={(gone) => step(gone, { put: [], remove: gone.map(({ id }) => id) })}
      onMerge={(group) => {
        const merged = mergeReplies(group);
        if (merged === null) return;
        step(group, { put: [merged], remove: group.slice(1).map(({ id }) => id) });
      }}
      cleaned={before === null ? null : before.length}
      onUndo={() => {
        if (before === null) return;
        attempt(sendMessage('changeQuickReplies', { put: before, remove: [] }).then(() => setBefore(null)));
      }}
    />
  );
}
