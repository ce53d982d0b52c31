import type { StoredEntry } from '@/lib/domain/entry';
import type { ConversationEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { type ConversationState, cloneState, type FoldOutput, startOutput } from '@/lib/metrics/conversationState';
import type { DutyTimeline } from '@/lib/metrics/duty';
import { step } from '@/lib/metrics/turns';
import { classificationIn } from './classify';
import { authorIn, personIn } from './ownAuthor';
import type { PartKind, SessionStart, StoredConversation } from './records.types';
import type { GenerationRules } from './rules';

/** What folding stored entries gives: turns and parts, and where each session can be taken up again. */
export interface FoldedConversation extends FoldOutput {
  starts: Omit<SessionStart, 'generation' | 'conversationId'>[];
  /** Where the conversation stands after the last entry: folding goes on from here. */
  end: Required<FoldStart>;
}

/** Where folding begins: the engine's state, and what came before it. */
export interface FoldStart {
  state: ConversationState;
  /** How many parts of each kind were final by then. */
  partsBefore: Record<PartKind, number>;
  /** The agent's last message asked something; absent = nothing was asked. */
  asked?: boolean;
}

/**
 * Folds a conversation's stored entries, in order of `seq`, from a session's start on. History is not part of the log.
 * A closing message counts as one only when nothing was asked before it and it does not begin a session: only here both
 * are known.
 */
export function foldStored({
  conversation,
  entries,
  profile,
  generation,
  rules,
  duty,
  state: before,
  partsBefore,
  asked: askedBefore = false,
}: {
  conversation: Pick<StoredConversation, 'workbenchId' | 'origin' | 'account'>;
  entries: readonly StoredEntry[];
  profile: Profile;
  /** Which generation's classification of the messages. */
  generation: number;
  /** Whose messages they are, and who people are now; null = as they were recorded. */
  rules: GenerationRules | null;
  /** When the account was on duty, from the first entry on. */
  duty: DutyTimeline;
} & FoldStart): FoldedConversation {
  const state = cloneState(before);
  const output = startOutput(state);
  const starts: FoldedConversation['starts'] = [];
  let asked = askedBefore;
  let behindGap = false;
  for (const stored of entries) {
    const entry = logEntry(stored, { generation, conversation, rules });
    // The first row behind a gap may be history, which is not in the log.
    if (stored.afterGap === true) {
      overGap(state);
      behindGap = true;
    }
    if (entry === null) continue;
    if (behindGap) entry.uncertain = true;
    behindGap = false;
    const stateBefore = cloneState(state);
    const countsBefore = partCounts(output, stateBefore, partsBefore);
    const sessions = output.sessions.length;
    const corrected = stored.corrected?.includes('closing') === true;
    if (
      'author' in entry &&
      entry.closing === true &&
      !corrected &&
      (asked || beginsSession(stateBefore, entry, profile))
    ) {
      entry.closing = false;
    }
    step(state, entry, { profile, duty }, output);
    if (output.sessions.length > sessions) {
      const { seq, at } = stored;
      starts.push({ fromSeq: seq, fromAt: at, state: stateBefore, partsBefore: countsBefore, asked });
    }
    if ('author' in entry && entry.author === 'agent') asked = stored.asks === true;
  }
  const end = { state: cloneState(state), partsBefore: partCounts(output, state, partsBefore), asked };
  return { ...output, starts, end };
}

/**
 * What happened in front of an entry behind a gap is not known: it may not be the first of its turn, nor the first
 * reply, and a turn that is open may have been answered meanwhile.
 */
function overGap(state: ConversationState): void {
  if (state.open === null) return;
  state.openFirstUncertain = true;
  state.open.uncertain = true;
}

/** How many parts of each kind are final; what the state carries is not. */
function partCounts(
  output: FoldOutput,
  state: ConversationState,
  partsBefore: Record<PartKind, number>,
): Record<PartKind, number> {
  return {
    session: partsBefore.session + output.sessions.length - (state.session === null ? 0 : 1),
    proactive: partsBefore.proactive + output.proactive.length,
    activity: partsBefore.activity + output.activity.length - (state.activity === null ? 0 : 1),
  };
}

function beginsSession(state: ConversationState, entry: ConversationEntry, profile: Profile): boolean {
  const probe = cloneState(state);
  const output = startOutput(probe);
  const sessions = output.sessions.length;
  step(probe, entry, { profile }, output);
  return output.sessions.length > sessions;
}

function logEntry(
  entry: StoredEntry,
  {
    generation,
    conversation,
    rules,
  }: {
    generation: number;
    conversation: Pick<StoredConversation, 'workbenchId' | 'origin' | 'account'>;
    rules: GenerationRules | null;
  },
): ConversationEntry | null {
  if (entry.history || entry.recalled) return null;
  const { conversationId, at, uncertain } = entry;
  const person = personIn(entry.person, rules);
  if (entry.event !== null) return { conversationId, at, event: entry.event, uncertain, person };
  const author = authorIn(entry, conversation, rules);
  if (author === null) return null;
  const { length } = entry;
  const { closing, perfunctory } = classificationIn(entry, generation);
  const message = { conversationId, at, author, closing, perfunctory, uncertain, person };
  return length === null ? message : { ...message, length };
}
