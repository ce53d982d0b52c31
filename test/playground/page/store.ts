import type { PlaygroundOptions } from '../options';
import type {
  Appearance,
  PlaygroundConversation,
  PlaygroundMessage,
  ShopCommand,
  ShopEvent,
  TruthEntry,
} from '../protocol';
import { rememberOpen } from './remembered';

/** What the page knows; drawn anew after each change. */
export class PageStore {
  readonly options: PlaygroundOptions;
  readonly tab: string;
  readonly conversations = new Map<string, PlaygroundConversation>();
  readonly messages = new Map<string, PlaygroundMessage[]>();
  /** The header's conversation; the transcript's follows after the switch delay. */
  openId: string | null = null;
  transcriptId: string | null = null;
  connection: 'connecting' | 'connected' | 'disconnected' | 'elsewhere' = 'connecting';
  draw: () => void = () => {};
  readonly #query: string;
  readonly #appeared = new Set<string>();
  #unsent: Appearance[] = [];
  #source: EventSource | null = null;
  #nextClientId = 1;

  constructor(options: PlaygroundOptions, query: string) {
    this.options = options;
    this.#query = query;
    this.tab = `t${Math.random().toString(16).slice(2, 10)}`;
  }

  async command<Result>(command: ShopCommand): Promise<Result> {
    const response = await fetch(`/command?${this.#query}`, {
      method: 'POST',
      body: JSON.stringify(command),
      keepalive: true,
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  connect(): void {
    const query = new URLSearchParams(this.#query);
    query.set('tab', this.tab);
    this.#source?.close();
    const source = new EventSource(`/events?${query}`);
    this.#source = source;
    source.onmessage = (event) => this.#receive(JSON.parse(event.data));
    source.onerror = () => {
      if (this.connection === 'elsewhere' || this.#source !== source) return;
      this.connection = 'disconnected';
      this.draw();
    };
  }

  disconnect(state: 'disconnected' | 'elsewhere'): void {
    this.#source?.close();
    this.#source = null;
    this.connection = state;
    this.draw();
  }

  open(conversationId: string): void {
    if (this.openId === conversationId || !this.conversations.has(conversationId)) return;
    this.openId = conversationId;
    rememberOpen(conversationId);
    void this.command({ op: 'open', tab: this.tab, conversationId });
    if (this.transcriptId === null) this.transcriptId = conversationId;
    else {
      setTimeout(() => {
        if (this.openId !== conversationId) return;
        this.transcriptId = conversationId;
        this.draw();
      }, this.options.switchDelay / this.options.speed);
    }
    this.draw();
  }

  /** Shows the own message at once, where the page is optimistic, and hands it to the server. */
  send(text: string): void {
    const conversationId = this.openId;
    if (conversationId === null || this.connection !== 'connected') return;
    const at = Date.now();
    const clientId = `tmp-${this.tab}-${this.#nextClientId++}`;
    if (this.options.optimistic !== 'off') {
      const message: PlaygroundMessage = {
        id: clientId,
        conversationId,
        author: 'agent',
        text,
        sentAt: at,
        history: false,
        read: false,
        clientId,
      };
      this.#messagesOf(conversationId).push(message);
      this.draw();
    }
    void this.command({ op: 'send', tab: this.tab, conversationId, text, clientId, at });
  }

  noteAppearance(messageId: string, where: Appearance['where']): void {
    const key = `${where}|${messageId}`;
    if (this.#appeared.has(key)) return;
    this.#appeared.add(key);
    if (this.#unsent.length === 0) setTimeout(() => void this.flush(), 250);
    this.#unsent.push({ messageId, tab: this.tab, at: Date.now(), where, open: this.openId });
  }

  /** The server's log, with every appearance that this tab has noted so far. */
  async truth(): Promise<TruthEntry[]> {
    await this.flush();
    return this.command<TruthEntry[]>({ op: 'truth' });
  }

  async flush(): Promise<void> {
    const appearances = this.#unsent;
    this.#unsent = [];
    if (appearances.length > 0) await this.command({ op: 'appeared', appearances });
  }

  #messagesOf(conversationId: string): PlaygroundMessage[] {
    const messages = this.messages.get(conversationId) ?? [];
    this.messages.set(conversationId, messages);
    return messages;
  }

  #receive(event: ShopEvent): void {
    switch (event.type) {
      case 'snapshot': {
        this.conversations.clear();
        this.messages.clear();
        for (const conversation of event.snapshot.conversations) this.conversations.set(conversation.id, conversation);
        for (const message of event.snapshot.messages) this.#messagesOf(message.conversationId).push(message);
        this.connection = 'connected';
        if (this.openId !== null) void this.command({ op: 'open', tab: this.tab, conversationId: this.openId });
        break;
      }
      case 'message':
        this.conversations.set(event.conversation.id, event.conversation);
        this.#addMessage(event.message);
        break;
      case 'conversation':
        this.conversations.set(event.conversation.id, event.conversation);
        break;
      case 'read':
        for (const message of this.#messagesOf(event.conversationId)) {
          if (event.messageIds.includes(message.id)) message.read = true;
        }
        break;
      case 'elsewhere':
        this.disconnect('elsewhere');
        return;
    }
    this.draw();
  }

  #addMessage(message: PlaygroundMessage): void {
    const messages = this.#messagesOf(message.conversationId);
    const optimistic = messages.find((known) => known.id === message.clientId);
    if (optimistic === undefined) {
      if (!messages.some((known) => known.id === message.id)) messages.push(message);
      return;
    }
    // The page learns the lasting id late, as over a slow line.
    setTimeout(() => {
      const position = messages.indexOf(optimistic);
      if (position >= 0) messages[position] = message;
      this.draw();
    }, this.options.ackDelay / this.options.speed);
  }
}
