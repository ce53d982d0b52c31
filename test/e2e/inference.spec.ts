import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import { inferenceScript, inferOpen } from '../../scripts/infer';
import { type InferenceSet, startCases } from '../bench/inferenceCases';
import { compare } from '../bench/inferenceCompare';

/** The part of the development set that needs pages of its own; the rest is in test/integration/inference. */

const SETTLE_MS = 300;
const root = join(import.meta.dirname, '../..');

let browser: Browser;

test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
});

test.afterAll(() => browser?.close());

for (const set of ['playground', 'chat libraries', 'Converse.js'] satisfies InferenceSet[]) {
  test(`${set}: every message, author and text, the list and the composer, without a question`, async () => {
    test.setTimeout(120_000);
    const { cases, close } = await startCases([set]);
    try {
      const script = await inferenceScript();
      expect(cases).toHaveLength(set === 'Converse.js' ? 1 : 5);
      for (const one of cases) {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
        await one.open(page);
        const truth = await one.truth(page);
        const found = await inferOpen(page, script, SETTLE_MS);
        const { exact, wrong, missing, list, composer } = compare(one, truth, found);
        expect(truth.length, one.name).toBeGreaterThan(0);
        expect({ name: one.name, wrong, missing, exact, list, composer, unsure: found.unsure }).toEqual({
          name: one.name,
          wrong: [],
          missing: [],
          exact: true,
          list: true,
          composer: true,
          unsure: [],
        });
        await page.close();
      }
    } finally {
      await close();
    }
  });
}

const CHAT = `<h2>Ines</h2><div style="height:300px;overflow:auto">${[
  ['them', 'Is it waterproof?'],
  ['me', 'Yes, up to two metres.'],
  ['them', 'And the strap?'],
  ['me', 'The strap too.'],
]
  .map(
    ([who, text]) =>
      `<div class="msg ${who}" style="text-align:${who === 'me' ? 'right' : 'left'}"><span class="text">${text}</span></div>`,
  )
  .join('')}</div><textarea rows="3" style="width:100%"></textarea>`;
const SAID = ['Is it waterproof?', 'Yes, up to two metres.', 'And the strap?', 'The strap too.'];

const PAGES: Record<string, string> = {
  '/late': `<body><p>Loading</p><script>setTimeout(() => { document.body.innerHTML = ${JSON.stringify(CHAT)} }, 2000)</script></body>`,
  '/frame': '<body><h1>Desk</h1><iframe src="/chat" width="1200" height="700"></iframe></body>',
  '/open': `<body><div id="host"></div><script>host.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(CHAT)}</script></body>`,
  '/closed': `<body><div id="host"></div><script>host.attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(CHAT)}</script></body>`,
  '/chat': `<body>${CHAT}</body>`,
};

function serve(): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    if (request.url === '/moved') return void response.writeHead(302, { location: '/chat' }).end();
    const page = PAGES[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page === undefined ? '' : `<!doctype html><meta charset="utf-8">${page}`);
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
    }),
  );
}

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const tsx = join(root, 'node_modules/.bin/tsx');
  return new Promise((resolve) =>
    execFile(tsx, ['scripts/infer.ts', ...args], { cwd: root }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    ),
  );
}

test('the command prints JSON and nothing else, of pages moved, late, in frames and in shadow roots', async () => {
  test.setTimeout(120_000);
  const { server, url } = await serve();
  try {
    for (const path of ['/moved', '/late', '/frame', '/open', '/closed']) {
      const { code, out, err } = await run(url + path);
      expect({ path, code, err }).toEqual({ path, code: 0, err: '' });
      const found = JSON.parse(out);
      expect(Object.keys(found), path).toEqual([
        'adapter',
        'confidence',
        'unsure',
        'messages',
        'conversations',
        'composer',
      ]);
      expect(
        found.messages.map(({ text }: { text: string }) => text),
        path,
      ).toEqual(SAID);
    }
  } finally {
    server.close();
  }
});

test('the command says what went wrong on standard error and fails', async () => {
  for (const args of [[], ['not an address'], ['http://127.0.0.1:9/']]) {
    const { code, out, err } = await run(...args);
    expect({ args, code, out }).toEqual({ args, code: 1, out: '' });
    expect(err.trim(), args.join()).not.toBe('');
  }
});
