import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright';
import type { InferredPage } from '@/lib/inference/inferPage';
import { findChromium } from '../../scripts/chromium.mjs';
import { inferAddress, inferenceScript } from '../../scripts/infer';
import { startPlayground } from '../playground/server';

/**
 * Measures the inference on pages whose adapter is withheld: chat libraries, the playground's skins, the documented
 * workbenches. `tsx test/bench/infer.ts [part of a name]`; --verbose prints what differs.
 */
type Said = [author: 'customer' | 'agent', text: string];

interface Case {
  name: string;
  url: string;
  truth(): Promise<Said[]> | Said[];
}

const fixtures = join(import.meta.dirname, '../fixtures');
const verbose = process.argv.includes('--verbose');
const wanted = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';

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

async function chatLibraryPages(pages: Map<string, string>): Promise<Case[]> {
  const folder = join(fixtures, 'chatLibraries');
  const { conversation } = await import('../fixtures/chatLibraries/conversation');
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsx'));
  const cases: Case[] = [];
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

function fixturePages(pages: Map<string, string>): Case[] {
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
      author === 'customer' ? [['customer', text]] : author === 'event' ? [] : [['agent', text]],
    );
    return [{ name: `documented ${id}`, url: id, truth: () => truth }];
  });
}

function compare(truth: readonly Said[], { messages }: InferredPage) {
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

async function playgroundCases(browser: Browser): Promise<{ cases: Case[]; close(): Promise<void> }> {
  const playground = await startPlayground({ port: 0 });
  const cases = [1, 2, 3, 4, 5].map((skin): Case => {
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

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const pages = new Map<string, string>();
const playground = await playgroundCases(browser);
const library = await chatLibraryPages(pages);
const local = [...library, ...fixturePages(pages)];
const server = await servePages(pages);
const cases = [...playground.cases, ...local.map((one) => ({ ...one, url: server.url + one.url }))].filter(({ name }) =>
  name.includes(wanted),
);
const script = await inferenceScript();
const total = { pages: 0, perfect: 0, messages: 0, exact: 0, texts: 0, wrong: 0, asked: 0 };
for (const { name, url, truth } of cases) {
  try {
    const found = await inferAddress(browser, url, script);
    const expected = await truth();
    const { exact, texts, wrong } = compare(expected, found);
    const asked = found.unsure.includes('authors') || found.unsure.includes('transcript');
    const perfect = exact === expected.length && wrong.length === 0;
    total.pages++;
    total.messages += expected.length;
    total.exact += exact;
    total.texts += texts;
    total.wrong += wrong.length;
    if (perfect) total.perfect++;
    if (asked) total.asked++;
    console.log(
      `${perfect ? 'exact ' : 'DIFFER'} ${name.padEnd(28)} ${exact}/${expected.length} exact, ${texts} texts, ${wrong.length} false, ${found.conversations.length} conversations, composer ${found.composer !== null}, confidence ${found.confidence}${found.unsure.length > 0 ? `, unsure: ${found.unsure.join()}` : ''}`,
    );
    if (verbose && !perfect) {
      console.log(
        JSON.stringify(
          {
            evidence: found.evidence,
            transcript: found.adapter?.transcript,
            wrong,
            got: found.messages.slice(0, 12),
            expected: expected.slice(0, 12),
          },
          null,
          1,
        ),
      );
    }
    if (process.argv.includes('--lists'))
      console.log(
        JSON.stringify({
          conversations: found.conversations,
          rules: found.adapter?.conversations,
          open: found.adapter?.open,
          composer: found.composer,
        }),
      );
  } catch (error) {
    console.log(`FAILED ${name}: ${String(error).slice(0, 300)}`);
  }
}
console.log(
  `${total.perfect}/${total.pages} pages exact; ${total.exact}/${total.messages} messages exact (${total.texts} texts), ${total.wrong} false; asked on ${total.asked}`,
);
server.close();
await playground.close();
await browser.close();
