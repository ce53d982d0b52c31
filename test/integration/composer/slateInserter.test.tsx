import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { describeEditor, settle } from './editorSpec';

describeEditor('Slate', 'slate', async (host, line) => {
  const editor = withHistory(withReact(createEditor()));
  const root = createRoot(host);
  const value = [{ type: 'paragraph', children: [{ text: line }] }];
  root.render(
    <Slate editor={editor} initialValue={value}>
      <Editable />
    </Slate>,
  );
  await settle();
  const field = host.querySelector<HTMLElement>('[data-slate-editor]');
  if (!field) throw new Error('Slate did not draw');
  ReactEditor.focus(editor);
  Transforms.select(editor, Editor.end(editor, []));
  return {
    field,
    lines: () => editor.children.map((block) => Node.string(block)),
    select: (start, end) => {
      Transforms.select(editor, { anchor: { path: [0, 0], offset: start }, focus: { path: [0, 0], offset: end } });
    },
    undo: () => editor.undo(),
    dispose: () => root.unmount(),
  };
});
