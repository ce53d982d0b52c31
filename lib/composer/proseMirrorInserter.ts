import type { Inserter } from './inserter';
import { escapeHtml, pasteText } from './pasteText';

/**
 * ProseMirror and what is built on it (TipTap …). Its reading of plain text drops blank lines, so several lines are
 * pasted as paragraphs in its own clipboard form, open at both ends so that they join the text around the caret.
 */
export const proseMirrorInserter: Inserter = {
  name: 'proseMirror',
  insert({ editable, text }) {
    if (!editable.matches('.ProseMirror')) return false;
    const [first = '', ...rest] = text.split('\n').map(escapeHtml);
    if (rest.length === 0) return pasteText(editable, { text });
    const html = `<p data-pm-slice="1 1 []">${first}</p>${rest.map((line) => `<p>${line}</p>`).join('')}`;
    return pasteText(editable, { text, html });
  },
};
