import { act, cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { ClockProvider } from '@/components/clock/ClockProvider';
import type { ClockStore } from '@/components/clock/clockStore';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { createTranslator, type Language } from '@/lib/i18n/translator';
import { now } from './samples';

afterEach(cleanup);

/** A clock that moves only when told. */
export interface HandClock extends ClockStore {
  /** Moves on by so many seconds, in one tick. */
  advance: (seconds: number) => void;
}

export function createHandClock(start = now): HandClock {
  const listeners = new Set<() => void>();
  let current = start;
  return {
    read: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    advance: (seconds) => {
      current += seconds * 1000;
      act(() => {
        for (const listener of [...listeners]) listener();
      });
    },
  };
}

/** Renders a surface under language and clock; `rerender` keeps both. */
export function renderSurface(content: ReactNode, language: Language = 'zh-CN', clock = createHandClock()) {
  const translator = createTranslator(language, '');
  const wrap = (inner: ReactNode): ReactNode => (
    <TranslatorProvider translator={translator}>
      <ClockProvider store={clock}>{inner}</ClockProvider>
    </TranslatorProvider>
  );
  const result = render(wrap(content));
  return { ...result, clock, rerender: (next: ReactNode) => result.rerender(wrap(next)) };
}
