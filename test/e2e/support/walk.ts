import { expect } from '@playwright/test';
import type { PlaygroundMessage, TruthEntry } from '../../playground/protocol';
import { between, partSeed, pick, type Random, seededRandom } from '../../playground/random';
import type { LaunchedExtension } from './launch';
import {
  onPlayground,
  openPlayground,
  type PlaygroundPage,
  type PlaygroundSwitches,
  pause,
  playgroundUrl,
  recording,
  seenAt,
  storedOf,
} from './playgroundPage';
import { stopServiceWorker } from './serviceWorker';
import { readTable } from './store';

/** A working day gone through at random: what agents, customers, pages and browsers do, in any order. */
export interface Walk {
  seed: number;
  steps: number;
}

/** What one walk came to; every number is a count of messages or turns. */
export interface WalkResult {
  messages: number;
  /** Left out with a recorded gap: rows that fit the stored ones in more than one way. */
  ambiguous: number;
  uncertain: number;
  /** Uncertain although a tab that recorded had shown them as they came. */
  uncertainThoughSeen: number;
  /** Timed by what the page showed, although a tab had shown them as they came. */
  onlyShown: number;
  turns: number;
  timed: number;
}

const TOLERANCE_MS = 50;
/** What was only shown is known to its second, half of one off at most beside the spread of the samples. */
const SHOWN_TOLERANCE_MS = 1_500;
/** After its start a tab catches up, until its list has stood still once; what comes then may be uncertain. */
const CATCHING_UP_MS = 10_000;

const looks: Record<string, string>[] = [
  {},
  { optimistic: 'replace' },
  { optimistic: 'off' },
  { ids: 'off' },
  { ids: 'off', optimistic: 'replace' },
  { ids: 'off', times: 'minute', changing: 'on' },
  { ids: 'off', times: 'none' },
  { virtual: 'on', history: '60' },
  { groups: 'on' },
  { lateText: '250', ids: 'off' },
  { switchDelay: '350' },
];

const questions = ['在吗', '在吗', '有货吗', '多久发货', '能便宜点吗', '什么时候到'];
const answers = ['在的亲', '在的亲', '有货的', '今天发', '已经是最低价了'];

/** Goes through one walk and holds what was stored against the playground's own log. */
export async function walk(extension: LaunchedExtension, base: string, { seed, steps }: Walk): Promise<WalkResult> {
  const random = seededRandom(partSeed('walk', seed));
  const account = `walk-${seed}`;
  const switches = { account, ...pick(random, looks) };
  const day = await Day.begin(extension, base, switches, random);
  try {
    for (let step = 0; step < steps; step++) await day.step();
    const truth = await day.end();
    return await check(extension, { account, truth, starts: day.starts, ids: !('ids' in switches) });
  } catch (error) {
    console.log(`walk ${seed}, ${JSON.stringify(switches)}: ${day.done.join(' ')}`);
    throw error;
  }
}

