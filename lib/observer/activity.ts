import type { ActivityReading } from '@/lib/domain/reading';
import type { PageView } from './page';
import { matches } from './query';
import { outerElement } from './roots';

export interface ActivityOptions {
  page: PageView;
  signal: AbortSignal;
  now(): number;
  onAction(action: Extract<ActivityReading['action'], 'firstKey' | 'send'>, at: number): void;
}

/**
 * Listens to what the agent does in the composer: the first input, and sending. Only listens: passive, on capture, so that
 * the composer still holds the text.
 */
export function watchActivity({ page, signal, now, onAction }: ActivityOptions): {
  begin(): void;
  /** Listens in the page's document, or in a root of its own, whose events do not name their target outside. */
  listenIn(root: Document | ShadowRoot): void;
} {
  const { adapter } = page;
  const { composer } = adapter;
  let hasTyped = false;
  const options = { capture: true, passive: true, signal };

  const fieldOf = (target: EventTarget | null): Element | null => closest(target, composer.field);
  const send = (field: Element | null) => {
    const at = now();
    if (!field || textOf(field) === '') return;
    hasTyped = false;
    onAction('send', at);
  };
  const onInput = (event: Event) => {
    const at = now();
    if (hasTyped || !fieldOf(event.target)) return;
    hasTyped = true;
    onAction('firstKey', at);
  };
  const onKey = (event: Event) => {
    const { key, isComposing, keyCode, ctrlKey, metaKey, shiftKey, altKey } = event as KeyboardEvent;
    if (key !== 'Enter' || isComposing || keyCode === 229) return;
    if (shiftKey || altKey || (ctrlKey || metaKey) === composer.enterSends) return;
    send(fieldOf(event.target));
  };
  const onClick = (event: Event) => {
    if (!composer.send || !closest(event.target, composer.send)) return;
    send(page.find(composer.field));
  };
  const listenIn = (root: Document | ShadowRoot) => {
    root.addEventListener('input', onInput, options);
    root.addEventListener('keydown', onKey, options);
    root.addEventListener('click', onClick, options);
  };
  listenIn(page.document);
  return {
    listenIn,
    begin() {
      hasTyped = false;
    },
  };
}

function closest(target: EventTarget | null, selectors: readonly string[]): Element | null {
  let element = target !== null && 'closest' in target ? (target as Element) : null;
  for (; element; element = outerElement(element)) {
    const here = element;
    if (selectors.some((selector) => matches(here, selector))) return here;
  }
  return null;
}

function textOf(field: Element): string {
  const text = 'value' in field && typeof field.value === 'string' ? field.value : field.textContent;
  return (text ?? '').trim();
}
