import { host } from '../editorOnPage';

let field = document.createElement('textarea');
window.editor = {
  lines: () => field.value.split('\n'),
  reset(line) {
    field.remove();
    field = document.createElement('textarea');
    field.value = line;
    host().append(field);
  },
  select(start, end) {
    field.focus();
    field.setSelectionRange(start, end);
  },
  undo: () => {
    field.focus();
    document.execCommand('undo');
  },
};
window.editor.reset('');
