import { type EditorOnPage, host } from './editorOnPage';

/** An editable element of this kind, with no editor over it. */
export function plainEditable(tag: 'div' | 'pre'): EditorOnPage {
  let field: HTMLElement = document.createElement(tag);
  const editor: EditorOnPage = {
    // It has no other model than what it would send.
    // biome-ignore lint/performance/useDomNodeTextContent: textContent drops the line breaks.
    lines: () => field.innerText.replace(/\n$/, '').split('\n'),
    reset(line) {
      field.remove();
      field = document.createElement(tag);
      field.contentEditable = 'true';
      field.textContent = line;
      host().append(field);
    },
    select(start, end) {
      field.focus();
      const node = field.firstChild ?? field;
      document.getSelection()?.setBaseAndExtent(node, start, node, end);
    },
    undo: () => {
      field.focus();
      document.execCommand('undo');
    },
  };
  editor.reset('');
  return editor;
}
