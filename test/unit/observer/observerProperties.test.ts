// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../alignment/memoryStore';
import { openPage, type RowLook } from './simulatedWorkbench';

const runs = { numRuns: Number(process.env.FC_RUNS ?? 1000), seed: Number(process.env.FC_SEED ?? 20261121) };

/** What really happened, and how it stands on the page. */
interface Truth {
  text: string;
  own: boolean;
  at: number;
  /** It came into the open conversation before the agent's eyes, so that its time is known to the callback. */
  seen: boolean;
  id: string | undefined;
  marks: string;
  time: string | undefined;
}

/** Messages that no conversation draws until the agent scrolls up. */
const DRAWN_FROM = 3;

const operations = fc.array(
  fc.record({
    kind: fc.constantFrom(
      ...(['arrive', 'arrive', 'arrive', 'elsewhere', 'send', 'send', 'lateText', 'switch'] as const),
      ...(['scrollUp', 'redraw', 'mark', 'time', 'pass'] as const),
    ),
    text: fc.nat(2),
    pause: fc.integer({ min: 1, max: 4000 }),
  }),
  { minLength: 1, maxLength: 8 },
);
type Operation = typeof operations extends fc.Arbitrary<(infer T)[]> ? T : never;

/** A workbench that a random script drives, and the truth beside it. */
class Workbench {
  page = openPage({ conversation: null });
  open: 'c1' | 'c2' = 'c1';
  truth = { c1: [] as Truth[], c2: [] as Truth[] };
  unread = { c1: 0, c2: 0 };
  /** The first message that is drawn. */
  from = { c1: 0, c2: 0 };
  #count = 0;
  #withIds: boolean;

  constructor(withIds: boolean) {
    this.#withIds = withIds;
    for (const key of ['c1', 'c2'] as const) {
      for (let i = 0; i < 6; i++) this.#happens(key, { text: i, own: i % 2 === 1, seen: false });
      this.from[key] = DRAWN_FROM;
    }
  }

  #happens(key: 'c1' | 'c2', { text, own, seen }: { text: number; own: boolean; seen: boolean }): Truth {
    this.#count++;
    // Where rows have no ids, texts that are equal would leave more than one explanation.
    const words = this.#withIds ? (['在吗', '好的', '多少钱'][text % 3] ?? '') : `第${this.#count}句`;
    const id = this.#withIds ? `${this.#count}` : undefined;
    const message = { text: words, own, at: this.page.now(), seen, id, marks: '', time: undefined };
    this.truth[key].push(message);
    return message;
  }

  #draw({ text, own, id, marks, time }: Truth, look: RowLook = {}): HTMLElement {
    const element = this.page.draw(text, {
      side: own ? 'own' : 'customer',
      ...(id === undefined ? {} : { id }),
      ...(time === undefined ? {} : { time }),
      ...look,
    });
    if (marks !== '') element.classList.add(marks);
    return element;
  }

  #drawList() {
    this.page.find('.list').innerHTML = (['c1', 'c2'] as const)
      .map((key) => {
        const badge = this.unread[key] === 0 ? '' : `<sup class="badge">${this.unread[key]}</sup>`;
        const active = key === this.open ? ' active' : '';
        return `<div class="item${active}" data-key="${key}"><b class="name">${key}</b>${badge}</div>`;
      })
      .join('');
  }

  get rows(): HTMLElement {
    return this.page.find('.rows');
  }

  #drawn(): Truth[] {
    return this.truth[this.open].slice(this.from[this.open]);
  }

  async show(key: 'c1' | 'c2', pause: number) {
    this.open = key;
    this.unread[key] = 0;
    this.page.find('header').dataset.key = key;
    this.#drawList();
    await this.page.pass(pause % 400);
    this.rows.replaceChildren(...this.#drawn().map((message) => this.#draw(message)));
    await this.page.pass(1700);
  }

  async run({ kind, text, pause }: Operation) {
    const { page, open } = this;
    const rows = this.rows;
    switch (kind) {
      case 'arrive':
        rows.append(this.#draw(this.#happens(open, { text, own: false, seen: true })));
        break;
      case 'lateText': {
        const message = this.#happens(open, { text, own: false, seen: true });
        const element = this.#draw(message);
        const words = element.querySelector('.text');
        words?.remove();
        rows.append(element);
        await page.pass(pause % 700);
        if (words) element.prepend(words);
        break;
      }
      case 'elsewhere': {
        const other = open === 'c1' ? 'c2' : 'c1';
        this.#happens(other, { text, own: false, seen: true });
        this.unread[other]++;
        this.#drawList();
        break;
      }
      case 'send': {
        const message = this.#happens(open, { text, own: true, seen: true });
        const temporary = this.#draw(message, { id: `tmp-${pause}` });
        rows.append(temporary);
        await page.pass(pause % 500);
        if (pause % 2 === 0 && message.id !== undefined) temporary.dataset.id = message.id;
        else temporary.replaceWith(this.#draw(message));
        break;
      }
      case 'switch':
        await this.show(open === 'c1' ? 'c2' : 'c1', pause);
        break;
      case 'scrollUp': {
        const first = this.from[open];
        this.from[open] = Math.max(0, first - 2);
        rows.prepend(...this.truth[open].slice(this.from[open], first).map((message) => this.#draw(message)));
        break;
      }
      case 'redraw':
        rows.replaceChildren(...this.#drawn().map((message) => this.#draw(message)));
        break;
      case 'mark':
        for (const message of this.truth[open]) message.marks = 'read';
        for (const element of rows.children) element.classList.add('read');
        break;
      case 'time':
        for (const message of this.#drawn()) message.time = '12:00';
        for (const element of rows.children) {
          if (element.querySelector('time')) continue;
          element.append(Object.assign(document.createElement('time'), { textContent: '12:00' }));
        }
        break;
      case 'pass':
        break;
    }
    await page.pass(pause);
  }
}

describe('a workbench on which anything happens', { timeout: 120_000 }, () => {
  it('is stored as it was: every message once, in order, by its author, at the time at which it was drawn', async () => {
    await fc.assert(
      fc.asyncProperty(operations, fc.boolean(), async (script, withIds) => {
        const bench = new Workbench(withIds);
        try {
          await bench.show('c1', 0);
          await bench.page.pass(3000);
          for (const operation of script) await bench.run(operation);
          await bench.show(bench.open === 'c1' ? 'c2' : 'c1', 100);
          await bench.show(bench.open === 'c1' ? 'c2' : 'c1', 100);
          const store = memoryStore();
          for (const reading of bench.page.readings) store.take(reading);
          expect(bench.page.errors).toEqual([]);
          expect(store.gaps).toBe(0);
          for (const key of ['c1', 'c2'] as const) {
            const entries = store.entries(key);
            // What scrolling up brings is history, stored only where it is proven to stand in front.
            expect(entries.length).toBeGreaterThanOrEqual(bench.truth[key].length - DRAWN_FROM);
            const truth = bench.truth[key].slice(-entries.length);
            expect(entries.map(({ author, textHash }) => [author, textHash])).toEqual(
              truth.map(({ own, text }) => [own ? 'agent' : 'customer', text]),
            );
            const times = entries.map(({ at, uncertain, history }) => (uncertain || history ? null : at));
            expect(times).toEqual(truth.map(({ seen, at }) => (seen ? at : null)));
          }
        } finally {
          bench.page.close();
        }
      }),
      runs,
    );
  });
});
