import type { Inserter } from './inserter';

/**
 * Any other editable element, `pre[contenteditable]` among them, by the browser's own editing commands. Lines are
 * divided as Shift+Enter does (`br`): a division into blocks would read back with blank lines doubled.
 */
export const contentEditableInserter: Inserter = {
  name: 'contentEditable',
  insert({ editable, text, document }) {
    if (!editable.isContentEditable) return false;
    const before = editable.innerHTML;
    // The browser joins commands that follow each other into one step of undo.
    const keepsSpaces = /pre|break-spaces/.test(getComputedStyle(editable).whiteSpace);
    const lines = (keepsSpaces ? text : text.replace(/ {2}/g, ' \u00a0')).split('\n');
    lines.forEach((line, i) => {
      if (i > 0) document.execCommand('insertLineBreak');
      if (line !== '') document.execCommand('insertText', false, line);
    });
    return editable.innerHTML !== before;
  },
};
