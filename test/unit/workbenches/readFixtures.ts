import { expect } from 'vitest';
import type { TranscriptReading } from '@/lib/domain/reading';
import { readDuty } from '@/lib/observer/identity';
import { firstVisible } from '@/lib/observer/query';
import { type FixtureStep, openStage, type StageOptions, shownAt } from './fixtureStage';

const rowsOf = ({ rows }: TranscriptReading) =>
  rows.map(({ author, event, text, shown }) => [
    author ?? 'event',
    author === null ? event : text,
    shown === null ? null : shown.at,
  ]);

/** Pages on which rows arrive while it is watched. */
const LIVE = ['sending', 'live'];

/**
 * Plays every page of a workbench's fixtures and holds what was read against what must be. Gives what was read last on
 * each page.
 */
export async function readFixtures(
  steps: readonly FixtureStep[],
  options: StageOptions,
): Promise<Map<string, TranscriptReading | undefined>> {
  const { adapter } = options;
  const stage = openStage(options);
  const lastOf = new Map<string, TranscriptReading | undefined>();
  const watchedFrom = steps.find(({ page }) => page === 'history')?.rows?.length ?? 0;
  let before: TranscriptReading | undefined;
  for (const step of steps) {
    const { transcripts } = await stage.show(step);
    const context = `${adapter.id}/${step.page}`;
    // A page that changes nothing in the transcript gives no reading of it.
    const last = transcripts.at(-1) ?? (before?.conversation.key === step.open ? before : undefined);
    lastOf.set(step.page, last);
    if (step.rows === null) {
      expect(
        transcripts.filter(({ conversation }) => conversation.key === step.open),
        context,
      ).toEqual([]);
    } else {
      const expected = step.rows.map(([author, text, shown]) => [author, text, shown === null ? null : shownAt(shown)]);
      expect(last?.conversation.key, context).toBe(step.open);
      expect(last && rowsOf(last), context).toEqual(expected);
      // What stood there before has no arrival; what came while it watched has one.
      const arrived = last?.rows.map(({ seenAt }) => seenAt !== null);
      const live = LIVE.includes(step.page) || before?.conversation.key === step.open;
      expect(arrived, context).toEqual(expected.map((_, i) => live && i >= watchedFrom));
      before = last;
    }
    const list = stage.lastList();
    expect(
      list?.kind === 'list' && list.items.map(({ conversation, unread, active }) => [conversation.key, unread, active]),
      context,
    ).toEqual(step.list);
    expect(readDuty({ adapter, document }), `${context}: duty`).toBe(step.duty ?? null);
    const composer = firstVisible(document, adapter.composer.field, options.isVisible ?? (() => true));
    expect(composer, `${context}: composer`).not.toBeNull();
  }
  expect(stage.lastProblem()).toBeNull();
  expect(stage.errors).toEqual([]);
  stage.close();
  return lastOf;
}
