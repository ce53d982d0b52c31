import { useCallback } from 'react';
import type { OpenedLine } from '@/lib/domain/openedMessage';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { readOpenedTurn, type TurnPlace } from '@/lib/storage/liveQueries/openedTurn';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { useThrottledQuery } from './useThrottledQuery';

/** The messages of the turn that is open, live; null while they are being read, and when none is open. */
export function useOpenedTurn(
  openKey: string | null,
  turn: Turn | null,
  bounds: readonly number[] | null,
  profile: Profile,
): readonly OpenedLine[] | null {
  // The same turn is another object at each reading of the list.
  const asked = turn === null ? null : JSON.stringify({ place: placeOf(turn), profile });
  const read = useCallback(
    async (database: ReadableDatabase) => {
      if (asked === null) return { openKey, messages: null };
      const by = JSON.parse(asked) as { place: TurnPlace; profile: Profile };
      return { openKey, messages: await readOpenedTurn(database, by.place, { profile: by.profile, bounds }) };
    },
    [openKey, asked, bounds],
  );
  const result = useThrottledQuery({ read });
  // What was read for the row that was open before is not this row's.
  return result?.kind === 'value' && result.value.openKey === openKey ? result.value.messages : null;
}

function placeOf({ conversationId, startedAt, endedAt, endedBy, handover, offDuty }: Turn): TurnPlace {
  return { conversationId, startedAt, endedAt, endedBy, handover, offDuty };
}
