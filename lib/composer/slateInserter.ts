import type { Inserter } from './inserter';
import { pasteText } from './pasteText';

/** Slate: a paste of plain text alone is its own to insert; a new block for each line. */
export const slateInserter: Inserter = {
  name: 'slate',
  insert({ editable, text }) {
    return editable.matches('[data-slate-editor="true"]') && pasteText(editable, { text });
  },
};
