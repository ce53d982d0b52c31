import type { ConversationEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { customProfile, profileOf } from '@/lib/metrics/profiles/registry';
import { emptyTally, type Tally } from '@/lib/metrics/tally';
import { tallyTurn } from '@/lib/metrics/tallyTurn';

/** Noon in Shanghai. */
export const noon = Date.UTC(2026, 9, 20, 4);

/** A profile that leaves nothing out. */
export const plain: Profile = customProfile(profileOf('chitu'));

/** An answered first turn that began at noon and took `latencyMs`; any field may be changed. */
export function turnOf(latencyMs: number, changes: Partial<Turn> = {}): Turn {
  return {
    conversationId: 'A',
    index: 0,
    startedAt: noon,
    lastMessageAt: noon,
    acceptedAt: null,
    clockAt: noon,
    repliedAt: noon + latencyMs,
    effectiveRepliedAt: noon + latencyMs,
    state: 'answered',
    endedAt: noon + latencyMs,
    endedBy: 'reply',
    first: true,
    numberInSession: 1,
    sessionStartedAt: noon,
    handover: false,
    incoming: 1,
    outgoing: 1,
    outgoingMerged: 1,
    incomingCharacters: 0,
    incomingMeasured: 0,
    outgoingCharacters: 0,
    outgoingMeasured: 0,
    closingOnly: false,
    offDuty: false,
    uncertain: false,
    person: null,
    pressure: null,
    openedAt: null,
    firstKeyAt: null,
    ...changes,
  };
}

/** A turn that nobody replied to. */
export function unansweredTurn(changes: Partial<Turn> = {}): Turn {
  const ended = {
    repliedAt: null,
    effectiveRepliedAt: null,
    state: 'unanswered',
    endedBy: 'closed',
    outgoing: 0,
  } as const;
  return turnOf(60_000, { ...ended, ...changes });
}

/** A turn that is open. */
export function pendingTurn(changes: Partial<Turn> = {}): Turn {
  return unansweredTurn({ state: 'pending', endedAt: null, endedBy: null, ...changes });
}

/** The tally of some turns, live. */
export function tallied(turns: readonly Turn[], profile: Profile = plain): Tally {
  const tally = emptyTally();
  for (const turn of turns) tallyTurn(tally, turn, profile, false, 1);
  return tally;
}

/** A message's author or an event, so many seconds after noon, and whatever else the entry says. */
export type EntryPart = readonly [seconds: number, what: string, more?: Record<string, unknown>];

/** Entries of one conversation from noon on. */
export function entriesOf(...parts: readonly EntryPart[]): ConversationEntry[] {
  const authors = ['customer', 'agent', 'assist', 'auto', 'colleague'];
  return parts.map(([seconds, what, more]) => {
    const kind = authors.includes(what) ? { author: what } : { event: what };
    return { conversationId: 'A', at: noon + seconds * 1000, ...kind, ...more } as ConversationEntry;
  });
}
