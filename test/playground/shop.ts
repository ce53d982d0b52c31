import { CustomerBot } from './customerBot';
import type { PlaygroundOptions } from './options';
import type {
  Appearance,
  PlaygroundAuthor,
  PlaygroundConversation,
  PlaygroundMessage,
  ShopCommand,
  ShopEvent,
  Snapshot,
  TruthEntry,
} from './protocol';
import { partSeed, pick, seededRandom } from './random';
import { Scheduler } from './scheduler';
import { script } from './script';
import { profileOf } from './traffic';

interface Room {
  conversation: PlaygroundConversation;
  messages: PlaygroundMessage[];
  bot: CustomerBot | null;
  /** In the list: has a message, or the shop runs without a script. */
  listed: boolean;
}

const greetingText = '您好，欢迎光临山野集户外旗舰店！客服马上就来，您可以先留下想咨询的商品或订单号哦～';
const handOverText = '客户请求转人工，现在由人工客服为您服务';
const robotHoldsText = '机器人接待中，客户可回复“转人工”联系客服';
const closedText = '会话长时间无新消息，系统已关闭会话';

/** One shop's conversations and customers. Lives in the server, so that reloads and further tabs see the same. */
export class Shop {
  readonly options: PlaygroundOptions;
  readonly scheduler: Scheduler;
  readonly #rooms = new Map<string, Room>();
  readonly #listeners = new Map<string, (event: ShopEvent) => void>();
  readonly #openIn = new Map<string, string | null>();
  readonly #truth = new Map<string, TruthEntry>();
  readonly #idOfClientId = new Map<string, string>();
  #nextId = 1;

  constructor(options: PlaygroundOptions) {
    this.options = options;
    this.scheduler = new Scheduler(options.speed);
    for (let index = 0; index < options.customers; index += 1) this.#addCustomer(index);
  }

  /** The tab gets the whole state at once and every change from then on, until the returned function is called. */
  subscribe(tab: string, listener: (event: ShopEvent) => void): () => void {
    if (this.options.single) this.#sendElsewhere(tab);
    this.#listeners.set(tab, listener);
    listener({ type: 'snapshot', snapshot: this.#snapshot() });
    return () => {
      if (this.#listeners.get(tab) === listener) this.#listeners.delete(tab);
      this.#openIn.delete(tab);
    };
  }

  /** Carries out what a page asks for; the answer goes back as JSON. */
  handle(command: ShopCommand): unknown {
    switch (command.op) {
      case 'send':
        return this.append(command.conversationId, 'agent', command.text, {
          clientId: command.clientId,
          at: command.at,
        });
      case 'append':
        return this.append(command.conversationId, command.author, command.text);
      case 'open':
        this.#openIn.set(command.tab, command.conversationId);
        if (command.conversationId !== null) this.#seen(command.conversationId);
        return null;
      case 'seen':
        return this.#seen(command.conversationId);
      case 'appeared':
        for (const appearance of command.appearances) this.#noteAppearance(appearance);
        return null;
      case 'pause':
        return this.scheduler.pause();
      case 'resume':
        return this.scheduler.resume();
      case 'setWaiting':
        return this.#setWaiting(command.count);
      case 'truth':
        return [...this.#truth.values()];
    }
  }

  append(
    conversationId: string,
    author: PlaygroundAuthor,
    text: string,
    own: { clientId: string; at: number } | null = null,
  ): PlaygroundMessage {
    const room = this.#room(conversationId);
    const message = this.#newMessage({
      conversationId,
      author,
      text,
      sentAt: own?.at ?? Date.now(),
      clientId: own?.clientId ?? null,
    });
    this.#push(room, message);
    const { conversation } = room;
    if (author === 'customer') {
      conversation.unread += [...this.#openIn.values()].includes(conversationId) ? 0 : 1;
      if (!conversation.robotHolds) conversation.waitingSince ??= message.sentAt;
    } else if (author === 'agent' || author === 'colleague') {
      conversation.waitingSince = null;
      conversation.robotHolds = false;
    }
    this.#broadcast({ type: 'message', message, conversation: { ...conversation } });
    if (author === 'agent') this.#readLater(room, message);
    if (author === 'agent' || author === 'colleague') room.bot?.answered();
    return message;
  }

  /** A customer comes in: greeting and robot, as switched. */
  beginVisit(conversationId: string, robot: boolean): void {
    const { conversation } = this.#room(conversationId);
    conversation.visits += 1;
    if (robot) {
      conversation.robotHolds = true;
      this.append(conversationId, 'system', robotHoldsText);
    } else if (this.options.system) {
      this.append(conversationId, 'system', `当前用户来自 ${conversation.source}`);
    }
    if (this.options.greeting) this.scheduler.after(800, () => this.append(conversationId, 'auto', greetingText));
  }

  /** The robot lets go: the customer asked for a person. */
  handOver(conversationId: string): void {
    const { conversation } = this.#room(conversationId);
    conversation.robotHolds = false;
    conversation.waitingSince ??= Date.now();
    this.append(conversationId, 'system', handOverText);
  }

  endVisit(conversationId: string): void {
    const { conversation } = this.#room(conversationId);
    conversation.waitingSince = null;
    conversation.robotHolds = false;
    if (this.options.system) this.append(conversationId, 'system', closedText);
    else this.#broadcast({ type: 'conversation', conversation: { ...conversation } });
  }

  close(): void {
    this.scheduler.close();
    this.#listeners.clear();
  }

  #snapshot(): Snapshot {
    const listed = [...this.#rooms.values()].filter((room) => room.listed);
    return {
      conversations: listed.map((room) => ({ ...room.conversation })),
      messages: listed.flatMap((room) => room.messages),
      paused: this.scheduler.paused,
    };
  }

  #addCustomer(index: number): Room {
    const id = `c${1001 + index}`;
    const conversation: PlaygroundConversation = {
      id,
      ...profileOf(this.options.seed, index, this.options.twins),
      visits: 0,
      unread: 0,
      lastAt: null,
      waitingSince: null,
      robotHolds: false,
    };
    const room: Room = { conversation, messages: [], bot: null, listed: !this.options.script };
    this.#rooms.set(id, room);
    this.#addHistory(room, index);
    if (this.options.script) {
      room.bot = new CustomerBot({ shop: this, conversationId: id, customer: index });
      room.bot.start();
    }
    return room;
  }

  #addHistory(room: Room, index: number): void {
    // With a script running a third of the customers are new: their first message lists them.
    if (this.options.history === 0 || (this.options.script && index % 3 === 1)) return;
    const random = seededRandom(partSeed(this.options.seed, 'history', index));
    const texts: { author: PlaygroundAuthor; text: string }[] = [];
    while (texts.length < this.options.history) {
      const entry = pick(random, script);
      texts.push(...entry.ask.map((text) => ({ author: 'customer' as const, text })), {
        author: 'agent',
        text: entry.answer,
      });
    }
    let at = Date.now() - 3_600_000 * (2 + random() * 20);
    const timed: PlaygroundMessage[] = [];
    for (const { author, text } of texts.reverse()) {
      timed.unshift(
        this.#newMessage(
          { conversationId: room.conversation.id, author, text, sentAt: Math.round(at), clientId: null },
          true,
        ),
      );
      at -= 4_000 + random() * 60_000;
    }
    // Ids grow with time, as a real shop's do.
    const ids = timed.map((message) => message.id).sort();
    for (const [position, message] of timed.entries()) {
      message.id = ids[position] ?? message.id;
      this.#push(room, message);
    }
  }