class Day {
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
    const day = new Day(extension, base, switches, random);
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

const storedAuthor: Record<PlaygroundMessage['author'], string | null> = {
  customer: 'customer',
  agent: 'agent',
  auto: 'auto',
  robot: 'auto',
  colleague: 'colleague',
  system: null,
};

/** What a colleague or a machine wrote first in a conversation that nobody had opened is history when it is opened. */
function withoutUnannounced(theirs: readonly TruthEntry[], ours: readonly Stored[]): TruthEntry[] {
  const first = theirs.findIndex(({ author }) => author === 'customer' || author === 'agent');
  return ours.length < theirs.length && ours[0]?.author !== storedAuthor[theirs[0]?.author ?? 'system']
    ? theirs.slice(first === -1 ? theirs.length : first)
    : [...theirs];
}

type Stored = Awaited<ReturnType<typeof storedOf>>[number];

async function check(
  extension: LaunchedExtension,
  { account, truth, starts, ids }: { account: string; truth: TruthEntry[]; starts: number[]; ids: boolean },
): Promise<WalkResult> {
  const happened = truth.filter((entry) => !entry.history && storedAuthor[entry.author] !== null);
  await expect
    .poll(async () => (await storedOf(extension, account)).length, { timeout: 3_000 })
    .toBe(happened.length)
    .catch(() => undefined);
  // What comes twice comes a moment later.
  await pause(500);
  const stored = await storedOf(extension, account);
  const turns = (await readTable(extension.serviceWorker, 'turns')).filter(
    (turn) => turn.account === account && turn.state !== 'bot',
  );
  const gaps = (await readTable(extension.serviceWorker, 'gaps')).filter((gap) => gap.kind === 'ambiguous');
  const result: WalkResult = {
    messages: happened.length,
    ambiguous: 0,
    uncertain: 0,
    uncertainThoughSeen: 0,
    onlyShown: 0,
    turns: 0,
    timed: 0,
  };
  for (const conversation of new Set(happened.map((entry) => entry.conversationId))) {
    const ours = stored.filter((entry) => entry.key === conversation);
    const theirs = withoutUnannounced(
      happened.filter((entry) => entry.conversationId === conversation),
      ours,
    );
    const lines = {
      theirs: theirs.map((entry) => `${storedAuthor[entry.author]}: ${entry.text}`),
      ours: ours.map((entry) => `${entry.author}: ${entry.text}`),
    };
    const isUnclear = !ids && gaps.some((gap) => String(gap.conversationId).endsWith(`|${conversation}`));
    if (isUnclear && lines.ours.join('\n') !== lines.theirs.join('\n')) {
      // Said to be unclear: then nothing may stand twice, but something may be missing.
      try {
        expectSubsequence(lines.ours, lines.theirs);
      } catch (error) {
        tell(conversation, theirs, ours);
        throw error;
      }
      result.ambiguous += theirs.length - ours.length;
      continue;
    }
    if (lines.ours.join('\n') !== lines.theirs.join('\n')) tell(conversation, theirs, ours);
    expect(lines.ours, conversation).toEqual(lines.theirs);
    try {
      for (const [index, entry] of theirs.entries()) checkTime(ours[index], entry, starts, result);
    } catch (error) {
      tell(conversation, theirs, ours);
      throw error;
    }
    checkTurns(
      turns
        .filter((turn) => String(turn.conversationId).endsWith(`|${conversation}`))
        .sort((a, b) => Number(a.index) - Number(b.index)),
      theirs,
      result,
    );
  }
  return result;
}

/** Prints what happened in a conversation and what was stored of it, for whoever looks for the reason. */
function tell(conversation: string, theirs: readonly TruthEntry[], ours: readonly Stored[]): void {
  const clock = (at: number) => new Date(at).toISOString().slice(14, 23);
  console.log(`${conversation} as it happened:`);
  for (const { author, text, sentAt, appeared } of theirs) {
    const seen = appeared.map(({ at, where, tab, open }) => `${clock(at)} ${where} of ${tab} (open: ${open})`);
    console.log(`  ${clock(sentAt)} ${author}: ${text} | ${seen.join(', ')}`);
  }
  console.log(`${conversation} as it was stored:`);
  for (const { author, text, at, uncertain } of ours)
    console.log(`  ${clock(at)}${uncertain ? '?' : ''} ${author}: ${text}`);
}

function expectSubsequence(part: readonly string[], whole: readonly string[]): void {
  let from = 0;
  for (const line of part) {
    const found = whole.indexOf(line, from);
    expect(found, `${line} is not in its place among ${whole.join(' | ')}`).toBeGreaterThanOrEqual(0);
    from = found + 1;
  }
}

function checkTime(ours: Stored | undefined, truth: TruthEntry, starts: readonly number[], result: WalkResult): void {
  const at = seenAt(truth);
  if (ours?.uncertain === true) {
    result.uncertain++;
    const catchingUp = starts.some((start) => truth.sentAt < start + CATCHING_UP_MS && truth.sentAt > start - 2_000);
    if (at !== null && !catchingUp) result.uncertainThoughSeen++;
    return;
  }
  const off = Number(ours?.at) - (at ?? truth.sentAt);
  const tolerance = at !== null && ours?.observed === true ? TOLERANCE_MS : SHOWN_TOLERANCE_MS;
  if (at !== null && ours?.observed === false) result.onlyShown++;
  const told = `${truth.conversationId} ${truth.author} ${truth.text}: ${off} ms off, ${at === null ? 'not seen' : 'seen'}`;
  expect(Math.abs(off), told).toBeLessThanOrEqual(tolerance);
}

/** Turns by the plainest reading of the rule: a burst and the first reply of a person to it. */
function checkTurns(turns: Record<string, unknown>[], messages: readonly TruthEntry[], result: WalkResult): void {
  const expected: { state: string; startedAt: number | null; latency: number | null }[] = [];
  let open: (typeof expected)[number] | null = null;
  for (const entry of messages) {
    const at = seenAt(entry);
    if (entry.author === 'customer' && open === null) {
      open = { state: 'pending', startedAt: at, latency: null };
      expected.push(open);
    } else if (entry.author === 'colleague' && open !== null) {
      open.state = 'excused';
      open = null;
    } else if (entry.author === 'agent' && open !== null) {
      open.state = 'answered';
      open.latency = at === null || open.startedAt === null ? null : at - open.startedAt;
      open = null;
    }
  }
  expect(turns.map((turn) => turn.state)).toEqual(expected.map(({ state }) => state));
  result.turns += turns.length;
  for (const [index, turn] of turns.entries()) {
    const latency = expected[index]?.latency ?? null;
    if (latency === null || turn.uncertain === true) continue;
    result.timed++;
    expect(Math.abs(Number(turn.repliedAt) - Number(turn.clockAt) - latency)).toBeLessThanOrEqual(SHOWN_TOLERANCE_MS);
  }
}
