import { insertIntoComposer } from '@/lib/composer/insertIntoComposer';
import { watchForPalette } from '@/lib/composer/paletteTrigger';
import { selectBackwards } from '@/lib/composer/selectBackwards';

/**
 * The content script of the test's own extension: runs in the isolated world as the real one does, inserts what the
 * page asks for, and tells what the palette hears. A picked reply is `〔query〕`.
 */
const field = () =>
  document.querySelector<HTMLElement>('.ck-editor__editable, #host [contenteditable="true"], #host textarea');

document.addEventListener('ask-insert', (event) => {
  const composer = field();
  if (!composer || !(event instanceof CustomEvent)) return;
  const result = insertIntoComposer({ field: composer, text: String(event.detail) });
  document.documentElement.dataset.insertedBy = result.inserted ? result.by : 'none';
});

const trigger = watchForPalette({
  window,
  composer: field,
  marks: () => true,
  onQuery(query) {
    if (query === null) delete document.documentElement.dataset.query;
    else document.documentElement.dataset.query = query;
  },
  onKey(key) {
    if (key !== 'pick') return true;
    const composer = field();
    if (!composer) return false;
    const query = document.documentElement.dataset.query ?? '';
    const length = trigger.typedLength();
    trigger.close();
    void selectBackwards(composer, length).then(() => insertIntoComposer({ field: composer, text: `〔${query}〕` }));
    return true;
  },
  signal: new AbortController().signal,
});
document.documentElement.dataset.ready = '';
