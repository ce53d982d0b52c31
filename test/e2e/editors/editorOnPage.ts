/** A real editor on a page of its own, read and driven through its own interface: `window.editor`. */
export interface EditorOnPage {
  /** Lines of the editor's own document model. */
  lines(): string[];
  /** Sets the content to one line, and forgets what could be undone. */
  reset(line: string): void;
  /** Selects characters of the first line, as the editor's own selection. */
  select(start: number, end: number): void;
  undo(): void;
}

declare global {
  interface Window {
    editor: EditorOnPage;
  }
}

/** The element in which the page puts its editor. */
export function host(): HTMLElement {
  const element = document.getElementById('host');
  if (!element) throw new Error('The page has no host.');
  return element;
}
