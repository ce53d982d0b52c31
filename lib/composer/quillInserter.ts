import type { Inserter } from './inserter';
import { pasteText } from './pasteText';

/**
 * Quill 2: a plain paste. Quill 1 lets the browser paste into a box of its own (`.ql-clipboard`) and reads that later,
 * which no made-up paste reaches; the browser's editing commands do.
 */
export const quillInserter: Inserter = {
  name: 'quill',
  insert({ editable, text }) {
    if (!editable.matches('.ql-editor') || editable.parentElement?.querySelector(':scope > .ql-clipboard'))
      return false;
    return pasteText(editable, { text });
  },
};
