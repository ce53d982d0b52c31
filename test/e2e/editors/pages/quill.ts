import Quill from 'quill';
import { host } from '../editorOnPage';

const quill = new Quill(host(), { modules: { history: { delay: 0 } } });
window.editor = {
  lines: () => quill.getText().replace(/\n$/, '').split('\n'),
  reset(line) {
    quill.setText(line);
    quill.history.clear();
  },
  select: (start, end) => quill.setSelection(start, end - start),
  undo: () => quill.history.undo(),
};
