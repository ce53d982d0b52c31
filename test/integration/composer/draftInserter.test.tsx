import type { EditorState } from 'draft-js';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { describeEditor, settle } from './editorSpec';

// Draft.js is written for bundlers that make Node's global of window.
Object.assign(globalThis, { global: globalThis });
const Draft = await import('draft-js');

/** The way in and out of the editor's state that the test holds. */
interface Handle {
  state: EditorState;
  set(state: EditorState): void;
}

function Composer({ handle }: { handle: Handle }) {
  const [state, setState] = useState(handle.state);
  handle.state = state;
  handle.set = setState;
  return <Draft.Editor editorState={state} onChange={setState} />;
}

describeEditor('Draft.js', 'draft', async (host, line) => {
  const root = createRoot(host);
  const handle: Handle = {
    state: Draft.EditorState.createWithContent(Draft.ContentState.createFromText(line)),
    set: () => undefined,
  };
  root.render(<Composer handle={handle} />);
  await settle();
  const field = host.querySelector<HTMLElement>('.public-DraftEditor-content');
  if (!field) throw new Error('Draft.js did not draw');
  return {
    field,
    lines: () =>
      handle.state
        .getCurrentContent()
        .getBlocksAsArray()
        .map((block) => block.getText()),
    select: (start, end) => {
      const selection = handle.state.getSelection().merge({ anchorOffset: start, focusOffset: end });
      handle.set(Draft.EditorState.forceSelection(handle.state, selection));
    },
    undo: () => handle.set(Draft.EditorState.undo(handle.state)),
    dispose: () => root.unmount(),
  };
});
