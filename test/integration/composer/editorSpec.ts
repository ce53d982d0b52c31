import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { insertIntoComposer } from '@/lib/composer/insertIntoComposer';

/** A real editor on the page, read and driven through its own interface. */
export interface MountedEditor {
  /** The element that a workbench's adapter would name. */
  field: HTMLElement;
  /** Lines of the editor's own document model. */
  lines(): string[];
  /** Selects characters of the first line, as the editor's own selection. */
  select(start: number, end: number): void | Promise<void>;
  undo(): void;
  dispose(): unknown;
}

/** Time for an editor to take over the selection, or to draw: two frames. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20)));
  });
}

/** What holds for every editor: text goes in at the caret, exactly, in one step of undo, and nothing is sent. */
export function describeEditor(
  name: string,
  by: string,
  mount: (host: HTMLElement, line: string) => MountedEditor | Promise<MountedEditor>,
): void {
  describe(name, () => {
    let editor: MountedEditor | null = null;
    afterEach(async () => {
      await editor?.dispose();
      document.body.replaceChildren();
    });
    const open = async (line: string): Promise<MountedEditor> => {
      const host = document.createElement('div');
      document.body.append(host);
      editor = await mount(host, line);
      editor.field.focus();
      await settle();
      return editor;
    };

    it.each([
      ['one line', '，在的'],
      ['several lines', '一\n二\n三'],
      ['a blank line', '一\n\n三'],
      ['two blank lines', '一\n\n\n四'],
      ['emoji', '😊👨‍👩‍👧👍🏽\n❤️'],
      ['marks of HTML', '<b>&amp;</b> "a"'],
    ])('inserts %s at the caret and takes it back in one undo', async (_, text) => {
      const { field, lines, select, undo } = await open('您好再见');
      await select(2, 2);
      await settle();
      expect(insertIntoComposer({ field, text })).toEqual({ inserted: true, by });
      await settle();
      expect(lines()).toEqual(`您好${text}再见`.split('\n'));
      expect(field.contains(document.activeElement)).toBe(true);
      undo();
      await settle();
      expect(lines()).toEqual(['您好再见']);
    });

    it('replaces the selection', async () => {
      const { field, lines, select } = await open('发货很慢啊');
      await select(2, 4);
      await settle();
      insertIntoComposer({ field, text: '今天' });
      await settle();
      expect(lines()).toEqual(['发货今天啊']);
    });

    it('fills an empty composer', async () => {
      const { field, lines } = await open('');
      insertIntoComposer({ field, text: '亲，在的\n您说' });
      await settle();
      expect(lines()).toEqual(['亲，在的', '您说']);
    });

    it('inserts twice in a row, the second after the first', async () => {
      const { field, lines } = await open('');
      insertIntoComposer({ field, text: '一二' });
      await settle();
      insertIntoComposer({ field, text: '三' });
      await settle();
      expect(lines()).toEqual(['一二三']);
    });

    it('goes in after what a Chinese input method composed', async () => {
      const { field, lines } = await open('');
      let composed = 0;
      field.addEventListener('compositionupdate', () => composed++, { capture: true });
      for (const text of ['n', "ni'h", "ni'hao"]) {
        await cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        await settle();
      }
      await cdp().send('Input.insertText', { text: '你好' });
      await settle();
      expect(composed).toBeGreaterThanOrEqual(3);
      expect(lines()).toEqual(['你好']);
      expect(insertIntoComposer({ field, text: '，在的' })).toEqual({ inserted: true, by });
      await settle();
      expect(lines()).toEqual(['你好，在的']);
    });

    it('makes no key event', async () => {
      const { field } = await open('');
      const keys: string[] = [];
      for (const type of ['keydown', 'keypress', 'keyup'])
        document.addEventListener(type, () => keys.push(type), { capture: true });
      insertIntoComposer({ field, text: '一\n二' });
      await settle();
      expect(keys).toEqual([]);
    });
  });
}
