/** What an inserter is given. */
export interface Insertion {
  /** The editable element itself, already focused, its selection inside. */
  editable: HTMLElement;
  /** The text, lines divided by `\n`. */
  text: string;
  document: Document;
}

/**
 * Puts text into one kind of composer at the caret, in place of the selection, so that the composer's own undo takes
 * it back. Never sends: no inserter makes a key event.
 */
export interface Inserter {
  /** Kind of composer, told in the result: `textField`, `quill` … */
  name: string;
  /** Whether it did. On false nothing was changed, and the next inserter is tried. */
  insert(insertion: Insertion): boolean;
}
