import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { host } from '../editorOnPage';

let editor = new Editor({ element: host(), extensions: [StarterKit] });
window.editor = {
  lines: () => editor.getText({ blockSeparator: '\n' }).split('\n'),
  reset(line) {
    editor.destroy();
    const content = {
      type: 'doc',
      content: [{ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] }],
    };
    editor = new Editor({ element: host(), extensions: [StarterKit], content });
  },
  select: (start, end) => {
    editor.view.focus();
    editor.commands.setTextSelection({ from: start + 1, to: end + 1 });
  },
  undo: () => {
    editor.commands.undo();
  },
};
