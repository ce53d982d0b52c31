import { expect } from '@playwright/test';
import type { PlaygroundMessage, TruthEntry } from '../../playground/protocol';
import { between, pick, type Random } from '../../playground/random';
import type { LaunchedExtension } from './launch';
import {
  onPlayground,
  openPlayground,
  type PlaygroundPage,
  type PlaygroundSwitches,
  pause,
  playgroundUrl,
  recording,
} from './playgroundPage';
import { stopServiceWorker } from './serviceWorker';

const questions = ['在吗', '在吗', '有货吗', '多久发货', '能便宜点吗', '什么时候到'];
const answers = ['在的亲', '在的亲', '有货的', '今天发', '已经是最低价了'];

/** One day on the playground, step by step; `random` decides what happens next. */
export class WalkDay {
  /** When tabs began to record. */
  readonly starts: number[] = [];
  readonly done: string[] = [];
  private tabs: PlaygroundPage[] = [];
  private said = 0;
  private readonly conversations = ['c1001', 'c1002', 'c1003', 'c1004'];

  private constructor(
    private readonly extension: LaunchedExtension,
    private readonly base: string,
    private readonly switches: PlaygroundSwitches,
    private readonly random: Random,
  ) {}

  static async begin(extension: LaunchedExtension, base: string, switches: PlaygroundSwitches, random: Random) {
    const day = new WalkDay(extension, base, switches, random);
    day.starts.push(Date.now());
    day.tabs.push(await openPlayground(extension, base, switches));
    return day;
  }

  async step(): Promise<void> {
    const action = pick(this.random, this.actions());
    this.done.push(action.name.replace('bound ', ''));
    await action.call(this);
    await pause(pick(this.random, [0, 0, 30, 120, 400]));
  }

  /** Brings every conversation to the front once more, so that the page has shown all there is. */
  async end(): Promise<TruthEntry[]> {
    const [tab] = this.tabs;
    if (tab === undefined) throw new Error('No tab is open.');
    await tab.page.bringToFront();
    for (const id of [...this.conversations, 'c1001']) {
      await tab.open(id);
      await pause(400);
    }
    let truth: TruthEntry[] = [];
    for (const one of this.tabs) truth = await one.truth();
    for (const { page } of this.tabs) await page.close();
    return truth;
  }

  private actions(): (() => Promise<void>)[] {
    return [
      ...Array<() => Promise<void>>(6).fill(this.customerWrites),
      ...Array<() => Promise<void>>(5).fill(this.reply),
      ...Array<() => Promise<void>>(4).fill(this.open),
      this.switchInHaste,
      this.otherRow,
      this.scrollBack,
      this.stopWorker,
      this.reload,
      this.goAway,
      this.secondTab,
    ];
  }

  private tab(): PlaygroundPage {
    return pick(this.random, this.tabs);
  }

  private text(texts: readonly string[]): string {
    this.said++;
    return this.random() < 0.5 ? pick(this.random, texts) : `${pick(this.random, texts)} ${this.said}`;
  }

  private async customerWrites() {
    const id = pick(this.random, this.conversations);
    for (let n = between(this.random, 1, 3); n > 0; n--) {
      await this.tab().customerSays(id, this.text(questions));
      await pause(pick(this.random, [0, 20, 150]));
    }
  }

  private async open() {
    const tab = this.tab();
    await tab.page.bringToFront();
    await tab.open(pick(this.random, this.conversations));
  }

  private async reply() {
    const tab = this.tab();
    await tab.page.bringToFront();
    if ((await tab.page.evaluate(() => window.playground.openId())) === null) return;
    for (let n = between(this.random, 1, 2); n > 0; n--) await tab.reply(this.text(answers));
  }

  /** There and back before the old transcript is gone, while somebody writes. */
  private async switchInHaste() {
    const tab = this.tab();
    await tab.page.bringToFront();
    for (let n = 0; n < 3; n++) {
      const id = pick(this.random, this.conversations);
      await tab.page.locator(`.wb-conv[data-cid="${id}"]`).last().click();
      await tab.customerSays(pick(this.random, this.conversations), this.text(questions));
      await pause(pick(this.random, [0, 40, 200]));
    }
    await pause(500);
  }

  private async otherRow() {
    const author: PlaygroundMessage['author'] = pick(this.random, ['auto', 'colleague', 'system'] as const);
    await this.tab().says(pick(this.random, this.conversations), author, this.text(['您好，欢迎光临', '我来看一下']));
  }

  private async scrollBack() {
    const tab = this.tab();
    const box = await tab.page.locator('.wb-scroll').first().boundingBox();
    if (box === null) return;
    await tab.page.bringToFront();
    await tab.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await tab.page.mouse.wheel(0, -4_000);
    await pause(150);
    await tab.page.mouse.wheel(0, 60_000);
  }

  private async stopWorker() {
    await stopServiceWorker(this.tab().page);
  }

  private async reload() {
    const tab = this.tab();
    await tab.page.bringToFront();
    this.starts.push(Date.now());
    await tab.page.reload();
    await recording(this.extension, this.switches.account, this.tabs.length);
  }

  /** Nobody looks for a while, and customers go on writing. */
  private async goAway() {
    if (this.tabs.length > 1) return;
    const [tab] = this.tabs;
    if (tab === undefined) return;
    await tab.page.goto('about:blank');
    const url = playgroundUrl(this.base, this.switches).replace('/?', '/command?');
    for (let n = between(this.random, 0, 3); n > 0; n--) {
      const command = {
        op: 'append',
        conversationId: pick(this.random, this.conversations),
        author: 'customer',
        text: this.text(questions),
      };
      const { ok } = await fetch(url, { method: 'POST', body: JSON.stringify(command) });
      expect(ok).toBe(true);
      await pause(100);
    }
    // Longer than what still counts as seen.
    await pause(1_200);
    this.starts.push(Date.now());
    await tab.page.goto(playgroundUrl(this.base, this.switches));
    await recording(this.extension, this.switches.account, 1);
  }

  private async secondTab() {
    if (this.tabs.length > 1) {
      const closed = this.tabs.splice(between(this.random, 0, 1), 1);
      for (const { page } of closed) await page.close();
      await this.tabs[0]?.page.bringToFront();
      return;
    }
    const page = await this.extension.context.newPage();
    this.starts.push(Date.now());
    await page.goto(playgroundUrl(this.base, this.switches));
    this.tabs.push(onPlayground(page, Number(this.switches.switchDelay ?? 120)));
    await recording(this.extension, this.switches.account, 2);
  }
}
