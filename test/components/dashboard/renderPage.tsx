import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { createTranslator } from '@/lib/i18n/translator';

/** Window that a virtual list believes it has, px: jsdom lays nothing out. */
const WINDOW = { width: 1000, height: 480 };
/** Height of each row in it, px. */
const ROW_HEIGHT = 36;

/** Gives every element the window's size for each test of a file, and takes all that was rendered away afterwards. */
export function useLayout(): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(WINDOW.height);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(WINDOW.width);
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW_HEIGHT);
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
}

/** Renders in Chinese (or English), with a user who types and clicks. */
export function renderPage(page: ReactNode, language: 'zh-CN' | 'en' = 'zh-CN') {
  const translator = createTranslator(language, '');
  const wrapped = (content: ReactNode) => <TranslatorProvider translator={translator}>{content}</TranslatorProvider>;
  const { rerender, container } = render(wrapped(page));
  return { user: userEvent.setup(), container, update: (content: ReactNode) => rerender(wrapped(content)) };
}
