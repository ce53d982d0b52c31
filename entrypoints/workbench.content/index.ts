import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from './startPage';

declare global {
  /** Set in the isolated world of a page in which this script already runs; the page cannot see it. */
  var miaohuiRuns: boolean | undefined;
}

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    if (globalThis.miaohuiRuns === true) return;
    globalThis.miaohuiRuns = true;
    startPage();
  },
});
