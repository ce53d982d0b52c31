import { host } from '../editorOnPage';

let field = document.createElement('pre');
window.editor = {
  // It has no other model than what it would send.
  // biome-ignore lint/performance/useDomNodeTextContent: textContent drops the line breaks.
  lines: () => field.innerText.replace(/\n$/, '').split('\n'),
  reset(line) {
    field.remove();
    field = document.createElement('pre');
    field.contentEditable = 'true';
    field.textContent = line;
    host().append(field);
  },
  select(start, end) {
    field.focus();
    const node = field.firstChild ?? field;
    document.getSelection()?.setBaseAndExtent(node, start, node, end);
  },
  undo: () => {
    field.focus();
    document.execCommand('undo');
  },
};
window.editor.reset('');
