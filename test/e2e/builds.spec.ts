import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

/** What is built is what is tested: the tests' build differs in one line of the manifest, and none asks the network. */

const output = fileURLToPath(new URL('../../.output', import.meta.url));
const shipped = join(output, 'chrome-mv3');
const tested = join(output, 'e2e-chrome-mv3');
const firefox = join(output, 'firefox-mv3');

test("the tests' build is the shipped one with the loopback hosts, one fixed address and the list of tabs granted", () => {
  const files = filesOf(shipped);
  expect(filesOf(tested)).toEqual(files);
  for (const file of files.filter((name) => name !== 'manifest.json')) {
    expect(readFileSync(join(tested, file)).equals(readFileSync(join(shipped, file))), file).toBe(true);
  }
  const { host_permissions, permissions, ...rest } = manifestOf(tested);
  const { permissions: granted, ...ours } = manifestOf(shipped);
  expect(rest).toEqual(ours);
  expect(permissions).toEqual([...(granted as string[]), 'tabs']);
  expect(host_permissions).toEqual(['http://127.0.0.1/*', 'http://localhost/*', 'https://*.taobao.com/*']);
});

test('nothing is granted at install but what the manifest explains', () => {
  const manifest = manifestOf(shipped);
  expect(manifest.permissions).toEqual([
    'storage',
    'unlimitedStorage',
    'scripting',
    'alarms',
    'notifications',
    'activeTab',
  ]);
  expect(manifest.optional_permissions).toEqual(['tabs']);
  expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  for (const key of [
    'host_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
    'content_security_policy',
    'update_url',
  ]) {
    expect(manifest, key).not.toHaveProperty(key);
  }
});

for (const [name, folder] of [
  ['Chromium', shipped],
  ['Firefox', firefox],
] as const) {
  test(`${name}: no code from outside, no evaluated text, no request`, () => {
    const files = filesOf(folder).filter((one) => /\.(js|html|css)$/.test(one));
    expect(files).toContain('background.js');
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      const found = forbidden.flatMap((expression) => text.match(expression) ?? []);
      expect(found, file).toEqual([]);
      const addresses = text.match(/\b(?:https?|wss?):\/\/[\w.-]+[^\s"'`)]*/g) ?? [];
      expect(
        addresses.filter(
          (address) => !namesOnly.some((known) => address.startsWith(known)) && !isMatchPattern(address),
        ),
        file,
      ).toEqual([]);
    }
  });
}

test('Firefox: an id of its own, and no data collected', () => {
  const manifest = manifestOf(firefox);
  expect(manifest.manifest_version).toBe(3);
  expect(manifest.browser_specific_settings).toEqual({
    gecko: {
      id: expect.stringMatching(/^[\w.-]+@[\w.-]+$/),
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  });
  expect(manifest).not.toHaveProperty('web_accessible_resources');
  expect(manifest).not.toHaveProperty('host_permissions');
});

/** Ways to run text, to load code and to talk to the network. */
const forbidden = [
  /\beval\(/,
  /\bnew Function\(/,
  /\bXMLHttpRequest\b/,
  /\bnew (?:WebSocket|EventSource|RTCPeerConnection|WebTransport)\b/,
  /\bsendBeacon\b/,
  /\bimportScripts\(/,
  /\bfetch\(/,
  /<script[^>]+src="(?:https?:)?\/\//,
  /createElement\("script"\)/,
];

/** Namespaces, and places where a library's own error messages are explained: names, to which nothing is sent. */
const namesOnly = [
  'http://www.w3.org/',
  // Names of vocabularies inside a workbook, in both editions of the standard and of Excel itself.
  'http://schemas.openxmlformats.org/',
  'http://purl.oclc.org/ooxml/',
  'http://schemas.microsoft.com/office/',
  'https://react.dev/errors/',
  'https://github.com/wxt-dev/wxt/issues/371',
  'https://wxt.dev/guide/go-further/testing.html',
  'https://tinyurl.com/y2uuvskb',
  'http://bit.ly/2kdckMn',
];

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function manifestOf(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
}

/** An adapter's match pattern names an address without ever asking it: it ends with, or is built around, a star. */
function isMatchPattern(address: string): boolean {
  return address.endsWith('*') && !address.includes('?');
}
