import { expect, type Frame, type Page } from '@playwright/test';
import type { PlaygroundMessage, TruthEntry } from '../../playground/protocol';
import type { LaunchedExtension } from './launch';
import { readTable, type StoredRecord } from './store';
import { toleranceMs } from './tolerance';

/** A tab on the playground, worked with mouse and keyboard; customers and the truth through `window.playground`. */
export interface PlaygroundPage {
  page: Page;
  /** Clicks the conversation in the list and waits until its transcript stands there. */
  open(id: string): Promise<void>;
  customerSays(id: string, ...texts: string[]): Promise<void>;
  says(id: string, author: PlaygroundMessage['author'], text: string): Promise<void>;
  /** Types into the composer and presses Enter; resolves when the row stands in the transcript. */
  reply(text: string): Promise<void>;
  truth(): Promise<TruthEntry[]>;
}

export interface PlaygroundSwitches {
  /** Tells the conversations of one test from those of another; shown in the header. */
  account: string;
  [name: string]: string;
}

/** Address of a playground without a script: customers write only when told to. */
export function playgroundUrl(base: string, switches: PlaygroundSwitches): string {
  const query = new URLSearchParams({ script: 'off', customers: '4', history: '6', ...switches });
  if (!query.has('shop')) query.set('shop', switches.account);
  return `${base}?${query}`;
}

/** Opens a playground in a new tab and waits until it is being recorded. */
export async function openPlayground(
  extension: LaunchedExtension,
  base: string,
  switches: PlaygroundSwitches,
): Promise<PlaygroundPage> {
  const page = await extension.context.newPage();
  await page.goto(playgroundUrl(base, switches));
  await recording(extension, switches.account, 1);
  await pause(SETTLED);
  return onPlayground(page, Number(switches.switchDelay ?? 120));
}

/** A list that has just loaded catches up: until it has stood still for so long, ms, its badges have no certain time. */
const SETTLED = 1_100;

/** Waits until so many tabs of an account record: the store knows them, and each has read its list once. */
export async function recording(extension: LaunchedExtension, account: string, tabs: number): Promise<void> {
  await expect
    .poll(
      async () =>
        (await readTable(extension.serviceWorker, 'recorders')).filter(
          (one) => one.account === account && one.endedAt === null && one.listReadAt !== null,
        ).length,
    )
    .toBe(tabs);
}

/** The tab's controls; of a playground in a frame of its page, with that frame. */
export function onPlayground(page: Page, switchDelayMs = 120, frame: Frame = page.mainFrame()): PlaygroundPage {
  const field = frame.getByRole('textbox', { name: '回复内容' });
  const says: PlaygroundPage['says'] = async (id, author, text) => {
    await frame.evaluate(([to, by, what]) => window.playground.says(to, by, what), [id, author, text] as const);
  };
  return {
    page,
    says,
    async open(id) {
      await frame.locator(`.wb-conv[data-cid="${id}"]`).last().click();
      await frame.waitForFunction((wanted) => window.playground.openId() === wanted, id);
      // The old transcript stays under the new head for a while.
      await pause(switchDelayMs + 60);
    },
    async customerSays(id, ...texts) {
      for (const text of texts) await says(id, 'customer', text);
    },
    async reply(text) {
      await field.click();
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
      await frame.locator('.wb-row--own .wb-text', { hasText: text }).last().waitFor({ state: 'attached' });
    },
    truth: () => frame.evaluate(() => window.playground.truth()),
  };
}

const storedAuthor: Record<PlaygroundMessage['author'], string | null> = {
  customer: 'customer',
  agent: 'agent',
  auto: 'auto',
  robot: 'auto',
  colleague: 'colleague',
  system: null,
};

/** A message is seen when a tab shows it this soon after it was sent, ms. */
const SEEN_WITHIN = 1_000;

/**
 * Holds what the extension stored of one account against the playground's own log: every message once, in order, by
 * the right author, at the time at which it first appeared, uncertain where nobody could see it appear; and the turns
 * and their latencies that follow.
 */
