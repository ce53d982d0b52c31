import { useEffect } from 'react';
import type { LiveView } from '@/lib/domain/live';
import { nextDeadline } from '@/lib/metrics/nextDeadline';

/** Tells of each step that a wait passes while this page is there, so that badge and reminders are right within 1 s. */
export function useDeadlines(view: LiveView | null, onCrossed: (conversationId: string) => void): void {
  useEffect(() => {
    if (view === null) return;
    const next = nextDeadline(view.waiting, Date.now());
    if (next === null) return;
    const timer = setTimeout(() => onCrossed(next.conversationId), Math.max(0, next.at - Date.now()));
    return () => clearTimeout(timer);
  }, [view, onCrossed]);
}
