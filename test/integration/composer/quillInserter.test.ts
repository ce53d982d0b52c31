import Quill from 'quill';
import { describeEditor } from './editorSpec';

describeEditor('Quill', 'quill', (host, line) => {
  const quill = new Quill(host, { modules: { history: { delay: 0 } } });
  quill.setText(line);
  quill.history.clear();
  return {
    field: quill.root,
    lines: () => quill.getText().replace(/\n$/, '').split('\n'),
    select: (start, end) => quill.setSelection(start, end - start),
    undo: () => quill.history.undo(),
    dispose: () => host.remove(),
  };
});
