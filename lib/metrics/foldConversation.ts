import type { ConversationEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import {
  type ConversationState,
  cloneState,
  type FoldOutput,
  startConversation,
  startOutput,
} from './conversationState';
import { alwaysOnDuty, type DutyTimeline } from './duty';
import type { FoldContext } from './foldContext';
import { step } from './turns';

/**
 * The state just before an entry that began a session, and where that entry stood among the entries folded.
 *
 * To re-derive from a session on: fold the entries from `position` on with `state: checkpoint.state`, and replace, of
 * that conversation, every stored turn with `index >= firstIndex(checkpoint.state)`, every session and every activity
 * that starts at or after the first of those returned, and every proactive message from the first entry's time on, by
 * what comes out. Turns, session and activity that the state still carried (the new session's first entry may be what
 * ends them) come out first. The result equals that of folding the whole log, and any position may serve: the state
 * after the last entry is the checkpoint for appending one more.
 */
export interface Checkpoint {
  position: number;
  /** Start of the session that begins there. */
  sessionStartedAt: number;
  state: ConversationState;
}

/**
 * Folds one conversation's entries, in order and each message once (see cleanEntries), from the beginning or on from
 * a state, which stays untouched. With `checkpoints`, one for each session that begins.
 */
export function foldConversation(input: {
  entries: readonly ConversationEntry[];
  profile: Profile;
  conversationId?: string;
  state?: ConversationState;
  duty?: DutyTimeline;
  checkpoints?: boolean;
}): FoldOutput & { state: ConversationState; checkpoints: Checkpoint[] } {
  const { entries } = input;
  const conversationId = input.conversationId ?? entries[0]?.conversationId ?? '';
  const state = input.state ? cloneState(input.state) : startConversation(conversationId);
  const output = startOutput(state);
  const context: FoldContext = { profile: input.profile, duty: input.duty ?? alwaysOnDuty };
  const checkpoints: Checkpoint[] = [];
  for (const [position, entry] of entries.entries()) {
    const before = input.checkpoints ? cloneState(state) : null;
    const sessions = output.sessions.length;
    step(state, entry, context, output);
    const begun = output.sessions[sessions];
    if (begun && before) checkpoints.push({ position, sessionStartedAt: begun.startedAt, state: before });
  }
  return { ...output, state, checkpoints };
}
