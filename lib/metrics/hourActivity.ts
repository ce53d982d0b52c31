import type { ConversationEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import type { ConversationState, FoldOutput, HourActivity } from './conversationState';
import type { FoldContext } from './foldContext';
import { hourOfDayStart, zoneOf } from './zone';

function isInSpan(at: number, { span }: FoldContext): boolean {
  return span === undefined || ((span.from === null || at >= span.from) && (span.to === null || at < span.to));
}

/** Counts customer's messages that a robot holds. */
export function countHeld(
  state: ConversationState,
  entry: ConversationEntry,
  messages: number,
  context: FoldContext,
  output: FoldOutput,
): void {
  if (isInSpan(entry.at, context)) activityAt(state, entry, context.profile, output).held += messages;
}

/** Counts a message by a person of the shop. */
export function countHuman(
  state: ConversationState,
  entry: ConversationEntry,
  context: FoldContext,
  output: FoldOutput,
): void {
  if (isInSpan(entry.at, context)) activityAt(state, entry, context.profile, output).human++;
}

function activityAt(
  state: ConversationState,
  entry: ConversationEntry,
  profile: Profile,
  output: FoldOutput,
): HourActivity {
  const person = entry.person ?? null;
  const { activity } = state;
  const hourStart = hourOfDayStart(zoneOf(profile.timeZone), entry.at, profile.dayStartsAtMs);
  if (activity?.hourStart === hourStart && activity.person === person) return activity;
  const created: HourActivity = {
    conversationId: state.conversationId,
    hourStart,
    person,
    held: 0,
    human: 0,
  };
  state.activity = created;
  output.activity.push(created);
  return created;
}
