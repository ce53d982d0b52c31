import type { ActivityReading } from '@/lib/domain/reading';
import type { PageView } from './page';
import { matches } from './query';

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
export function watchActivity({ page, signal, now, onAction }: ActivityOptions): { begin(): void } {
  const { adapter, document } = page;
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
  document.addEventListener(
    'input',
    (event) => {
      const at = now();
      if (hasTyped || !fieldOf(event.target)) return;
      hasTyped = true;
      onAction('firstKey', at);
    },
    options,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
      const withModifier = event.ctrlKey || event.metaKey;
      if (event.shiftKey || event.altKey || withModifier === composer.enterSends) return;
      send(fieldOf(event.target));
    },
    options,
  );
  document.addEventListener(
    'click',
    (event) => {
      if (!composer.send || !closest(event.target, composer.send)) return;
      send(page.find(composer.field));
    },
    options,
  );
  return {
    begin() {
      hasTyped = false;
    },
  };
}

function closest(target: EventTarget | null, selectors: readonly string[]): Element | null {
  let element = target !== null && 'closest' in target ? (target as Element) : null;
  for (; element; element = element.parentElement) {
    const here = element;
    if (selectors.some((selector) => matches(here, selector))) return here;
  }
  return null;
}

function textOf(field: Element): string {
  const text = 'value' in field && typeof field.value === 'string' ? field.value : field.textContent;
  return (text ?? '').trim();
}
