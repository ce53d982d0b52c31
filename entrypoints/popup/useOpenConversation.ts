import { useEffect, useState } from 'react';
import type { LiveView } from '@/lib/domain/live';
import { type OpenConversation, sendMessage } from '@/lib/messaging/protocol';

/** The conversation in front in that tab, with suggestions; asked for again whenever the view changes. */
export function useOpenConversation(tabId: number | null, view: LiveView | null): OpenConversation | null {
  const [open, setOpen] = useState<OpenConversation | null>(null);
  useEffect(() => {
    if (tabId === null || view === null || !view.tabs.some((tab) => tab.tabId === tabId)) return;
    let current = true;
    sendMessage('openConversation', { tabId })
      .then((answer) => {
        if (current) setOpen(answer);
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [tabId, view]);
  return open;
}
