import type { Turn } from '@/lib/domain/turn';

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
  /** UTC start of the local hour; see hourOfDayStart. */
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
