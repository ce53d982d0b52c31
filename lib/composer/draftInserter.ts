import type { Inserter } from './inserter';
import { pasteText } from './pasteText';

/** Draft.js: a plain paste; a new block for each line. */
export const draftInserter: Inserter = {
  name: 'draft',
  insert({ editable, text }) {
    return editable.matches('.public-DraftEditor-content') && pasteText(editable, { text });
  },
};
