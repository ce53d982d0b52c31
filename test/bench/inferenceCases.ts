import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright';
import type { InferredPage } from '@/lib/inference/inferPage';
import { startPlayground } from '../playground/server';

/** What was said, in order. */
export type Said = [author: 'customer' | 'agent', text: string];

/** A page to infer, and what is said on it. */
export interface InferenceCase {
  name: string;
  url: string;
  truth(): Promise<Said[]> | Said[];
}

const fixtures = join(import.meta.dirname, '../fixtures');

/** Pages from memory: the first part of the path is the page's name. */
async function servePages(pages: ReadonlyMap<string, string>) {
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').split('/')[1]?.split('?')[0] ?? '';
    const body = pages.get(name);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    });
    response.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

async function chatLibraryPages(pages: Map<string, string>): Promise<InferenceCase[]> {
  const folder = join(fixtures, 'chatLibraries');
  const { conversation } = await import('../fixtures/chatLibraries/conversation');
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsx'));
  const cases: InferenceCase[] = [];
  for (const file of names) {
    const name = file.replace('.tsx', '');
    const bundle = await build({
      entryPoints: [join(folder, file)],
      bundle: true,
      write: false,
      outdir: '/',
      format: 'iife',
      charset: 'utf8',
      jsx: 'automatic',
      loader: {
        '.woff': 'dataurl',
        '.woff2': 'dataurl',
        '.ttf': 'dataurl',
        '.eot': 'dataurl',
        '.svg': 'dataurl',
        '.png': 'dataurl',
      },
      define: { 'process.env.NODE_ENV': '"production"' },
      tsconfigRaw: {},
      logLevel: 'error',
    });
    const part = (end: string) => bundle.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
    pages.set(`${name}.js`, part('.js'));
    pages.set(
      name,
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>客服</title><style>body{margin:0;font:14px sans-serif}</style><style>${part('.css')}</style></head><body><div id="root"></div><script src="/${name}.js"></script></body></html>`,
    );
    cases.push({
      name: `library ${name}`,
      url: name,
      truth: () => conversation.map(({ author, text }): Said => [author, text]),
    });
  }
  return cases;
}

function fixturePages(pages: Map<string, string>): InferenceCase[] {
  return readdirSync(fixtures).flatMap((id) => {
    const file = join(fixtures, id, 'expected.json');
    let steps: { page: string; rows: [string, string, string | null][] | null }[];
    try {
      steps = JSON.parse(readFileSync(file, 'utf8')).steps;
    } catch {
      return [];
    }
    const live = steps.find(({ page }) => page === 'live');
    if (!live?.rows) return [];
    pages.set(
      id,
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>客服</title><body>${readFileSync(join(fixtures, id, 'live.html'), 'utf8')}</body></html>`,
    );
    const truth = live.rows.flatMap(([author, text]): Said[] =>
      author === 'customer' ? [['customer', text]] : author === 'event' || author === 'assist' ? [] : [['agent', text]],
    );
    return [{ name: `documented ${id}`, url: id, truth: () => truth }];
  });
}

/** How much of what is said was found, and what was found besides. */
export function compare(truth: readonly Said[], { messages }: InferredPage) {
  const left = messages.map(({ author, text }): Said => [author, text]);
  let exact = 0;
  let texts = 0;
  for (const [author, text] of truth) {
    const at = left.findIndex((one) => one[0] === author && one[1] === text);
    const near = at >= 0 ? at : left.findIndex((one) => one[1] === text);
    if (at >= 0) exact++;
    if (near >= 0) {
      texts++;
      left.splice(near, 1);
    }
  }
  return { exact, texts, wrong: left };
}

async function playgroundCases(browser: Browser): Promise<{ cases: InferenceCase[]; close(): Promise<void> }> {
  const playground = await startPlayground({ port: 0 });
  const cases = [1, 2, 3, 4, 5].map((skin): InferenceCase => {
    const url = `${playground.url}?skin=${skin}&shop=s${skin}&script=off&history=14&open=c1001`;
    return {
      name: `playground skin ${skin}`,
      url,
      async truth() {
        const page = await browser.newPage();
        await page.goto(url);
        await page.waitForTimeout(500);
        const log = await page.evaluate(() => window.playground.truth());
        const open = await page.evaluate(() => window.playground.openId());
        await page.close();
        return log
          .filter(({ conversationId, author }) => conversationId === open && author !== 'system')
          .map(({ author, text }): Said => [author === 'customer' ? 'customer' : 'agent', text]);
      },
    };
  });
  return { cases, close: () => playground.close() };
}

/** Starts every page of the development set: the playground's skins, the chat libraries, the documented workbenches. */
export async function startCases(browser: Browser): Promise<{ cases: InferenceCase[]; close(): Promise<void> }> {
  const pages = new Map<string, string>();
  const playground = await playgroundCases(browser);
  const local = [...(await chatLibraryPages(pages)), ...fixturePages(pages)];
  const server = await servePages(pages);
  return {
    cases: [...playground.cases, ...local.map((one) => ({ ...one, url: server.url + one.url }))],
    async close() {
      server.close();
      await playground.close();
    },
  };
}
