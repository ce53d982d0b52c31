import type { Profile } from '@/lib/domain/profile';
import { dayNumber, zoneOf } from '@/lib/metrics/zone';
import { type DeriveContext, deriveConversation } from './derive';
import { pendingTurns } from './generation';
import type { StoredTurn } from './records.types';
import { readTail } from './tail';

/**
 * Appends `checked` to the conversations whose open turn has reached a limit or seen its day change, so that no turn
 * stays open for ever in a conversation in which nothing happens any more.
 */
export async function appendChecks(
  context: DeriveContext,
  { now, newKey }: { now: number; newKey: () => string },
): Promise<number> {
  const { database, profileFor } = context;
  return database.transaction('rw', database.tables, async () => {
    const due = (await pendingTurns(database)).filter((turn) => isDue(turn, profileFor(turn.workbenchId), now));
    for (const { conversationId } of due) {
      const { tail } = await readTail(database, conversationId);
      const last = tail.at(-1);
      if (last === undefined) continue;
      const at = Math.max(now, last.at);
      await database.entries.add({
        key: newKey(),
        conversationId,
        seq: last.seq + 1,
        at,
        author: null,
        event: 'checked',
        id: null,
        textHash: null,
        length: null,
        observedAt: now,
        shownAt: null,
        shownPrecision: null,
        token: null,
        provisional: false,
        history: false,
        uncertain: false,
        closing: false,
        perfunctory: false,
        recalled: false,
        person: null,
      });
      await deriveConversation(context, { conversationId, from: at });
    }
    return due.length;
  });
}

function isDue(turn: StoredTurn, profile: Profile, now: number): boolean {
  const age = now - turn.startedAt;
  if (turn.closingOnly && profile.closing === 'excuse' && age > profile.closingGraceMs) return true;
  if (age > profile.longestOpenMs) return true;
  if (!profile.splitByDay) return false;
  const zone = zoneOf(profile.timeZone);
  const day = (at: number) => dayNumber(zone, at, profile.dayStartsAtMs);
  return day(now) !== day(turn.lastMessageAt);
}
