import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { type PlaygroundOptions, readOptions } from './options';
import type { ShopCommand } from './protocol';
import { Shop } from './shop';

/** A running playground. */
export interface Playground {
  /** Address of the page, without a query. */
  url: string;
  close(): Promise<void>;
}

const maxBodyBytes = 1_000_000;
/** How much later than the frame in it a slow page is there. */
const SLOW_MS = 4_000;

/** Serves the workbench page and keeps its shops; `port: 0` takes a free one. */
export async function startPlayground(options: { port: number }): Promise<Playground> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('./page/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome109',
    charset: 'utf8',
    tsconfigRaw: {},
  });
  const code = bundle.outputFiles[0]?.text ?? '';
  const shops = new Map<string, Shop>();
  const shopOf = (query: PlaygroundOptions): Shop => {
    const shop = shops.get(query.shop) ?? new Shop(query);
    shops.set(query.shop, shop);
    return shop;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const query = readOptions(url.searchParams);
    if (request.method === 'GET' && url.pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(pageHtml(query));
    } else if (request.method === 'GET' && url.pathname === '/around') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(aroundHtml(url.searchParams.get('src') ?? '/', url.searchParams.has('slow')));
    } else if (request.method === 'GET' && url.pathname === '/slow.js') {
      setTimeout(() => response.writeHead(200, { 'content-type': 'text/javascript' }).end(), SLOW_MS);
    } else if (request.method === 'GET' && url.pathname === '/page.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' });
      response.end(code);
    } else if (request.method === 'GET' && url.pathname === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      const leave = shopOf(query).subscribe(url.searchParams.get('tab') ?? '', (event) => {
        response.write(`data: ${JSON.stringify(event)}\n\n`);
      });
      response.on('close', leave);
    } else if (request.method === 'POST' && url.pathname === '/command') {
      const command: ShopCommand = JSON.parse(await readBody(request));
      const result = shopOf(query).handle(command) ?? null;
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(result));
    } else {
      response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end();
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The playground has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        for (const shop of shops.values()) shop.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Only the first skin proves what it is; the others are pages that nobody has described. */
function pageHtml(query: PlaygroundOptions): string {
  const mark = ['playground', ...(query.virtual ? ['virtual'] : []), ...(query.keys === 'name' ? ['names'] : [])].join(
    '-',
  );
  const signature = query.skin === 1 ? `<meta name="workbench" content="${mark}">` : '';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${signature}<title>客服工作台</title></head><body><script src="/page.js"></script></body></html>`;
}

/** Another page that shows the workbench, or such a page again, in a frame behind an empty one. */
function aroundHtml(src: string, slow: boolean): string {
  const address = src.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>商家后台</title><style>
body { margin: 0; font: 14px sans-serif; }
header { height: 48px; line-height: 48px; padding: 0 16px; background: #1f2937; color: #fff; }
iframe.chat { position: absolute; left: 60px; top: 56px; width: calc(100% - 72px); height: calc(100% - 66px); border: 3px solid #9ca3af; box-sizing: border-box; }
</style></head><body><header>商家后台</header><iframe hidden></iframe><iframe class="chat" src="${address}"></iframe>${slow ? '<script src="/slow.js"></script>' : ''}</body></html>`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) throw new Error('The command is too large.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const playground = await startPlayground({ port: Number(process.env.PORT ?? 4173) });
  console.log(`演练场 ${playground.url}`);
}
