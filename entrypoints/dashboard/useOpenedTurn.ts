import { useCallback } from 'react';
import type { OpenedMessage } from '@/lib/domain/openedMessage';
import type { Turn } from '@/lib/domain/turn';
import { readOpenedTurn } from '@/lib/storage/liveQueries/openedTurn';
import { database } from './database';
import { useThrottledQuery } from './useThrottledQuery';

const TABLES = ['entries', 'texts', 'corrections', 'meta'];

/** The messages of the turn that is open, live; null while they are being read, and when none is open. */
export function useOpenedTurn(
  openKey: string | null,
  turn: Turn | null,
  bounds: readonly number[] | null,
): readonly OpenedMessage[] | null {
  const conversationId = turn?.conversationId ?? null;
  const startedAt = turn?.startedAt ?? 0;
  const read = useCallback(async () => {
    const place = conversationId === null ? null : { conversationId, startedAt };
    return { openKey, messages: place === null ? null : await readOpenedTurn(database, place, bounds) };
  }, [openKey, conversationId, startedAt, bounds]);
  const result = useThrottledQuery({ read, tables: TABLES });
  // What was read for the row that was open before is not this row's.
  return result?.kind === 'value' && result.value.openKey === openKey ? result.value.messages : null;
}
