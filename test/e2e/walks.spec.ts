import { expect, test } from '@playwright/test';
import { type Playground, startPlayground } from '../playground/server';
import { startRecording } from './support/consent';
import { type LaunchedExtension, launchWithExtension } from './support/launch';
import { walk } from './support/walk';

/**
 * Days at random on the playground: customers, replies, switches, scrolling, reloads, second tabs, stopped workers, in
 * any order. A failure names its seed: `WALK_SEED=… WALKS=1 npm run test:walks` goes the same way again.
 */
const first = Number(process.env.WALK_SEED ?? 1);
const walks = Number(process.env.WALKS ?? 30);

let extension: LaunchedExtension;
let playground: Playground;

test.beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
  extension = await launchWithExtension();
  await startRecording(extension);
});

test.afterAll(async () => {
  await extension?.close();
  await playground?.close();
});

test.afterEach(async () => {
  for (const page of extension.context.pages().slice(1)) await page.close();
});

for (let seed = first; seed < first + walks; seed++) {
  test(`every message once, in order, on time: walk ${seed}`, async () => {
    test.setTimeout(240_000);
    const result = await walk(extension, playground.url, { seed, steps: 40 });
    test.info().annotations.push({ type: 'walk', description: JSON.stringify(result) });
    console.log(`walk ${seed}: ${JSON.stringify(result)}`);
    // Of what tabs showed as it came, nearly all is timed.
    expect(result.uncertainThoughSeen).toBeLessThanOrEqual(result.messages * 0.05);
  });
}
