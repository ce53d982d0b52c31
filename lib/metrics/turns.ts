import type { ConversationEntry, MessageEntry } from '@/lib/domain/logEntry';
import type { Turn, TurnEnd, TurnState } from '@/lib/domain/turn';
import type { DutyTimeline } from './duty';
import { alwaysOnDuty, isOffDuty } from './duty';
import type { Profile } from './profiles/types';
import { dayNumber, localHourStart, type Zone, zoneOf } from './zone';

/** The state machine that turns one conversation's log into turns and sessions. The rules stand in docs/metrics.md. */

/** Own messages less than this apart, in one run, count once in the merged answer/question ratio. */
const burstMs = 5_000;
const hourMs = 3_600_000;

/** A stretch of one conversation, ended by idling, close or day. */
export interface Session {
  conversationId: string;
  startedAt: number;
  /** Its last counted or colleague's message, or a handover. */
  lastAt: number;
  /** The customer began it; false = the agent did. */
  customerBegan: boolean;
  /** When it was closed; null while it is not, and again after a message reopens it. */
  closedAt: number | null;
  /** Turns in it so far; undone ones are none. */
  turns: number;
  /** Who was on duty when it began; null = 未指定. */
  person: string | null;
}

/** An agent's message that answers nothing: no open turn and no tail. */
export interface ProactiveMessage {
  conversationId: string;
  at: number;
  sessionStartedAt: number;
  person: string | null;
  /** It follows an own message of the same run by less than 5 s: no message of its own in the merged ratio. */
  continues: boolean;
  /** Its characters; null when its length is not known. */
  characters: number | null;
}

/** What a conversation saw in one local hour beside turns; see figures/robotOnly.ts. */
export interface HourActivity {
  conversationId: string;
  /** UTC start of the local hour. */
  hourStart: number;
  person: string | null;
  /** Customer's messages that a robot held, those of undone turns included (at the moment of the undoing). */
  held: number;
  /** Counted messages by agent or assist, and messages by colleagues. */
  human: number;
}

/** Where a conversation stands after some entry. Plain data: may be stored, cloned, and resumed from. */
export interface ConversationState {
  conversationId: string;
  /** Number of the next turn. */
  nextIndex: number;
  /** The open turn; its `state` is `pending`. */
  open: Turn | null;
  /** The times that decide the open turn's clock are not known to the second. */
  openFirstUncertain: boolean;
  openLastUncertain: boolean;
  /** The last answered turn, to which further replies belong. */
  tail: Turn | null;
  /** A first turn answered by perfunctory replies only, still waiting for a real one; never also the tail. */
  awaiting: Turn | null;
  session: Session | null;
  /** A robot holds the conversation. */
  held: boolean;
  /** Since when it holds a customer; null = nobody has written to it. */
  heldSince: number | null;
  heldSinceUncertain: boolean;
  /** The latest accept or transfer in. */
  acceptedAt: number | null;
  acceptedUncertain: boolean;
  /** The previous own message of the running run; null after the customer or a colleague wrote. */
  lastOwnAt: number | null;
  activity: HourActivity | null;
}

/** What folding brings forth, in the order of opening. Turns and sessions change until their end. */
export interface FoldOutput {
  turns: Turn[];
  proactive: ProactiveMessage[];
  sessions: Session[];
  activity: HourActivity[];
}

/** What every entry is judged by. */
export interface FoldContext {
  profile: Profile;
  duty?: DutyTimeline;
  /** Only messages of [from, to) leave a trace in `activity`; absent = all. */
  span?: { from: number | null; to: number | null };
}

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

/** A conversation of which nothing is known yet. */
export function startConversation(conversationId: string): ConversationState {
  return {
    conversationId,
    nextIndex: 0,
    open: null,
    openFirstUncertain: false,
    openLastUncertain: false,
    tail: null,
    awaiting: null,
    session: null,
    held: false,
    heldSince: null,
    heldSinceUncertain: false,
    acceptedAt: null,
    acceptedUncertain: false,
    lastOwnAt: null,
    activity: null,
  };
}

/** A copy that shares nothing with the original. */
export function cloneState(state: ConversationState): ConversationState {
  return {
    ...state,
    open: state.open && { ...state.open },
    tail: state.tail && { ...state.tail },
    awaiting: state.awaiting && { ...state.awaiting },
    session: state.session && { ...state.session },
    activity: state.activity && { ...state.activity },
  };
}

/** Index of the first turn that folding on from this state can still change. */
export function firstIndex(state: ConversationState): number {
  return (state.awaiting ?? state.tail ?? state.open)?.index ?? state.nextIndex;
}

/** An output that begins with what the state still carries, so that changes to it are not lost. */
export function startOutput(state: ConversationState): FoldOutput {
  const carried = [state.awaiting, state.tail, state.open].filter((turn) => turn !== null);
  return {
    turns: carried,
    proactive: [],
    sessions: state.session ? [state.session] : [],
    activity: state.activity ? [state.activity] : [],
  };
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
  for (let position = 0; position < entries.length; position++) {
    const entry = entries[position];
    if (!entry) continue;
    if (!input.checkpoints) {
      step(state, entry, context, output);
      continue;
    }
    const before = cloneState(state);
    const sessions = output.sessions.length;
    step(state, entry, context, output);
    const begun = output.sessions[sessions];
    if (begun) checkpoints.push({ position, sessionStartedAt: begun.startedAt, state: before });
  }
  return { ...output, state, checkpoints };
}

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
    applyLimits(state, entry.at, context.profile, entry.event !== 'checked' && isHandover(state, entry.event));
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
  if (!state.held || state.heldSince === null) return false;
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
      if (state.held) return;
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
      const handover = isHandover(state, event);
      releaseHold(state);
      if (handover && heldSince !== null) {
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
    offDuty: context.duty !== undefined && context.duty.at.length > 0 && isOffDuty(context.duty, startedAt),
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

/** Moves the turn's clock to where the profile starts it by what is known so far. */
function setClock(state: ConversationState, turn: Turn, profile: Profile): void {
  turn.acceptedAt = state.acceptedAt;
  if (profile.clock === 'lastMessage') {
    turn.clockAt = turn.lastMessageAt;
    turn.uncertain = state.openLastUncertain;
  } else if (profile.clock === 'accepted' && state.acceptedAt !== null && state.acceptedAt > turn.startedAt) {
    turn.clockAt = state.acceptedAt;
    turn.uncertain = state.acceptedUncertain;
  } else {
    turn.clockAt = turn.startedAt;
    turn.uncertain = state.openFirstUncertain;
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
  if (output.turns[output.turns.length - 1] === turn) output.turns.pop();
  if (turn.incoming > 0) countHeld(state, entry, turn.incoming, context, output);
}

function isInSpan(at: number, { span }: FoldContext): boolean {
  return span === undefined || ((span.from === null || at >= span.from) && (span.to === null || at < span.to));
}

function countHeld(
  state: ConversationState,
  entry: ConversationEntry,
  messages: number,
  context: FoldContext,
  output: FoldOutput,
): void {
  if (isInSpan(entry.at, context)) activityAt(state, entry, context.profile, output).held += messages;
}

function countHuman(
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
  const sinceHour = activity ? entry.at - activity.hourStart : -1;
  if (activity && sinceHour >= 0 && sinceHour < hourMs && activity.person === person) return activity;
  const zone: Zone = zoneOf(profile.timeZone);
  const created: HourActivity = {
    conversationId: state.conversationId,
    hourStart: localHourStart(zone, entry.at),
    person,
    held: 0,
    human: 0,
  };
  state.activity = created;
  output.activity.push(created);
  return created;
}
