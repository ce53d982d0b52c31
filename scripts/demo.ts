import { startRecording } from '../test/e2e/support/consent';
import { launchWithExtension } from '../test/e2e/support/launch';
import { startPlayground } from '../test/playground/server';
import { playShift } from './demo/playShift';

/**
 * `npm run demo`: the extension on the playground. On a desktop in a window of its own, to try it by hand; without a
 * display, or with --headless, a shift played by itself: its figures are printed, pictures go to .output/demo.
 */
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;
const headless = process.argv.includes('--headless') || !hasDisplay;

const playground = await startPlayground({ port: 0 });
const extension = await launchWithExtension({ headless });
try {
  await startRecording(extension);
  if (headless) {
    await playShift(extension, playground.url);
    console.log('截图在 .output/demo:overlay.png、overlay-peak.png、popup.png、dashboard.png');
  } else {
    const page = await extension.context.newPage();
    await page.goto(playground.url);
    console.log(`演练场 ${playground.url} 开着:像上班一样回复。关掉浏览器窗口就结束。`);
    await new Promise<void>((resolve) => extension.context.once('close', () => resolve()));
  }
} finally {
  await extension.close().catch(() => undefined);
  await playground.close();
}
