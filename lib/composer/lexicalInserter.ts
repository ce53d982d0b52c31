import type { Inserter } from './inserter';
import { pasteText } from './pasteText';

/** Lexical: a plain paste, which it divides into its own lines or paragraphs. */
export const lexicalInserter: Inserter = {
  name: 'lexical',
  insert({ editable, text }) {
    return editable.matches('[data-lexical-editor="true"]') && pasteText(editable, { text });
  },
};
