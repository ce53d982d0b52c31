// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { adapters } from '@/lib/workbenches/registry';
import type { Adapter } from '@/lib/workbenches/types';
import { fixtureFolders, fixturePage, fixtureSteps } from './fixtureFiles';
import { isDrawnWithoutLayout } from './fixtureStage';
import { readFixtures } from './readFixtures';

/** These are read on the running application by the end-to-end tests; the rest stand on documents alone. */
const documented = adapters.filter(({ status }) => status.state === 'documented');

afterEach(() => {
  document.body.innerHTML = '';
});

it.each(documented)('$id has fixtures, which say what they are', ({ id }) => {
  expect(fixtureFolders()).toContain(id);
  for (const { page } of fixtureSteps(id)) {
    expect(fixturePage(id, page).split('\n')[0]).toBe('<!-- Built from documentation, not a capture -->');
  }
});

describe.each(documented.map((adapter): [string, Adapter] => [adapter.id, adapter]))('%s', (id, adapter) => {
  it('reads every page of its fixtures, and nothing else', { timeout: 30_000 }, async () => {
    const pageOf = (page: string) => fixturePage(id, page);
    const read = await readFixtures(fixtureSteps(id), { adapter, pageOf, isVisible: isDrawnWithoutLayout });
    const [sending, live] = [read.get('sending'), read.get('live')];
    if (sending && live) {
      // The page gave the agent's message its number: the message is the same one, and came when it came.
      const row = sending.rows.length - 1;
      expect(live.rows[row]?.token).toBe(sending.rows[row]?.token);
      expect(live.rows[row]?.seenAt).toBe(sending.rows[row]?.seenAt);
    }
  });
});
