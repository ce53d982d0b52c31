import { make } from './dom';
import type { Skin } from './skins';

/** The box that the agent types into: Enter sends, Shift+Enter breaks the line, a half-typed word is never sent. */
export class Composer {
  readonly element: HTMLElement;
  readonly field: HTMLElement;

  constructor(options: { skin: Skin; send: (text: string) => void }) {
    const { skin, send } = options;
    const placeholder = '请输入回复内容，Enter 发送，Shift + Enter 换行';
    this.field = skin.richComposer
      ? make('div', {
          class: skin.name('field'),
          contenteditable: 'true',
          role: 'textbox',
          'aria-label': '回复内容',
          'data-placeholder': placeholder,
        })
      : make('textarea', { class: skin.name('field'), 'aria-label': '回复内容', placeholder });
    const submit = (): void => {
      const text = this.text().trim();
      if (text === '') return;
      this.clear();
      send(text);
    };
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      submit();
    });
    const button = make('button', { class: skin.name('send'), type: 'button' }, '发送');
    button.addEventListener('click', submit);
    const tools = ['表情', '图片', '商品', '订单', '优惠券', '邀评'].map((label) =>
      make('span', { class: skin.name('tool') }, label),
    );
    this.element = make(
      'div',
      { class: skin.name('composer') },
      make('div', { class: skin.name('tools') }, ...tools),
      this.field,
      make(
        'div',
        { class: skin.name('composer-foot') },
        make('span', { class: skin.name('hint') }, 'Enter 发送 / Shift + Enter 换行'),
        button,
      ),
    );
  }

  text(): string {
    // biome-ignore lint/performance/useDomNodeTextContent: textContent drops the line breaks of a contenteditable box.
    return this.field instanceof HTMLTextAreaElement ? this.field.value : this.field.innerText;
  }

  /** Puts text into the box as typing does: the value, then an input event. */
  type(text: string): void {
    this.field.focus();
    if (this.field instanceof HTMLTextAreaElement) this.field.value = text;
    else this.field.textContent = text;
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
  }

  pressEnter(): void {
    this.field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }),
    );
  }

  clear(): void {
    if (this.field instanceof HTMLTextAreaElement) this.field.value = '';
    else this.field.textContent = '';
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }));
  }
}
