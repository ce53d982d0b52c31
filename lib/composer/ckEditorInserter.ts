import type { Inserter } from './inserter';
import { escapeHtml, pasteText } from './pasteText';

/** CKEditor 5. Its reading of plain text makes one paragraph end of a blank line, so lines are divided by `br`. */
export const ckEditorInserter: Inserter = {
  name: 'ckEditor',
  insert({ editable, text }) {
    if (!editable.matches('.ck-editor__editable')) return false;
    if (!text.includes('\n')) return pasteText(editable, { text });
    return pasteText(editable, { text, html: escapeHtml(text).replaceAll('\n', '<br>') });
  },
};
