import { useEffect } from 'react';
import type { OpenConversation } from '@/lib/messaging/protocol';

/** Shorter on the screen, nobody has read them. */
const SEEN_AFTER_MS = 800;

/** Tells of suggestions that stand on the screen long enough to be seen, each set once. */
export function useShownSuggestions({
  open,
  visible,
  onShown,
}: {
  open: OpenConversation | null;
  /** The panel is unfolded on a page in front. */
  visible: boolean;
  onShown: (shown: { conversationId: string; replyIds: string[] }) => void;
}): void {
  const conversationId = open?.conversationId ?? null;
  const ids = visible && open !== null ? open.suggestions.map(({ replyId }) => replyId).join('\n') : '';
  useEffect(() => {
    if (conversationId === null || ids === '') return;
    const timer = setTimeout(() => onShown({ conversationId, replyIds: ids.split('\n') }), SEEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [conversationId, ids, onShown]);
}
