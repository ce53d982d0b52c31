import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isTextNode,
  createEditor,
  type LexicalEditor,
  UNDO_COMMAND,
} from 'lexical';
import { describeEditor } from './editorSpec';

describeEditor('Lexical', 'lexical', (host, line) => {
  host.contentEditable = 'true';
  const editor: LexicalEditor = createEditor({
    namespace: 'test',
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(host);
  registerRichText(editor);
  editor.update(
    () => {
      const paragraph = $createParagraphNode();
      if (line) paragraph.append($createTextNode(line));
      $getRoot().clear().append(paragraph);
      paragraph.selectEnd();
    },
    { discrete: true },
  );
  registerHistory(editor, createEmptyHistoryState(), 0);
  return {
    field: host,
    lines: () =>
      editor.read(() =>
        $getRoot()
          .getChildren()
          .flatMap((block) => block.getTextContent().split('\n')),
      ),
    select: (start, end) => {
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
    dispose: () => editor.setRootElement(null),
  };
});
