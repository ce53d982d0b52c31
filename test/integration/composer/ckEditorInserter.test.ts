import { ClassicEditor, Essentials, Paragraph } from 'ckeditor5';
import { describeEditor } from './editorSpec';

describeEditor('CKEditor 5', 'ckEditor', async (host, line) => {
  const editor = await ClassicEditor.create(host, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph],
    initialData: `<p>${line}</p>`,
  });
  const field = editor.ui.getEditableElement();
  if (!field) throw new Error('CKEditor did not draw');
  const { model } = editor;
  const lines = () => {
    const root = model.document.getRoot();
    if (!root) throw new Error('no root');
    return [...root.getChildren()].flatMap((block) => {
      if (!block.is('element')) return [];
      const text = [...block.getChildren()].map((child) => (child.is('$text') ? child.data : '\n')).join('');
      return text.split('\n');
    });
  };
  return {
    field,
    lines,
    select: (start, end) => {
      model.change((writer) => {
        const block = model.document.getRoot()?.getChild(0);
        if (!block?.is('element')) throw new Error('no paragraph');
        writer.setSelection(
          writer.createRange(writer.createPositionAt(block, start), writer.createPositionAt(block, end)),
        );
      });
    },
    undo: () => {
      editor.execute('undo');
    },
    dispose: () => editor.destroy(),
  };
});
