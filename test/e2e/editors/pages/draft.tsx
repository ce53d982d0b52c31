import Draft, { type EditorState } from 'draft-js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { host } from '../editorOnPage';

let state: EditorState = Draft.EditorState.createEmpty();
let show: (next: EditorState) => void = () => undefined;

function Composer() {
  const [shown, setShown] = useState(state);
  state = shown;
  show = setShown;
  return <Draft.Editor editorState={shown} onChange={setShown} />;
}
createRoot(host()).render(<Composer />);

window.editor = {
  lines: () =>
    state
      .getCurrentContent()
      .getBlocksAsArray()
      .map((block) => block.getText()),
  reset: (line) => show(Draft.EditorState.createWithContent(Draft.ContentState.createFromText(line))),
  select: (start, end) => {
    document.querySelector<HTMLElement>('.public-DraftEditor-content')?.focus();
    const selection = state.getSelection().merge({ anchorOffset: start, focusOffset: end });
    show(Draft.EditorState.forceSelection(state, selection));
  },
  undo: () => show(Draft.EditorState.undo(state)),
};
