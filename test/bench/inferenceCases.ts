import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright';
import type { InferredPage } from '@/lib/inference/inferPage';
import { startPlayground } from '../playground/server';

/** What was said, in order. */
export type Said = [author: 'customer' | 'agent', text: string];

/** An item of the conversation list; a name of null is not compared. */
export type Listed = [name: string | null, unread: number | null];

/** A page to infer, and what is said on it. */
export interface InferenceCase {
  name: string;
  url: string;
  truth(): Promise<Said[]> | Said[];
  /** Times as the page shows them, where it shows any; absent = not compared. */
  times?: (string | null)[];
  /** null = the page has no list of conversations. */
  conversations: Listed[] | null;
  composer: boolean;
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

/** The libraries that draw a list of conversations too. */
const listed: Record<string, true> = { chatElements: true, chatscope: true, vueAdvancedChat: true, antDesignX: true };

async function chatLibraryPages(pages: Map<string, string>): Promise<InferenceCase[]> {
  const folder = join(fixtures, 'chatLibraries');
  const { conversation, people } = await import('../fixtures/chatLibraries/conversation');
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
      conversations: listed[name] === undefined ? null : people.map(({ name: one, unread }): Listed => [one, unread]),
      composer: true,
    });
  }
  return cases;
}

type Step = { page: string; rows: [string, string, string | null][] | null; list?: [string, number | null, boolean][] };

/** Every page of the documented workbenches that shows a chat. While it switches, the rows of before still stand there. */
function documentedPages(pages: Map<string, string>): InferenceCase[] {
  return readdirSync(fixtures).flatMap((id) => {
    const file = join(fixtures, id, 'expected.json');
    if (id === 'heldOut' || id === 'fresh' || !existsSync(file)) return [];
    const steps: Step[] = JSON.parse(readFileSync(file, 'utf8')).steps;
    return steps.map(({ page, rows, list }): InferenceCase => {
      const shown = rows ?? steps.find((step) => step.page === 'history')?.rows ?? [];
      const truth = shown.flatMap(([author, text]): Said[] =>
        author === 'event' || author === 'assist' ? [] : [[author === 'customer' ? 'customer' : 'agent', text]],
      );
      const name = `${id}-${page}`;
      pages.set(
        name,
        `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>客服</title><body>${readFileSync(join(fixtures, id, `${page}.html`), 'utf8')}</body></html>`,
      );
      const conversations = list?.map(([, unread]): Listed => [null, unread]) ?? null;
      return { name: `documented ${id} ${page}`, url: name, truth: () => truth, conversations, composer: true };
    });
  });
}

interface HeldOut {
  messages: [Said[0], string, string?][];
  conversations: Listed[] | null;
  composer: boolean | null;
}

/** Pages that were written after the inference, to see what it does with what it was not made for; and pages without a chat. */
export function heldOutPages(pages: Map<string, string>, set: 'heldOut' | 'fresh' = 'heldOut'): InferenceCase[] {
  const folder = join(fixtures, set);
  const expected: Record<string, HeldOut> = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  return Object.entries(expected).map(([name, { messages, conversations, composer }]) => {
    pages.set(name, readFileSync(join(folder, `${name}.html`), 'utf8'));
    return {
      name: `${set === 'fresh' ? 'fresh' : 'held out'} ${name}`,
      url: name,
      truth: () => messages.map(([author, text]): Said => [author, text]),
      times: messages.map(([, , time]) => time ?? null),
      conversations,
      composer: composer === true,
    };
  });
}

/** What was found, against what is there. */
export interface Comparison {
  exact: number;
  said: number;
  wrong: Said[];
  order: boolean;
  times: boolean;
  conversations: boolean;
  composer: boolean;
}

/** How much of what is said was found, and what was found besides. */
export function compare(one: InferenceCase, truth: readonly Said[], found: InferredPage): Comparison {
  const left = found.messages.map(({ author, text }): Said => [author, text]);
  const order = JSON.stringify(left) === JSON.stringify(truth);
  let exact = 0;
  for (const [author, text] of truth) {
    const at = left.findIndex((said) => said[0] === author && said[1] === text);
    if (at < 0) continue;
    exact++;
    left.splice(at, 1);
  }
  const { conversations } = one;
  const times = one.times?.every((time, i) => time === null || found.messages[i]?.shownTime === time) ?? true;
  const listed =
    conversations === null ||
    (found.conversations.length === conversations.length &&
      conversations.every(([name, unread], i) => {
        const item = found.conversations[i];
        return (
          item !== undefined && (unread === null || item.unread === unread) && (name === null || item.name === name)
        );
      }));
  return {
    exact,
    said: truth.length,
    wrong: left,
    order,
    times,
    conversations: listed,
    composer: one.composer === (found.composer !== null),
  };
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
      conversations: null,
      composer: true,
    };
  });
  return { cases, close: () => playground.close() };
}

/**
 * Starts every page: the development set (the playground's skins, the chat libraries, the documented workbenches) and the
 * pages held out.
 */
export async function startCases(browser: Browser): Promise<{ cases: InferenceCase[]; close(): Promise<void> }> {
  const pages = new Map<string, string>();
  const playground = await playgroundCases(browser);
  const local = [
    ...(await chatLibraryPages(pages)),
    ...documentedPages(pages),
    ...heldOutPages(pages),
    ...heldOutPages(pages, 'fresh'),
  ];
  const server = await servePages(pages);
  return {
    cases: [...playground.cases, ...local.map((one) => ({ ...one, url: server.url + one.url }))],
    async close() {
      server.close();
      await playground.close();
    },
  };
}
