import { ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import { host } from '../editorOnPage';

const editor = await ClassicEditor.create(host(), { licenseKey: 'GPL', plugins: [Essentials, Paragraph] });
const { model } = editor;
window.editor = {
  lines: () =>
    [...(model.document.getRoot()?.getChildren() ?? [])].flatMap((block) => {
      if (!block.is('element')) return [];
      const parts = [...block.getChildren()].map((child) => (child.is('$text') ? child.data : '\n'));
      return parts.join('').split('\n');
    }),
  reset: (line) => editor.setData(`<p>${line}</p>`),
  select: (start, end) => {
    editor.editing.view.focus();
    model.change((writer) => {
      const block = model.document.getRoot()?.getChild(0);
      if (!block?.is('element')) throw new Error('There is no paragraph.');
      writer.setSelection(
        writer.createRange(writer.createPositionAt(block, start), writer.createPositionAt(block, end)),
      );
    });
  },
  undo: () => {
    editor.execute('undo');
  },
};
