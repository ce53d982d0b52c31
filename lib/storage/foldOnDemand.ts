import { accountKey, type DutyStretch } from '@/lib/domain/duty';
import type { StoredEntry } from '@/lib/domain/entry';
import type { Profile } from '@/lib/domain/profile';
import { startConversation } from '@/lib/metrics/conversationState';
import { dutyBetween } from '@/lib/metrics/dutyRules';
import { zoneOf } from '@/lib/metrics/zone';
import { type FoldedConversation, foldStored } from './foldStored';
import type { StoredConversation } from './records.types';
import type { GenerationRules } from './rules';

/** A conversation to be derived by any profile, with all that its figures depend on. */
export interface FoldOnDemand {
  conversation: Pick<StoredConversation, 'id' | 'workbenchId' | 'origin' | 'account'>;
  /** From its beginning, or from a session's start on. */
  entries: StoredEntry[];
  /** The agent's last message in front of them asked something. */
  asked?: boolean;
  profile: Profile;
  /** The live one: how it takes the messages holds. */
  generation: number;
  rules: GenerationRules | null;
  /** Of every account. */
  stretches: readonly DutyStretch[];
}

const NO_PARTS = { session: 0, proactive: 0, activity: 0 };

/**
 * Turns, sessions and parts of a conversation by a profile that the stored ones are not made by. Nothing is
 * stored.
 */
export function foldOnDemand(input: FoldOnDemand): FoldedConversation {
  const { conversation, entries, asked = false, profile, generation, rules } = input;
  const account = accountKey(conversation);
  const stretches = input.stretches.filter((one) => one.account === null || one.account === account);
  const facts = { stretches, shifts: rules?.shifts ?? [], zone: zoneOf(profile.timeZone) };
  return foldStored({
    conversation,
    entries,
    profile,
    generation,
    rules,
    duty: dutyBetween(facts, entries[0]?.at ?? 0, entries.at(-1)?.at ?? 0),
    state: startConversation(conversation.id),
    partsBefore: NO_PARTS,
    asked,
  });
}
