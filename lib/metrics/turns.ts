import type { ConversationEntry, MessageEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import type { Turn, TurnEnd, TurnState } from '@/lib/domain/turn';
import type { ConversationState, FoldOutput, Session } from './conversationState';
import { isOffDuty } from './duty';
import type { FoldContext } from './foldContext';
import { countHeld, countHuman } from './hourActivity';
import { dayNumber, zoneOf } from './zone';

/** The state machine that turns one conversation's log into turns and sessions. The rules stand in docs/metrics.md. */

/** Own messages less than this apart, in one run, count once in the merged answer/question ratio. */
const burstMs = 5_000;

/**
 * Takes one entry, changing the state and adding to the output. Entries come in order of `at`, then of position; a
 * message seen twice or taken back must not come (see cleanEntries).
 */
export function step(
  state: ConversationState,
  entry: ConversationEntry,
  context: FoldContext,
  output: FoldOutput,
): void {
  if ('event' in entry) {
    applyLimits(state, entry.at, context.profile, isHandover(state, entry.event));
    takeEvent(state, entry.event, entry, context, output);
    return;
  }
  takeMessage(state, entry, context, output);
}

function takeMessage(state: ConversationState, entry: MessageEntry, context: FoldContext, output: FoldOutput): void {
  const { profile } = context;
  const { author, at } = entry;
  if (author === 'customer') {
    if (entry.closing === true && profile.closing === 'drop') return;
    if (state.held) {
      if (state.heldSince === null) {
        state.heldSince = at;
        state.heldSinceUncertain = entry.uncertain === true;
      }
      countHeld(state, entry, 1, context, output);
      return;
    }
    applyLimits(state, at, profile, true);
    takeCustomer(state, entry, context, output);
    return;
  }
  if (author === 'colleague') {
    applyLimits(state, at, profile, true);
    if (state.open) endTurn(state, state.open, 'excused', 'colleague', at, profile);
    state.tail = null;
    state.awaiting = null;
    state.lastOwnAt = null;
    if (state.session) state.session.lastAt = at;
    releaseHold(state);
    countHuman(state, entry, context, output);
    return;
  }
  if (isAutomatic(entry, profile)) {
    const { open } = state;
    if (profile.autoReplyEndsTurn && open) {
      open.repliedAt = at;
      endTurn(state, open, 'bot', 'autoReply', at, profile);
    }
    return;
  }
  applyLimits(state, at, profile, true);
  releaseHold(state);
  takeReply(state, entry, context, output);
}

/** An own message that is as if nobody had sent it. */
function isAutomatic(entry: MessageEntry, profile: Profile): boolean {
  if (entry.author === 'auto') return true;
  if (entry.author === 'assist' && !profile.answeredBy.includes('assist')) return true;
  return entry.perfunctory === true && profile.perfunctorySinceMs !== null && entry.at >= profile.perfunctorySinceMs;
}

/** Ends what has run out by the time of an entry: the turn by its limits, the session by day, idling or close. */
function applyLimits(state: ConversationState, at: number, profile: Profile, isMessage: boolean): void {
  const { open } = state;
  if (open) {
    const age = at - open.startedAt;
    if (open.closingOnly && profile.closing === 'excuse' && age > profile.closingGraceMs) {
      endTurn(state, open, 'excused', 'closingGrace', at, profile);
    } else if (age > profile.longestOpenMs) {
      endTurn(state, open, 'unanswered', 'longestOpen', at, profile);
    }
  }
  const { session } = state;
  if (!session) return;
  if (profile.splitByDay) {
    const zone = zoneOf(profile.timeZone);
    if (dayNumber(zone, at, profile.dayStartsAtMs) !== dayNumber(zone, session.lastAt, profile.dayStartsAtMs)) {
      if (state.open) endTurn(state, state.open, 'unanswered', 'dayChange', at, profile);
      endSession(state);
      return;
    }
  }
  if (session.closedAt === null) {
    if (!state.open && profile.sessionIdleMs !== null && at - session.lastAt > profile.sessionIdleMs) endSession(state);
  } else if (isMessage) {
    if (at - session.closedAt > profile.reopenWithinMs) endSession(state);
    else session.closedAt = null;
  }
}

function endSession(state: ConversationState): void {
  state.session = null;
  state.tail = null;
  state.awaiting = null;
}

function releaseHold(state: ConversationState): void {
  state.held = false;
  state.heldSince = null;
  state.heldSinceUncertain = false;
}

function isHandover(state: ConversationState, event: string): boolean {
  if (state.heldSince === null) return false;
  return event === 'robotReleases' || event === 'accepted' || event === 'transferredIn';
}

function takeEvent(
  state: ConversationState,
  event: string,
  entry: ConversationEntry,
  context: FoldContext,
  output: FoldOutput,
): void {
  const { profile } = context;
  const { at } = entry;
  switch (event) {
    case 'robotHolds':
      state.held = true;
      if (state.open) undoTurn(state, state.open, entry, context, output);
      return;
    case 'robotReleases':
    case 'accepted':
    case 'transferredIn': {
      if (event !== 'robotReleases') {
        state.acceptedAt = at;
        state.acceptedUncertain = entry.uncertain === true;
      }
      const { heldSince, heldSinceUncertain } = state;
      releaseHold(state);
      if (heldSince !== null) {
        const session = sessionAt(state, entry, true, output);
        session.lastAt = at;
        const fromFirst = profile.clockAfterRobot === 'firstMessage';
        const uncertain = fromFirst ? heldSinceUncertain : entry.uncertain === true;
        openTurn(
          state,
          entry,
          session,
          { startedAt: fromFirst ? heldSince : at, handover: true, uncertain },
          context,
          output,
        );
      } else if (state.open) {
        setClock(state, state.open, profile);
      }
      return;
    }
    case 'transferredOut':
      releaseHold(state);
      if (state.open) {
        const ended = profile.transferredOut === 'excuse' ? 'excused' : 'unanswered';
        endTurn(state, state.open, ended, 'transferredOut', at, profile);
      }
      return;
    case 'closed':
      releaseHold(state);
      if (!state.session) return;
      if (state.open) endTurn(state, state.open, 'unanswered', 'closed', at, profile);
      state.session.closedAt = at;
      return;
    default:
      return;
  }
}

function takeCustomer(state: ConversationState, entry: MessageEntry, context: FoldContext, output: FoldOutput): void {
  const { at } = entry;
  const session = sessionAt(state, entry, true, output);
  session.lastAt = at;
  const closing = entry.closing === true;
  const uncertain = entry.uncertain === true;
  let { open } = state;
  if (!open) {
    open = openTurn(state, entry, session, { startedAt: at, handover: false, uncertain }, context, output);
    open.closingOnly = closing;
  } else {
    open.closingOnly = open.closingOnly && closing;
  }
  open.incoming++;
  open.lastMessageAt = at;
  state.openLastUncertain = uncertain;
  if (entry.length !== undefined) {
    open.incomingCharacters += entry.length;
    open.incomingMeasured++;
  }
  state.lastOwnAt = null;
  setClock(state, open, context.profile);
}

function takeReply(state: ConversationState, entry: MessageEntry, context: FoldContext, output: FoldOutput): void {
  const { at } = entry;
  const { profile } = context;
  const session = sessionAt(state, entry, false, output);
  session.lastAt = at;
  const continues = state.lastOwnAt !== null && at - state.lastOwnAt < burstMs;
  state.lastOwnAt = at;
  countHuman(state, entry, context, output);
  const { open } = state;
  if (open) {
    open.repliedAt = at;
    endTurn(state, open, 'answered', 'reply', at, profile);
    if (entry.uncertain === true) open.uncertain = true;
    open.person = entry.person ?? null;
    open.openedAt = entry.openedAt ?? null;
    open.firstKeyAt = entry.firstKeyAt ?? null;
    state.tail = open;
  }
  const { tail } = state;
  if (tail) {
    tail.outgoing++;
    if (!continues) tail.outgoingMerged++;
    if (entry.length !== undefined) {
      tail.outgoingCharacters += entry.length;
      tail.outgoingMeasured++;
    }
  } else {
    output.proactive.push({
      conversationId: state.conversationId,
      at,
      sessionStartedAt: session.startedAt,
      person: entry.person ?? null,
      continues,
      characters: entry.length ?? null,
    });
  }
  if (entry.perfunctory !== true) {
    if (tail?.first && tail.effectiveRepliedAt === null) tail.effectiveRepliedAt = at;
    if (state.awaiting) {
      state.awaiting.effectiveRepliedAt = at;
      state.awaiting = null;
    }
  }
}

/** The running session, or a new one that starts now. */
function sessionAt(
  state: ConversationState,
  entry: ConversationEntry,
  customerBegan: boolean,
  output: FoldOutput,
): Session {
  if (state.session) return state.session;
  const session: Session = {
    conversationId: state.conversationId,
    startedAt: entry.at,
    lastAt: entry.at,
    customerBegan,
    closedAt: null,
    turns: 0,
    person: entry.person ?? null,
  };
  state.session = session;
  output.sessions.push(session);
  return session;
}

function openTurn(
  state: ConversationState,
  entry: ConversationEntry,
  session: Session,
  start: { startedAt: number; handover: boolean; uncertain: boolean },
  context: FoldContext,
  output: FoldOutput,
): Turn {
  const { startedAt, handover, uncertain } = start;
  const { tail } = state;
  if (tail?.first && tail.effectiveRepliedAt === null) state.awaiting = tail;
  state.tail = null;
  session.turns++;
  const turn: Turn = {
    conversationId: state.conversationId,
    index: state.nextIndex++,
    startedAt,
    lastMessageAt: startedAt,
    acceptedAt: state.acceptedAt,
    clockAt: startedAt,
    repliedAt: null,
    effectiveRepliedAt: null,
    state: 'pending',
    endedAt: null,
    endedBy: null,
    first: session.customerBegan && session.turns === 1,
    numberInSession: session.turns,
    sessionStartedAt: session.startedAt,
    handover,
    incoming: 0,
    outgoing: 0,
    outgoingMerged: 0,
    incomingCharacters: 0,
    incomingMeasured: 0,
    outgoingCharacters: 0,
    outgoingMeasured: 0,
    closingOnly: false,
    offDuty: context.duty !== undefined && isOffDuty(context.duty, startedAt),
    uncertain,
    person: entry.person ?? null,
    pressure: null,
    openedAt: null,
    firstKeyAt: null,
  };
  state.open = turn;
  state.openFirstUncertain = uncertain;
  state.openLastUncertain = uncertain;
  setClock(state, turn, context.profile);
  output.turns.push(turn);
  return turn;
}

/** Moves the turn's clock to where the profile starts it by what is known so far; at first it stands at the start. */
function setClock(state: ConversationState, turn: Turn, profile: Profile): void {
  turn.acceptedAt = state.acceptedAt;
  if (profile.clock === 'lastMessage') {
    turn.clockAt = turn.lastMessageAt;
    turn.uncertain = state.openLastUncertain;
  } else if (profile.clock === 'accepted' && state.acceptedAt !== null && state.acceptedAt > turn.startedAt) {
    turn.clockAt = state.acceptedAt;
    turn.uncertain = state.acceptedUncertain;
  }
}

/** Under the policy `excuse`, a turn of closing messages alone needs no reply, whatever ended it short of a bot. */
function endTurn(
  state: ConversationState,
  turn: Turn,
  ended: TurnState,
  by: TurnEnd,
  at: number,
  profile: Profile,
): void {
  const excused = ended === 'unanswered' && turn.closingOnly && profile.closing === 'excuse';
  turn.state = excused ? 'excused' : ended;
  turn.endedAt = at;
  turn.endedBy = by;
  state.open = null;
}

/** A robot took over before anybody replied: the turn never was, and its customer is held since its start. */
function undoTurn(
  state: ConversationState,
  turn: Turn,
  entry: ConversationEntry,
  context: FoldContext,
  output: FoldOutput,
): void {
  state.open = null;
  state.tail = null;
  state.heldSince = turn.startedAt;
  state.heldSinceUncertain = state.openFirstUncertain;
  state.nextIndex = turn.index;
  if (state.session) state.session.turns--;
  // Only the latest turn of a conversation is open.
  output.turns.pop();
  if (turn.incoming > 0) countHeld(state, entry, turn.incoming, context, output);
}
