import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, $isTextNode, createEditor, UNDO_COMMAND } from 'lexical';
import { host } from '../editorOnPage';

const field = document.createElement('div');
field.contentEditable = 'true';
host().append(field);
const editor = createEditor({
  namespace: 'page',
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(field);
registerRichText(editor);
let stopHistory = () => {};
window.editor = {
  lines: () =>
    editor.read(() =>
      $getRoot()
        .getChildren()
        .flatMap((block) => block.getTextContent().split('\n')),
    ),
  reset(line) {
    stopHistory();
    editor.update(
      () => {
        const paragraph = $createParagraphNode();
        if (line) paragraph.append($createTextNode(line));
        $getRoot().clear().append(paragraph);
        paragraph.selectEnd();
      },
      { discrete: true },
    );
    stopHistory = registerHistory(editor, createEmptyHistoryState(), 0);
  },
  select(start, end) {
    field.focus();
    editor.update(
      () => {
        const text = $getRoot().getFirstDescendant();
        if ($isTextNode(text)) text.select(start, end);
      },
      { discrete: true },
    );
  },
  undo: () => {
    editor.dispatchCommand(UNDO_COMMAND, undefined);
  },
};
