import { afterEach, expect, it } from 'vitest';
import { adapters } from '@/lib/workbenches/registry';
import type { Fixtures } from '../../unit/workbenches/fixtureStage';
import { readFixtures } from '../../unit/workbenches/readFixtures';

/** The same pages in a browser with layout and styles: what is hidden, what is placed, where a list ends. */

const pages = import.meta.glob<string>('../../fixtures/*/*.html', { query: '?raw', import: 'default', eager: true });
const expected = import.meta.glob<Fixtures>('../../fixtures/*/expected.json', { import: 'default', eager: true });
const documented = adapters.filter(({ status }) => status.state === 'documented');
const address = location.href;

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', address);
});

it.each(documented)('$id', { timeout: 30_000 }, async (adapter) => {
  const fixtures = expected[`../../fixtures/${adapter.id}/expected.json`];
  const pageOf = (page: string) => pages[`../../fixtures/${adapter.id}/${page}.html`] ?? '';
  expect(fixtures?.steps.length).toBeGreaterThanOrEqual(4);
  const onDrawn = () => {
    if (!adapter.transcript.virtual) return;
    const box = adapter.transcript.scroller ?? adapter.transcript.list;
    const element = box.map((selector) => document.querySelector(selector)).find((one) => one !== null);
    // A list turned upside down has its newest row where it begins.
    if (element) element.scrollTop = adapter.transcript.order === 'turned' ? 0 : element.scrollHeight;
  };
  await readFixtures(fixtures?.steps ?? [], { adapter, pageOf, onDrawn });
});
