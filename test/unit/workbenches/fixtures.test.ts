// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { TranscriptReading } from '@/lib/domain/reading';
import { firstVisible } from '@/lib/observer/query';
import { adapters } from '@/lib/workbenches/registry';
import type { Adapter } from '@/lib/workbenches/types';
import { fixtureFolders, fixturePage, fixtureSteps, openStage, shownAt } from './fixtureStage';

/** These are read on the running application by the end-to-end tests; the rest stand on documents alone. */
const documented = adapters.filter(({ status }) => status.state === 'documented');

const rowsOf = ({ rows }: TranscriptReading) =>
  rows.map(({ author, event, text, shown }) => [
    author ?? 'event',
    author === null ? event : text,
    shown === null ? null : shown.at,
  ]);

afterEach(() => {
  document.body.innerHTML = '';
});

it.each(documented)('$id has fixtures, which say what they are', ({ id }) => {
  expect(fixtureFolders()).toContain(id);
  const pages = fixtureSteps(id).map(({ page }) => page);
  expect(pages).toEqual(expect.arrayContaining(['history', 'live', 'switched']));
  for (const page of pages) {
    expect(fixturePage(id, page).split('\n')[0]).toBe('<!-- Built from documentation, not a capture -->');
  }
});

describe.each(documented.map((adapter): [string, Adapter] => [adapter.id, adapter]))('%s', (id, adapter) => {
  it('reads every page of its fixtures, and nothing else', async () => {
    const stage = openStage(adapter);
    const steps = fixtureSteps(id);
    let known = 0;
    for (const step of steps) {
      const { transcripts } = await stage.show(step);
      const context = `${id}/${step.page}`;
      const last = transcripts.at(-1);
      if (step.rows === null) {
        expect(
          transcripts.filter(({ conversation }) => conversation.key === step.open),
          context,
        ).toEqual([]);
      } else {
        const expected = step.rows.map(([author, text, shown]) => [
          author,
          text,
          shown === null ? null : shownAt(shown),
        ]);
        expect(last?.conversation.key, context).toBe(step.open);
        expect(last && rowsOf(last), context).toEqual(expected);
        // What stood there before has no arrival; what came while it watched has one.
        const arrived = last?.rows.map(({ seenAt }) => seenAt !== null);
        expect(arrived, context).toEqual(expected.map((_, i) => step.page === 'live' && i >= known));
        known = expected.length;
      }
      const list = stage.lastList();
      expect(
        list?.kind === 'list' &&
          list.items.map(({ conversation, unread, active }) => [conversation.key, unread, active]),
        context,
      ).toEqual(step.list);
      expect(
        firstVisible(document, adapter.composer.field, () => true),
        `${context}: composer`,
      ).not.toBeNull();
    }
    expect(stage.lastProblem()).toBeNull();
    expect(stage.errors).toEqual([]);
    stage.close();
  });
});
