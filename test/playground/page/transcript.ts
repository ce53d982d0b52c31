import type { PlaygroundMessage } from '../protocol';
import { make, syncChildren } from './dom';
import { Rows } from './rows';
import type { Skin } from './skins';
import type { PageStore } from './store';

const firstPage = 15;
const historyPage = 15;
const historyDelayMs = 350;
const overscanPx = 200;
/** The list's own padding, which absolutely placed rows must keep by themselves. */
const paddingPx = 18;

/** The open conversation's rows: a window on its end that grows when scrolled up; recycled rows where virtual. */
export class Transcript {
  readonly element: HTMLElement;
  readonly #list: HTMLElement;
  readonly #rows: Rows;
  readonly #store: PageStore;
  readonly #known = new Map<string, HTMLElement>();
  readonly #pool: HTMLElement[] = [];
  readonly #heights = new Map<string, number>();
  #shownId: string | null = null;
  #start = 0;
  #loading = false;
  #stickToEnd = true;

  constructor(store: PageStore, skin: Skin) {
    this.#store = store;
    this.#rows = new Rows(store, skin);
    this.#list = make('div', { class: skin.name('msgs'), role: 'log', 'aria-label': '聊天记录' });
    if (skin.rowTag === 'li') this.#list = make('ul', { class: skin.name('msgs') });
    this.element = make('div', { class: skin.name('scroll') }, this.#list);
    this.element.addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  draw(): void {
    const conversationId = this.#store.transcriptId;
    const messages = conversationId === null ? [] : (this.#store.messages.get(conversationId) ?? []);
    if (conversationId !== this.#shownId) {
      this.#shownId = conversationId;
      this.#start = Math.max(0, messages.length - firstPage);
      this.#stickToEnd = true;
      this.#known.clear();
      this.#list.replaceChildren();
      this.#pool.length = 0;
    }
    const visible = messages.slice(this.#start);
    if (this.#store.options.virtual) this.#drawVirtual(visible);
    else this.#drawAll(visible);
    if (this.#stickToEnd) {
      this.element.scrollTop = this.element.scrollHeight;
      if (this.#store.options.virtual) this.#drawVirtual(visible);
    }
  }

  /** Shows the end again, as after an own message. */
  toEnd(): void {
    this.#stickToEnd = true;
  }

  #noteShown(message: PlaygroundMessage): void {
    if (!message.history) this.#store.noteAppearance(message.clientId ?? message.id, 'transcript');
  }

  #keyOf(message: PlaygroundMessage): string {
    return this.#store.options.optimistic === 'rekey' ? (message.clientId ?? message.id) : message.id;
  }

  #drawAll(visible: readonly PlaygroundMessage[]): void {
    syncChildren({
      parent: this.#list,
      items: visible,
      keyOf: (message) => this.#keyOf(message),
      known: this.#known,
      create: (message) => {
        const row = this.#rows.create();
        this.#rows.fill(row, message);
        return row;
      },
      update: (row, message) => this.#rows.fill(row, message),
    });
    for (const message of visible) this.#noteShown(message);
  }

  /** Absolutely placed rows from a pool: which element shows which message changes with scrolling. */
  #drawVirtual(visible: readonly PlaygroundMessage[]): void {
    this.#measure(visible);
    const from = this.element.scrollTop - overscanPx;
    const to = this.element.scrollTop + this.element.clientHeight + overscanPx;
    let top = paddingPx;
    let used = 0;
    for (const message of visible) {
      const height = this.#heights.get(this.#heightKey(message)) ?? 0;
      if (top + height >= from && top <= to) {
        const row = this.#pool[used] ?? this.#addToPool();
        used += 1;
        this.#rows.fill(row, message);
        this.#noteShown(message);
        if (row.style.top !== `${top}px`) {
          row.style.position = 'absolute';
          row.style.left = `${paddingPx}px`;
          row.style.right = `${paddingPx}px`;
          row.style.top = `${top}px`;
        }
      }
      top += height;
    }
    for (const row of this.#pool.splice(used)) row.remove();
    if (this.#list.style.height !== `${top + paddingPx}px`)
      this.#list.style.cssText = `position:relative;height:${top + paddingPx}px`;
  }

  #addToPool(): HTMLElement {
    const row = this.#rows.create();
    this.#pool.push(row);
    this.#list.append(row);
    return row;
  }

  #heightKey(message: PlaygroundMessage): string {
    return `${message.author}|${message.text}`;
  }

  #measure(visible: readonly PlaygroundMessage[]): void {
    const unknown = visible.filter((message) => !this.#heights.has(this.#heightKey(message)));
    if (unknown.length === 0) return;
    // Measured in a box of its own, so that no row stands in the list before its place is known.
    const box = make('div', {
      class: this.#list.className,
      style: `position:absolute;visibility:hidden;width:${this.#list.clientWidth}px`,
    });
    const rows = unknown.map((message) => {
      const row = this.#rows.create();
      this.#rows.fill(row, { ...message, sentAt: 0, history: true });
      return row;
    });
    box.append(...rows);
    this.element.parentElement?.append(box);
    for (const [position, message] of unknown.entries()) {
      this.#heights.set(this.#heightKey(message), Math.ceil(rows[position]?.getBoundingClientRect().height ?? 0));
    }
    box.remove();
  }

  #scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    this.#stickToEnd = scrollHeight - scrollTop - clientHeight < 40;
    if (this.#store.options.virtual) this.draw();
    if (scrollTop > 30 || this.#start === 0 || this.#loading) return;
    this.#loading = true;
    const conversationId = this.#shownId;
    setTimeout(() => {
      this.#loading = false;
      if (conversationId !== this.#shownId) return;
      const fromEnd = this.element.scrollHeight - this.element.scrollTop;
      this.#start = Math.max(0, this.#start - historyPage);
      this.#stickToEnd = false;
      this.draw();
      this.element.scrollTop = this.element.scrollHeight - fromEnd;
    }, historyDelayMs / this.#store.options.speed);
  }
}
