import type { Reading, TranscriptReading } from '@/lib/domain/reading';
import { startObserver } from '@/lib/observer/startObserver';
import type { Adapter } from '@/lib/workbenches/types';

/** An adapter of the plainest kind, for a page that a test draws by hand. */
export const plain: Adapter = {
  id: 'plain',
  name: { zh: '测试', en: 'Plain' },
  matches: ['https://chat.example.com/desk/*'],
  frames: 'top',
  status: { state: 'documented', date: '2026-11-21' },
  transcript: {
    list: ['.rows'],
    row: ['.row'],
    authors: [
      { author: 'automatic', when: { self: '.auto' } },
      { author: 'own', when: { self: '.own' } },
      { author: 'customer', when: { self: '.customer' } },
    ],
    events: [{ event: 'closed', when: { self: '.system', text: '^会话已关闭' } }],
    text: { at: ['.text'], without: ['.translation'] },
    placeholders: [{ when: { has: 'img' }, text: '[图片]' }],
    id: { attribute: 'data-id', temporary: '^tmp' },
    shown: [{ at: ['time'], format: 'HH:mm', match: '^\\d{2}:\\d{2}$', precision: 'minute' }],
  },
  open: { key: { at: ['header'], attribute: 'data-key' }, keyedBy: 'id', name: { at: ['header'] } },
  conversations: {
    list: ['.list'],
    item: ['.item'],
    key: { attribute: 'data-key' },
    keyedBy: 'id',
    name: { at: ['.name'] },
    active: { self: '.active' },
    unread: { at: ['.badge'] },
    preview: { at: ['.preview'] },
    wait: { at: ['.wait'], unit: 'chinese' },
  },
  composer: { field: ['textarea'], send: ['.send'], enterSends: true },
  loggedInElsewhere: { at: ['.dialog'], text: '别处登录' },
};

export const byName: Adapter = {
  ...plain,
  conversations: { ...plain.conversations, key: { at: ['.name'] }, keyedBy: 'name' },
};

export interface RowLook {
  side?: 'customer' | 'own' | 'auto' | 'system';
  id?: string;
  time?: string;
}

/** 12:00 local time on a fixed day. */
export const start = new Date(2026, 10, 21, 12).getTime();

/** A page, an observer of it, a clock and timers that stand still until they are told to go. */
export function openPage({
  adapter = plain,
  conversation = 'c1' as string | null,
  rows = [] as [string, RowLook?][],
} = {}) {
  const controller = new AbortController();
  let now = start;
  let drift = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const readings: Reading[] = [];
  const errors: unknown[] = [];
  document.body.innerHTML = `
    <div class="list"></div>
    <header ${conversation === null ? '' : `data-key="${conversation}"`}>王小萍</header>
    <div class="scroll"><div class="rows"></div></div>
    <textarea></textarea><button class="send">发送</button>`;
  const find = (selector: string): HTMLElement => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`The page has no ${selector}.`);
    return element;
  };

  const draw = (text: string | null, { side = 'customer', id, time }: RowLook = {}): HTMLElement => {
    const element = document.createElement('div');
    element.className = `row ${side}`;
    if (id !== undefined) element.dataset.id = id;
    element.innerHTML = `${text === null ? '' : '<span class="text"></span>'}${time === undefined ? '' : `<time>${time}</time>`}`;
    const span = element.querySelector('.text');
    if (span) span.textContent = text;
    return element;
  };
  for (const [text, look] of rows) find('.rows').append(draw(text, look));

  const page = {
    readings,
    errors,
    find,
    draw,
    now: () => now,
    /** Sets the wall clock alone. */
    setClock(byMs: number) {
      now += byMs;
      drift += byMs;
    },
    /** Lets the observer see what was drawn. */
    async seen() {
      await Promise.resolve();
      await Promise.resolve();
    },
    async pass(ms: number) {
      const until = now + ms;
      await page.seen();
      for (;;) {
        const next = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
        await page.seen();
      }
      now = until;
    },
    async add(text: string | null, look?: RowLook) {
      const element = draw(text, look);
      find('.rows').append(element);
      await page.seen();
      return element;
    },
    /** The transcript readings so far; and the rows of the last one. */
    transcripts: () => readings.filter((reading): reading is TranscriptReading => reading.kind === 'transcript'),
    rows: () => page.transcripts().at(-1)?.rows ?? [],
    texts: () => page.rows().map(({ text }) => text),
    close: () => controller.abort(),
    observer: startObserver({
      adapter,
      document,
      recorderId: 'r',
      signal: controller.signal,
      onReading: (reading) => readings.push(structuredClone(reading)),
      onError: (error) => errors.push(error),
      clock: { now: () => now, performanceNow: () => now - drift },
      schedule(run, delayMs) {
        const timer = { at: now + delayMs, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      isVisible: (element) => element.closest('.hidden') === null,
    }),
  };
  return page;
}

/** An open page whose first reading is made and whose loading time is over. */
export async function settledPage(options: Parameters<typeof openPage>[0] = {}) {
  const page = openPage(options);
  await page.pass(6000);
  return page;
}
