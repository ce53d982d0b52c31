import { ckEditorInserter } from './ckEditorInserter';
import { contentEditableInserter } from './contentEditableInserter';
import { draftInserter } from './draftInserter';
import { findEditable } from './findEditable';
import type { Inserter } from './inserter';
import { lexicalInserter } from './lexicalInserter';
import { proseMirrorInserter } from './proseMirrorInserter';
import { quillInserter } from './quillInserter';
import { focusWithCaret } from './selectionWithin';
import { slateInserter } from './slateInserter';
import { textFieldInserter } from './textFieldInserter';

/** Tried in this order: the first that recognises the composer and can, does. */
const inserters: readonly Inserter[] = [
  textFieldInserter,
  proseMirrorInserter,
  lexicalInserter,
  slateInserter,
  draftInserter,
  quillInserter,
  ckEditorInserter,
  contentEditableInserter,
];

/** What is to be put where. */
export interface ComposerInsertion {
  /** The workbench's composer: the editable element, or one around or inside it. */
  field: Element;
  /** The text; `\r\n` counts as `\n`. */
  text: string;
  /** The field's document when absent. */
  document?: Document;
}

/** Which inserter did it; not inserted = the caller copies the text to the clipboard and says so. */
export type ComposerInsertionResult = { inserted: true; by: string } | { inserted: false };

/**
 * Puts text into a composer at the caret (at its end, when the caret is elsewhere), in place of the selection, and
 * leaves the focus there. Never sends.
 */
export function insertIntoComposer({
  field,
  text,
  document = field.ownerDocument,
}: ComposerInsertion): ComposerInsertionResult {
  const editable = findEditable(field);
  if (!editable) return { inserted: false };
  focusWithCaret(editable, document);
  const insertion = { editable, text: text.replaceAll('\r\n', '\n'), document };
  const done = inserters.find((inserter) => inserter.insert(insertion));
  return done ? { inserted: true, by: done.name } : { inserted: false };
}