export async function expectTruth(
  extension: LaunchedExtension,
  account: string,
  tabs: PlaygroundPage[],
): Promise<void> {
  let truth: TruthEntry[] = [];
  for (const tab of tabs) truth = await tab.truth();
  const happened = truth.filter((entry) => !entry.history && storedAuthor[entry.author] !== null);
  const told = happened.map((entry) => `${entry.conversationId} ${storedAuthor[entry.author]}: ${entry.text}`).sort();
  await expect.poll(async () => (await storedOf(extension, account)).map(line).sort()).toEqual(told);
  // What comes twice comes a moment later.
  await pause(300);
  const stored = await storedOf(extension, account);
  expect(stored.map(line).sort()).toEqual(told);
  const turns = (await readTable(extension.serviceWorker, 'turns')).filter(
    (turn) => turn.account === account && turn.state !== 'bot',
  );
  for (const conversation of new Set(happened.map((entry) => entry.conversationId))) {
    const theirs = happened.filter((entry) => entry.conversationId === conversation);
    const ours = stored.filter((entry) => entry.key === conversation);
    expect(ours.map(line)).toEqual(
      theirs.map((entry) => `${conversation} ${storedAuthor[entry.author]}: ${entry.text}`),
    );
    for (const [index, entry] of theirs.entries()) expectTime(ours[index], entry);
    expectLatencies(
      turns
        .filter((turn) => String(turn.conversationId).endsWith(`|${conversation}`))
        .sort((a, b) => Number(a.index) - Number(b.index)),
      theirs,
    );
  }
}

/** A message that nobody saw come has no certain time, whatever its row shows. */
function expectTime(ours: StoredMessage | undefined, truth: TruthEntry): void {
  const at = seenAt(truth);
  expect(ours?.uncertain, `${truth.text}: uncertain`).toBe(at === null);
  if (at !== null) expect(Math.abs(Number(ours?.at) - at), `${truth.text}: time`).toBeLessThanOrEqual(toleranceMs());
}

/** Turns by the plainest reading of the rule: a burst and the first reply of a person to it. */
function expectLatencies(turns: StoredRecord[], messages: readonly TruthEntry[]): void {
  const expected: { startedAt: number | null; latency: number | null; answered: boolean }[] = [];
  let open: (typeof expected)[number] | null = null;
  for (const entry of messages) {
    if (entry.author === 'customer' && open === null) {
      open = { startedAt: seenAt(entry), latency: null, answered: false };
      expected.push(open);
    } else if (entry.author === 'agent' && open !== null) {
      const at = seenAt(entry);
      open.answered = true;
      open.latency = at === null || open.startedAt === null ? null : at - open.startedAt;
      open = null;
    }
  }
  expect(turns.map((turn) => turn.state)).toEqual(expected.map((turn) => (turn.answered ? 'answered' : 'pending')));
  for (const [index, turn] of turns.entries()) {
    const latency = expected[index]?.latency ?? null;
    if (latency === null) continue;
    expect(turn.uncertain).toBe(false);
    expect(Math.abs(Number(turn.repliedAt) - Number(turn.clockAt) - latency)).toBeLessThanOrEqual(toleranceMs());
  }
}

/** When a tab first showed it; null when none did at that time. */
export function seenAt(entry: TruthEntry): number | null {
  const first = Math.min(...entry.appeared.map((appearance) => appearance.at));
  return first - entry.sentAt <= SEEN_WITHIN ? first : null;
}

interface StoredMessage {
  key: string;
  author: string;
  text: string | null;
  at: number;
  uncertain: boolean;
  /** Timed by when it was seen, not by what the workbench shows. */
  observed: boolean;
}

/** The stored messages of an account, history left out, in the order of each conversation. */
export async function storedOf(extension: LaunchedExtension, account: string): Promise<StoredMessage[]> {
  const texts = new Map((await readTable(extension.serviceWorker, 'texts')).map((one) => [one.key, one.text]));
  return (await readTable(extension.serviceWorker, 'entries'))
    .filter((entry) => entry.author !== null && entry.history === false)
    .filter((entry) => String(entry.conversationId).split('|')[2] === account)
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map((entry) => ({
      key: String(entry.conversationId).split('|').slice(3).join('|'),
      author: String(entry.author),
      text: typeof texts.get(entry.key) === 'string' ? String(texts.get(entry.key)) : null,
      at: Number(entry.at),
      uncertain: entry.uncertain === true,
      observed: entry.observedAt !== null,
    }));
}

function line({ key, author, text }: StoredMessage): string {
  return `${key} ${author}: ${text}`;
}

/** Lets the page go on for a while. */
export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
