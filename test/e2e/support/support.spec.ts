import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { overlay } from './closedRoot';
import { type LaunchedExtension, launchWithExtension } from './launch';
import { runningServiceWorkers, serviceWorkerRuns, stopServiceWorker } from './serviceWorker';

/** The helpers must see and do what a person can; tried on an extension of ten lines with a closed shadow root. */

const manifest = {
  manifest_version: 3,
  name: 'Tries the helpers',
  version: '1',
  background: { service_worker: 'background.js' },
  content_scripts: [{ matches: ['http://127.0.0.1/*'], js: ['content.js'] }],
};
const background = `chrome.runtime.onMessage.addListener((_, __, answer) => answer(chrome.i18n.getUILanguage()));`;
const content = `
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = '<style>b { display: none }</style><p>等待 <span>3</span></p><b>没有</b><button aria-label="暂停">‖</button>';
  const button = root.querySelector('button');
  button.onclick = async ({ isTrusted }) => {
    root.querySelector('span').textContent = isTrusted + ' ' + await chrome.runtime.sendMessage('?');
    button.remove();
  };
  setTimeout(() => document.body.append(host), 300);
`;

let extension: LaunchedExtension;
let folder: string;
let server: Server;
let url: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'miaohui-helpers-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'background.js'), background);
  await writeFile(join(folder, 'content.js'), content);
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>page</p>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`;
  extension = await launchWithExtension({ extensionPath: folder });
});

test.afterAll(async () => {
  await extension?.close();
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a closed root is read by role and name, and clicked with a real mouse', async () => {
  const page = await extension.context.newPage();
  await page.goto(url);
  const seen = await overlay(page);
  expect(await seen.text()).toBe('');
  await seen.button('暂停').waitFor();
  expect(await seen.text()).toBe('等待 3 ‖');
  expect(await seen.find({ role: 'button', name: /停/ }).count()).toBe(1);
  expect(await seen.find({ role: 'button', name: '停' }).count()).toBe(0);
  await seen.button('暂停').click();
  await seen.waitForText('等待 true zh-CN');
  await seen.button('暂停').waitForGone();
  await page.close();
});

test('the worker is stopped for real and starts again at the next message', async () => {
  const page = await extension.context.newPage();
  await page.goto(url);
  await stopServiceWorker(page);
  expect(await runningServiceWorkers(extension.context)).toBe(0);
  const seen = await overlay(page);
  await seen.button('暂停').click();
  await seen.waitForText('true zh-CN');
  await serviceWorkerRuns(extension.context);
  await page.close();
});
