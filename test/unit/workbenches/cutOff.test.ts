// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { adapters } from '@/lib/workbenches/registry';
import { fixturePage, fixturesOf } from './fixtureFiles';
import { isDrawnWithoutLayout, openStage } from './fixtureStage';

/** Pages that say that they have been cut off, as documented: a state of its own, until they are not any more. */

const cutOff = adapters
  .filter(({ status }) => status.state === 'documented')
  .flatMap((adapter) => [
    ...(adapter.loggedInElsewhere ? [[adapter.id, 'elsewhere', 'loggedInElsewhere', adapter] as const] : []),
    ...(adapter.disconnected ? [[adapter.id, 'disconnected', 'disconnected', adapter] as const] : []),
  ]);

it('some are documented', () => {
  expect(cutOff.map(([id, page]) => `${id} ${page}`)).toEqual([
    'pinduoduo elsewhere',
    'taobao disconnected',
    'onetalk disconnected',
  ]);
});

it.each(cutOff)('%s: %s', async (id, page, problem, adapter) => {
  const live = fixturesOf(id).steps.find((step) => step.page === 'live');
  if (live === undefined) throw new Error(`${id} has no live page.`);
  const stage = openStage({
    adapter,
    pageOf: (name) => `${fixturePage(id, 'live')}${name === page ? fixturePage(id, page) : ''}`,
    isVisible: isDrawnWithoutLayout,
  });
  await stage.show(live);
  expect(stage.lastProblem()).toBeNull();
  await stage.show({ ...live, page });
  expect(stage.lastProblem()).toBe(problem);
  await stage.show(live);
  expect(stage.lastProblem()).toBeNull();
  stage.close();
});
