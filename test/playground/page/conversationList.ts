import type { PlaygroundConversation } from '../protocol';
import { avatarColour } from './avatarColour';
import { make, setText, syncChildren } from './dom';
import type { Skin } from './skins';
import type { PageStore } from './store';
import { chineseDuration, shownTime } from './times';

interface Item {
  group: string;
  conversation: PlaygroundConversation;
}

/** The list at the left: newest message first; with groups, whoever waits stands in two of them. */
export class ConversationList {
  readonly element: HTMLElement;
  readonly #store: PageStore;
  readonly #skin: Skin;
  readonly #groups = new Map<string, { heading: HTMLElement; box: HTMLElement; known: Map<string, HTMLElement> }>();
  readonly #badges = new Map<string, number>();

  constructor(store: PageStore, skin: Skin) {
    this.#store = store;
    this.#skin = skin;
    this.element = make('div', { class: skin.name('list'), role: 'list', 'aria-label': '会话列表' });
  }

  draw(): void {
    const sorted = [...this.#store.conversations.values()].sort(
      (one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0),
    );
    const waiting = sorted.filter((conversation) => conversation.waitingSince !== null);
    if (this.#store.options.groups) this.#drawGroup('等待回复', waiting);
    this.#drawGroup('全部会话', sorted);
    this.#noteBadges(sorted);
  }

  /** Clicks the conversation's item, as a mouse would. */
  clickItem(conversationId: string): void {
    this.#groups.get('全部会话')?.known.get(conversationId)?.click();
  }

  #drawGroup(group: string, conversations: readonly PlaygroundConversation[]): void {
    const name = this.#skin.name;
    let known = this.#groups.get(group);
    if (known === undefined) {
      known = {
        heading: make('div', { class: name('group') }),
        box: make('div', { class: name('group-items') }),
        known: new Map(),
      };
      this.#groups.set(group, known);
      this.element.append(known.heading, known.box);
    }
    setText(known.heading, `${group} (${conversations.length})`);
    syncChildren<Item>({
      parent: known.box,
      items: conversations.map((conversation) => ({ group, conversation })),
      keyOf: (item) => item.conversation.id,
      known: known.known,
      create: (item) => this.#create(item.conversation),
      update: (element, item) => this.#update(element, item.conversation),
    });
  }

  #create(conversation: PlaygroundConversation): HTMLElement {
    const name = this.#skin.name;
    const element = make(
      'div',
      {
        class: name('conv'),
        role: 'listitem',
        tabindex: '0',
        [this.#skin.conversationAttribute ?? 'data-cid']:
          this.#store.options.keys === 'id' && this.#skin.conversationAttribute !== null ? conversation.id : null,
      },
      make(
        'span',
        { class: name('conv-avatar'), 'aria-hidden': 'true', style: `background:${avatarColour(conversation.id)}` },
        [...conversation.name][0] ?? '',
      ),
      make(
        'div',
        { class: name('conv-body') },
        make(
          'div',
          { class: name('conv-line') },
          make('span', { class: name('conv-name') }, conversation.name),
          make('span', { class: name('conv-time') }),
        ),
        make('div', { class: name('conv-line') }, make('span', { class: name('conv-preview') })),
      ),
    );
    const open = (): void => this.#store.open(conversation.id);
    element.addEventListener('click', open);
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') open();
    });
    this.#update(element, conversation);
    return element;
  }

  #update(element: HTMLElement, conversation: PlaygroundConversation): void {
    const { options, openId } = this.#store;
    const name = this.#skin.name;
    const now = Date.now();
    const active = conversation.id === openId;
    element.classList.toggle(name('conv--active'), active);
    const part = (semantic: string): Element | null => element.querySelector(`.${name(semantic)}`);
    const last = this.#store.messages
      .get(conversation.id)
      ?.filter((message) => message.author !== 'system')
      .at(-1);
    const preview = part('conv-preview');
    if (preview !== null) setText(preview, last?.text ?? '');
    const time = part('conv-time');
    if (time !== null) setText(time, conversation.lastAt === null ? '' : listTime(conversation.lastAt, now));
    const unread = active ? 0 : conversation.unread;
    const dot = options.badges === 'dot';
    this.#optional(
      element,
      'conv-badge',
      options.badges === 'off' || unread === 0 ? null : dot ? '' : unread > 99 ? '99+' : String(unread),
    );
    const wait =
      options.clocks && conversation.waitingSince !== null ? chineseDuration(now - conversation.waitingSince) : null;
    this.#optional(element, 'conv-wait', wait === null ? null : `等待 ${wait}`);
    this.#optional(element, 'conv-robot', conversation.robotHolds ? '机器人接待中' : null);
    part('conv-wait')?.classList.toggle(
      name('conv-wait--late'),
      now - (conversation.waitingSince ?? now) > 180_000 / options.speed,
    );
  }

  /** A part that is there only while it has something to say; a badge may be there without a number. */
  #optional(element: HTMLElement, semantic: string, text: string | null): void {
    const existing = element.querySelector(`.${this.#skin.name(semantic)}`);
    if (text === null) existing?.remove();
    else if (existing !== null) setText(existing, text);
    else element.lastElementChild?.lastElementChild?.append(make('span', { class: this.#skin.name(semantic) }, text));
  }

  #noteBadges(conversations: readonly PlaygroundConversation[]): void {
    for (const { id, unread } of conversations) {
      const before = this.#badges.get(id) ?? 0;
      this.#badges.set(id, unread);
      if (unread <= before || id === this.#store.openId || this.#store.options.badges === 'off') continue;
      const incoming =
        this.#store.messages.get(id)?.filter((message) => message.author === 'customer' && !message.history) ?? [];
      for (const message of incoming.slice(-(unread - before))) this.#store.noteAppearance(message.id, 'list');
    }
  }
}

function listTime(at: number, now: number): string {
  const shown = shownTime(at, now, { times: 'minute', changing: false });
  return shown.includes(' ') ? (shown.split(' ')[0] ?? shown) : shown;
}
