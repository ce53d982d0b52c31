import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { describeEditor } from './editorSpec';

describeEditor('TipTap on ProseMirror', 'proseMirror', (host, line) => {
  const editor = new Editor({
    element: host,
    extensions: [StarterKit],
    content: { type: 'doc', content: [{ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] }] },
  });
  return {
    field: editor.view.dom,
    lines: () => editor.getText({ blockSeparator: '\n' }).split('\n'),
    select: (start, end) => {
      editor.commands.setTextSelection({ from: start + 1, to: end + 1 });
    },
    undo: () => {
      editor.commands.undo();
    },
    dispose: () => editor.destroy(),
  };
});
