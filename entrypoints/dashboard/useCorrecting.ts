import { useCallback, useMemo, useState } from 'react';
import type { Correcting } from '@/components/dashboard/today/correcting';
import type { DayCorrection } from '@/lib/domain/dayCorrection';
import { sendMessage } from '@/lib/messaging/protocol';
import { readDayCorrections } from '@/lib/storage/liveQueries/dayCorrections';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { useThrottledQuery } from './useThrottledQuery';

/** The corrections of a day [from, to), and how to make and undo one. `latest` = the last one made on this page. */
export function useCorrecting(input: {
  from: number;
  to: number;
  perfunctorySinceMs: number | null;
  attempt: (action: Promise<unknown>) => void;
}): {
  correcting: Correcting;
  corrections: readonly DayCorrection[];
  latest: DayCorrection | null;
  onUndo: (correction: DayCorrection) => void;
} {
  const { from, to, perfunctorySinceMs, attempt } = input;
  const [openedAt] = useState(() => Date.now());
  const read = useCallback((database: ReadableDatabase) => readDayCorrections(database, { from, to }), [from, to]);
  const result = useThrottledQuery({ read });
  const corrections = result?.kind === 'value' ? result.value : [];
  const correcting = useMemo(
    (): Correcting => ({
      perfunctorySinceMs,
      onCorrect: (key, change) => attempt(sendMessage('correctEntry', { key, change })),
      onMarkText: (key) => attempt(sendMessage('markAutomaticText', { key })),
      onUndo: (id) => attempt(sendMessage('undoCorrection', { id })),
    }),
    [perfunctorySinceMs, attempt],
  );
  const newest = corrections[0];
  return {
    correcting,
    corrections,
    latest: newest !== undefined && newest.at >= openedAt && newest.figures !== null ? newest : null,
    onUndo: (correction) => attempt(undo(correction)),
  };
}

async function undo({ id, kind, conversationId, before, after }: DayCorrection): Promise<void> {
  if (kind === 'advertiser') {
    await sendMessage('markConversation', { conversationId, kind, on: before === 'true' });
    return;
  }
  if (kind !== 'outcome') {
    await sendMessage('undoCorrection', { id });
    return;
  }
  const outcomeOf = (text: string) => (['ordered', 'lost', 'followUp'] as const).find((one) => one === text);
  const [was, is] = [outcomeOf(before), outcomeOf(after)];
  if (was !== undefined) await sendMessage('markConversation', { conversationId, kind: was, on: true });
  else if (is !== undefined) await sendMessage('markConversation', { conversationId, kind: is, on: false });
}
