import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { build } from 'esbuild';
import { type LaunchedExtension, launchWithExtension } from '../support/launch';

/**
 * The real editors, one page each, and our composer code where it lives: in the isolated world of a content script,
 * which sees the page's elements but none of its objects. What stands in the editor is read from its own model.
 */
const editors: [page: string, inserter: string][] = [
  ['textarea.ts', 'textField'],
  ['contentEditable.ts', 'contentEditable'],
  ['preEditable.ts', 'contentEditable'],
  ['quill.ts', 'quill'],
  ['tiptap.ts', 'proseMirror'],
  ['lexical.ts', 'lexical'],
  ['slate.tsx', 'slate'],
  ['draft.tsx', 'draft'],
  ['ckeditor.ts', 'ckEditor'],
];
const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

let extension: LaunchedExtension;
let folder: string;
let server: Server;
let base: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'miaohui-editors-'));
  await writeFile(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Inserts on request',
      version: '1',
      background: { service_worker: 'background.js' },
      content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
    }),
  );
  await writeFile(join(folder, 'background.js'), '');
  await writeFile(join(folder, 'content.js'), await bundled('insertOnRequest.ts', 'iife'));
  server = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? '/').slice(1);
    if (name.endsWith('.js')) {
      void bundled(`pages/${name.slice(0, -3)}`, 'esm').then(
        (code) => response.setHeader('content-type', 'text/javascript; charset=utf-8').end(code),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
      return;
    }
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(
        `<!doctype html><div id="host"></div><script>var global = window</script><script type="module" src="/${name}.js"></script>`,
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`;
  extension = await launchWithExtension({ extensionPath: folder });
});

test.afterAll(async () => {
  await extension?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

for (const [file, inserter] of editors) {
  test.describe(file.replace(/\..*/, ''), () => {
    let page: Page;
    let session: CDPSession;

    test.beforeAll(async () => {
      page = await extension.context.newPage();
      await page.goto(`${base}${file}`);
      await page.waitForFunction(() => window.editor !== undefined && 'ready' in document.documentElement.dataset);
      session = await page.context().newCDPSession(page);
    });
    test.afterAll(async () => page.close());

    const start = async (line: string, from: number, to = from) => {
      await page.evaluate((text) => window.editor.reset(text), line);
      await settle();
      await page.evaluate(([a, b]) => window.editor.select(a, b), [from, to] as const);
      await settle();
    };
    const settle = () => page.waitForTimeout(150);
    const insert = async (text: string) => {
      await page.evaluate((detail) => document.dispatchEvent(new CustomEvent('ask-insert', { detail })), text);
      await settle();
      expect(await page.evaluate(() => document.documentElement.dataset.insertedBy)).toBe(inserter);
    };
    const lines = () => page.evaluate(() => window.editor.lines());

    test('at the caret: several lines, a blank one, emoji; back in one undo', async () => {
      await start('您好再见', 2);
      await insert('，在的😊👨‍👩‍👧\n\n<b>三&amp;');
      expect(await lines()).toEqual(['您好，在的😊👨‍👩‍👧', '', '<b>三&amp;再见']);
      await page.evaluate(() => window.editor.undo());
      await settle();
      expect(await lines()).toEqual(['您好再见']);
    });

    test('over a selection', async () => {
      await start('发货很慢啊', 2, 4);
      await insert('今天');
      expect(await lines()).toEqual(['发货今天啊']);
      await page.evaluate(() => window.editor.undo());
      await settle();
      expect(await lines()).toEqual(['发货很慢啊']);
    });

    test('after what an input method composed', async () => {
      await start('', 0);
      for (const text of ['n', "ni'h", "ni'hao"])
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await session.send('Input.insertText', { text: '你好' });
      await settle();
      expect(await lines()).toEqual(['你好']);
      await insert('，在的');
      expect(await lines()).toEqual(['你好，在的']);
    });

    test('in place of the mark and the query that were typed, composed letters among them', async () => {
      await start('', 0);
      await page.keyboard.type('/');
      const query = () => page.evaluate(() => document.documentElement.dataset.query);
      await expect.poll(query).toBe('');
      for (const text of ['f', "f'h"])
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await expect.poll(query).toBe("f'h");
      await session.send('Input.insertText', { text: '发货' });
      await expect.poll(query).toBe('发货');
      await page.keyboard.press('Enter');
      await expect.poll(lines).toEqual(['〔发货〕']);
      expect(await query()).toBeUndefined();
    });
  });
}

/** A file of this folder with everything that it imports. */
async function bundled(file: string, format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(here, file)],
    bundle: true,
    write: false,
    format,
    target: 'chrome109',
    supported: { 'top-level-await': true },
    jsx: 'automatic',
    alias: { '@': root },
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
  });
  return outputFiles[0]?.text ?? '';
}
