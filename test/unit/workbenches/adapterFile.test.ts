// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { readAdapterFile, selectorParses, writeAdapterFile } from '@/lib/workbenches/adapterFile';
import { ownAdapterSchema } from '@/lib/workbenches/adapterSchema';
import { type OwnAdapter, patternOfPage, withOwnAdapter } from '@/lib/workbenches/ownAdapter';
import { playground } from '@/lib/workbenches/playground';
import { adapters } from '@/lib/workbenches/registry';

const own: OwnAdapter = {
  origin: 'https://kefu.example.com',
  adapter: { ...playground, id: 'own-kefu.example.com' },
  savedAt: 1_700_000_000_000,
  confidence: 0.9,
  repairs: null,
};
const parses = (selector: string) => selectorParses(selector, document);
const read = (text: string) => readAdapterFile(text, parses);
const changed = (change: object) => JSON.stringify({ ...JSON.parse(writeAdapterFile(own).text), ...change });

it('takes in what it wrote, and every built-in adapter could be such a file', () => {
  expect(read(writeAdapterFile(own).text)).toEqual({ own });
  for (const adapter of adapters)
    expect(ownAdapterSchema.safeParse({ ...own, adapter }).error, adapter.id).toBeUndefined();
});

it('refuses anything beside selectors, and says where', () => {
  expect(read(changed({ script: 'alert(1)' }))).toMatchObject({ problem: { kind: 'notAdapter' } });
  const { transcript } = own.adapter;
  const bad = { ...own.adapter, transcript: { ...transcript, list: ['div:has('] } };
  expect(read(changed({ adapter: bad }))).toEqual({
    problem: { kind: 'notAdapter', where: 'adapter.transcript.list' },
  });
  const style = { ...own.adapter, transcript: { ...transcript, list: ['a{color:red}'] } };
  expect(read(changed({ adapter: style }))).toMatchObject({ problem: { kind: 'notAdapter' } });
  const expression = { ...own.adapter, account: { match: '(' } };
  expect(read(changed({ adapter: expression }))).toEqual({
    problem: { kind: 'notAdapter', where: 'adapter.account.match' },
  });
});

it('refuses what is no such file, or too large', () => {
  expect(read('[]')).toEqual({ problem: { kind: 'notJson' } });
  expect(read('{"kind":"other"}')).toEqual({ problem: { kind: 'notJson' } });
  expect(read(' '.repeat(70_000))).toEqual({ problem: { kind: 'tooLarge' } });
});

it('knows ways into shadow roots', () => {
  expect(['x-chat >>> .row', '>>> .row', 'a >>> ', 'a >>> :bad('].map(parses)).toEqual([true, true, false, false]);
});

it('names a page by its place, without what names one conversation', () => {
  expect(patternOfPage('https://a.example/app/accounts/12/conversations/345?x=1#y')).toBe(
    'https://a.example/app/accounts/*/conversations/*',
  );
  expect(patternOfPage('http://127.0.0.1:8080/')).toBe('http://127.0.0.1:8080/*');
});

it('keeps one of an origin and id', () => {
  const later = { ...own, savedAt: own.savedAt + 1 };
  expect(withOwnAdapter([own], later)).toEqual([later]);
  expect(withOwnAdapter([own], { ...later, origin: 'https://b.example' })).toHaveLength(2);
});