  #newMessage(
    content: Pick<PlaygroundMessage, 'conversationId' | 'author' | 'text' | 'sentAt' | 'clientId'>,
    history = false,
  ): PlaygroundMessage {
    const id = `73${String(this.#nextId).padStart(11, '0')}`;
    this.#nextId += 1;
    return { id, ...content, history, read: history };
  }

  #push(room: Room, message: PlaygroundMessage): void {
    room.messages.push(message);
    room.listed = true;
    if (message.clientId !== null) this.#idOfClientId.set(message.clientId, message.id);
    room.conversation.lastAt = message.sentAt;
    this.#truth.set(message.id, { ...message, openAtSend: Object.fromEntries(this.#openIn), appeared: [] });
  }

  /** A tab that shows its own message at once knows only the id that it gave it. */
  #noteAppearance(appearance: Appearance): void {
    const id = this.#idOfClientId.get(appearance.messageId) ?? appearance.messageId;
    this.#truth.get(id)?.appeared.push({ ...appearance, messageId: id });
  }

  #seen(conversationId: string): null {
    const { conversation } = this.#room(conversationId);
    if (conversation.unread > 0) {
      conversation.unread = 0;
      this.#broadcast({ type: 'conversation', conversation: { ...conversation } });
    }
    return null;
  }

  #readLater(room: Room, message: PlaygroundMessage): void {
    this.scheduler.after(2_500, () => {
      message.read = true;
      this.#broadcast({ type: 'read', conversationId: room.conversation.id, messageIds: [message.id] });
    });
  }

  /** Stops the script and brings the number of waiting customers to exactly `count`. */
  #setWaiting(count: number): string[] {
    this.scheduler.pause();
    const random = seededRandom(partSeed(this.options.seed, 'waiting', count));
    const waiting = (): Room[] => [...this.#rooms.values()].filter((room) => room.conversation.waitingSince !== null);
    for (const room of waiting().slice(count)) this.append(room.conversation.id, 'agent', '好的亲，已经帮您处理好了～');
    const idle = [...this.#rooms.values()].filter((room) => room.conversation.waitingSince === null);
    while (waiting().length < count) {
      const room = idle.shift() ?? this.#addCustomer(this.#rooms.size);
      room.conversation.robotHolds = false;
      for (const text of pick(random, script).ask) this.append(room.conversation.id, 'customer', text);
    }
    return waiting().map((room) => room.conversation.id);
  }

  #sendElsewhere(exceptTab: string): void {
    for (const [tab, listener] of this.#listeners) if (tab !== exceptTab) listener({ type: 'elsewhere' });
  }

  #broadcast(event: ShopEvent): void {
    for (const listener of this.#listeners.values()) listener(event);
  }

  #room(conversationId: string): Room {
    const room = this.#rooms.get(conversationId);
    if (room === undefined) throw new Error(`There is no conversation ${conversationId} in this shop.`);
    return room;
  }
}
