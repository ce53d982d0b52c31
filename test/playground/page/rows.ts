import type { PlaygroundMessage } from '../protocol';
import { avatarColour } from './avatarColour';
import { make, setAttribute, setText } from './dom';
import type { Skin } from './skins';
import type { PageStore } from './store';
import { shownTime } from './times';

const labels: Partial<Record<PlaygroundMessage['author'], string>> = {
  auto: '自动回复',
  robot: '机器人回复',
  colleague: '同事 · 阿泽',
};

const rowModifiers: Record<PlaygroundMessage['author'], string> = {
  customer: 'row--customer',
  agent: 'row--own',
  auto: 'row--own row--auto',
  robot: 'row--own row--robot',
  colleague: 'row--own row--colleague',
  system: 'row--system',
};

/** Makes and changes the rows of the transcript in one skin. */
export class Rows {
  readonly #store: PageStore;
  readonly #skin: Skin;

  constructor(store: PageStore, skin: Skin) {
    this.#store = store;
    this.#skin = skin;
  }

  create(): HTMLElement {
    return make(this.#skin.rowTag, {});
  }

  /** Makes the row show this message, whatever it showed before; leaves what is right already untouched. */
  fill(row: HTMLElement, message: PlaygroundMessage): void {
    const { options } = this.#store;
    const body = `${message.author}|${message.conversationId}|${message.text}`;
    if (filled.get(row) !== body) {
      filled.set(row, body);
      this.#build(row, message);
    }
    const { messageAttribute } = this.#skin;
    if (messageAttribute !== null) {
      if (options.ids && message.author !== 'system') setAttribute(row, messageAttribute, message.id);
      else row.removeAttribute(messageAttribute);
    }
    const time = row.querySelector(`.${this.#skin.name('time')}`);
    if (time !== null) setText(time, shownTime(message.sentAt, Date.now(), options));
    const state = row.querySelector(`.${this.#skin.name('read')}`);
    if (state !== null) setText(state, message.id.startsWith('tmp-') ? '发送中' : message.read ? '已读' : '未读');
    if (!this.#textIsDue(message)) return;
    const text = row.querySelector(`.${this.#skin.name('text')}`);
    if (text !== null) setText(text, message.text);
  }

  #textIsDue(message: PlaygroundMessage): boolean {
    return message.history || Date.now() - message.sentAt >= this.#store.options.lateText;
  }

  #build(row: HTMLElement, message: PlaygroundMessage): void {
    const name = this.#skin.name;
    const { author } = message;
    row.removeAttribute('style');
    if (author === 'system') {
      row.className = this.#skin.marker === 'class' ? `${name('row')} ${name('row--system')}` : name('notice-row');
      row.removeAttribute('data-flow');
      row.replaceChildren(make('span', { class: name('notice') }, message.text));
      return;
    }
    const own = author !== 'customer';
    const { marker } = this.#skin;
    const classes = [name('row')];
    if (marker === 'class') classes.push(...rowModifiers[author].split(' ').map(name));
    if (marker === 'absence' && own) classes.push(name('mine'));
    row.className = classes.join(' ');
    if (marker === 'attribute') row.dataset.flow = own ? '2' : '1';
    const customerName = this.#store.conversations.get(message.conversationId)?.name ?? '';
    const shownName = own ? (author === 'robot' ? '智能助手小野' : this.#store.options.account) : customerName;
    const label = labels[author];
    const sideClass =
      marker === 'descendant' ? `${name('side')} ${name(own ? 'side-own' : 'side-other')}` : name('side');
    const avatar =
      marker === 'geometry'
        ? null
        : make(
            'span',
            {
              class: name('avatar'),
              'aria-hidden': 'true',
              style: own ? null : `background:${avatarColour(message.conversationId)}`,
            },
            [...shownName][0] ?? '',
          );
    const meta = make(
      'div',
      { class: name('meta') },
      marker === 'geometry' ? null : make('span', { class: name('name') }, shownName),
      this.#store.options.times === 'none' ? null : make('time', { class: name('time') }),
      label === undefined || marker === 'geometry' ? null : make('span', { class: name('label') }, label),
    );
    const content =
      message.text === '[图片]'
        ? make('span', { class: name('image'), role: 'img', 'aria-label': '图片' })
        : make('span', { class: name('text') });
    const foot =
      author === 'agent' && this.#store.options.read && marker !== 'geometry'
        ? make('span', { class: name('read') })
        : null;
    row.replaceChildren(
      make(
        'div',
        { class: sideClass },
        avatar,
        make('div', { class: name('main') }, meta, make('div', { class: name('bubble') }, content), foot),
      ),
    );
    if (marker === 'geometry') row.style.marginLeft = own ? '38%' : '0%';
  }
}

const filled = new WeakMap<HTMLElement, string>();
