import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What Converse.js needs to log the agent in by itself. */
export interface PageOptions {
  websocketUrl: string;
  jid: string;
  password: string;
}

/** Converse.js from node_modules as a web page on 127.0.0.1. */
export interface PageServer {
  url: string;
  close(): Promise<void>;
}

const files = fileURLToPath(new URL('../../../node_modules/converse.js/dist/', import.meta.url));

const contentTypes: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Converse.js shows its sponsors' logos from their own site. */
const nothingFromOutside = { 'content-security-policy': "img-src 'self' data: blob:" };

/** Serves the page at `/` and the package's own files under `/dist/`. Everything else is 404. */
export async function servePage(options: PageOptions): Promise<PageServer> {
  const page = pageFor(options);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...nothingFromOutside }).end(page);
      return;
    }
    const file = normalize(join(files, path.replace(/^\/dist\//, '')));
    const content = path.startsWith('/dist/') && file.startsWith(files) ? await readFile(file).catch(() => null) : null;
    if (content === null) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': contentTypes[extname(file)] ?? 'application/octet-stream' })
        .end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pageFor({ websocketUrl, jid, password }: PageOptions): string {
  const settings = {
    authentication: 'login',
    auto_login: true,
    jid,
    password,
    websocket_url: websocketUrl,
    assets_path: '/dist/',
    view_mode: 'fullscreen',
    show_controlbox_by_default: true,
    i18n: 'zh_CN',
    loglevel: 'error',
    play_sounds: false,
    show_background: false,
    discover_connection_methods: false,
    blacklisted_plugins: ['converse-omemo'],
  };
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>客服工作台</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dist/converse.min.css">
</head>
<body class="converse-fullscreen">
<div id="conversejs-bg"></div>
<script type="module">
import '/dist/converse.min.js';
converse.initialize(${JSON.stringify(settings)});
</script>
</body>
</html>
`;
}
