import { overlay } from '../../test/e2e/support/closedRoot';
import type { LaunchedExtension } from '../../test/e2e/support/launch';
import { openDashboard, openPopup } from '../../test/e2e/support/pages';
import { takeScreenshot } from '../../test/e2e/support/screenshots';
import { readFigures } from './figures';

const SPEED = 10;
const SHIFT_MS = 300_000;
/** A list that has just loaded has to stand still once before its badges have certain times, ms. */
const SETTLED = 1_200;
/** In the first seconds after its start a list still loads: who comes then waits for an unknown time. */
const LOADED = 6_000;
const seconds = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Five minutes of a shift at ten times the speed, by the playground's own agent; prints the figures, keeps pictures. */
export async function playShift(extension: LaunchedExtension, base: string): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto(`${base}?agent=bot&speed=${SPEED}&seed=11&customers=16`);
  await page.evaluate('window.playground.pause()');
  const seen = await overlay(page);
  await seen.button(/^\d+ 等待/).click();
  await seconds(SETTLED);
  console.log(`演练:${SHIFT_MS / 60_000} 分钟的一班,${SPEED} 倍速,约 ${SHIFT_MS / SPEED / 1000} 秒。`);
  await page.evaluate('window.playground.resume()');
  await seconds(SHIFT_MS / SPEED);
  await page.evaluate('window.playground.pause()');
  await seconds(SETTLED);
  const popup = await openPopup(extension);
  await popup.locator('.mh-counts__cell').first().waitFor();
  await seconds(500);
  console.table(await readFigures(popup));
  await takeScreenshot(popup, '.output/demo/popup.png');
  await popup.close();

  await page.bringToFront();
  // A peak ends only after a quiet minute; a page that has just loaded begins without one.
  await page.reload();
  await seen.waitForText('等待中');
  await seconds(SETTLED);
  await page.evaluate("window.playground.customerSays(window.playground.openId(), '今天拍的话什么时候发货呀')");
  await seen.waitForText('Alt+1');
  await seconds(LOADED);
  await takeScreenshot(page, '.output/demo/overlay.png');

  // One by one, as they come: many new items at once would be old ones that came into sight.
  for (let count = 10; count <= 40; count += 1) await page.evaluate(`window.playground.setWaiting(${count})`);
  await seen.waitForText(/等待 \d\d /);
  await seconds(SETTLED);
  await takeScreenshot(page, '.output/demo/overlay-peak.png');

  const dashboard = await openDashboard(extension);
  await dashboard.setViewportSize({ width: 1366, height: 768 });
  await dashboard.locator('table').first().waitFor();
  await seconds(500);
  await takeScreenshot(dashboard, '.output/demo/dashboard.png');
}
