/** What the page and its server say to each other. Times are ms since the epoch, on the machine's clock. */

/** Who wrote a row. `agent` is the account of this workbench, whoever sits at it. */
export type PlaygroundAuthor = 'customer' | 'agent' | 'auto' | 'robot' | 'colleague' | 'system';

/** One row of a conversation. */
export interface PlaygroundMessage {
  id: string;
  conversationId: string;
  author: PlaygroundAuthor;
  text: string;
  sentAt: number;
  /** Was there before the shop was opened. */
  history: boolean;
  /** The customer has read it; own rows only. */
  read: boolean;
  /** The id that the sending tab gave it before the server answered; null when no tab sent it. */
  clientId: string | null;
}

/** One customer, as the list and the panel show them. */
export interface PlaygroundConversation {
  id: string;
  name: string;
  city: string;
  visits: number;
  source: string;
  unread: number;
  /** null before its first message. */
  lastAt: number | null;
  /** First customer's message that no person has answered; null when nobody waits, or while the robot holds it. */
  waitingSince: number | null;
  robotHolds: boolean;
}

/** A moment at which a message became visible in a tab. */
export interface Appearance {
  messageId: string;
  tab: string;
  at: number;
  where: 'transcript' | 'list';
  /** The conversation that was open in that tab. */
  open: string | null;
}

/** One message as it really happened. */
export interface TruthEntry extends PlaygroundMessage {
  /** Which conversation each tab showed when it was sent. */
  openAtSend: Record<string, string | null>;
  appeared: Appearance[];
}

/** The shop as a tab first sees it. */
export interface Snapshot {
  conversations: PlaygroundConversation[];
  messages: PlaygroundMessage[];
  paused: boolean;
}

/** What the server tells a tab: the whole state first, then each change. */
export type ShopEvent =
  | { type: 'snapshot'; snapshot: Snapshot }
  | { type: 'message'; message: PlaygroundMessage; conversation: PlaygroundConversation }
  | { type: 'conversation'; conversation: PlaygroundConversation }
  | { type: 'read'; conversationId: string; messageIds: string[] }
  | { type: 'elsewhere' };

/** What a tab asks of the server. */
export type ShopCommand =
  | { op: 'send'; tab: string; conversationId: string; text: string; clientId: string; at: number }
  | { op: 'append'; conversationId: string; author: PlaygroundAuthor; text: string }
  | { op: 'open'; tab: string; conversationId: string | null }
  | { op: 'seen'; tab: string; conversationId: string }
  | { op: 'appeared'; appearances: Appearance[] }
  | { op: 'pause' }
  | { op: 'resume' }
  | { op: 'setWaiting'; count: number }
  | { op: 'truth' };
