import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { host } from '../editorOnPage';

let editor = withHistory(withReact(createEditor()));
let root: Root | null = null;

function Composer({ line, made }: { line: string; made: typeof editor }) {
  const [value] = useState([{ type: 'paragraph', children: [{ text: line }] }]);
  return (
    <Slate editor={made} initialValue={value}>
      <Editable />
    </Slate>
  );
}

window.editor = {
  lines: () => editor.children.map((block) => Node.string(block)),
  reset(line) {
    root?.unmount();
    editor = withHistory(withReact(createEditor()));
    root = createRoot(host());
    root.render(<Composer line={line} made={editor} />);
  },
  select(start, end) {
    ReactEditor.focus(editor);
    Transforms.select(editor, { anchor: { path: [0, 0], offset: start }, focus: { path: [0, 0], offset: end } });
    if (start === end && end === Editor.string(editor, []).length) Transforms.select(editor, Editor.end(editor, []));
  },
  undo: () => editor.undo(),
};
window.editor.reset('');
