// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { first } from '@/lib/observer/query';
import { adapters } from '@/lib/workbenches/registry';
import type { Adapter } from '@/lib/workbenches/types';
import { memoryStore } from '../alignment/memoryStore';
import { fixturePage, fixturesOf } from './fixtureFiles';
import { isDrawnWithoutLayout, openStage } from './fixtureStage';

/**
 * Lists that hold only what is in sight, drawn with the rows of each workbench's own fixtures: rows are used again for
 * other messages while the agent scrolls, and nothing may be lost or counted twice over it.
 */

/** About so many rows exist at once. */
const IN_SIGHT = 20;

interface Said {
  side: 'customer' | 'own';
  text: string;
}

const adapterOf = (id: string): Adapter => {
  const adapter = adapters.find((one) => one.id === id);
  if (adapter === undefined) throw new Error(`No adapter ${id}.`);
  return adapter;
};

/** A page of the fixtures' markup with exactly these rows. */
function pageWith(adapter: Adapter, said: readonly Said[], idFrom: number): string {
  const page = new DOMParser().parseFromString(fixturePage(adapter.id, 'live'), 'text/html');
  const list = first(page, adapter.transcript.list);
  const rows = [...(list?.querySelectorAll(adapter.transcript.row[0] ?? '') ?? [])];
  const fixture = fixturesOf(adapter.id).steps.find((one) => one.page === 'live')?.rows ?? [];
  const template = (side: Said['side']) => {
    const [, text = ''] = fixture.find(([author]) => author === side) ?? [];
    const row = rows.find((one) => first(one, adapter.transcript.text.at ?? []) && textIn(one, adapter).includes(text));
    if (row === undefined) throw new Error(`${adapter.id}: no row of ${side}.`);
    return row;
  };
  const templates = { customer: template('customer'), own: template('own') };
  const parent = templates.customer.parentElement;
  const drawn = said.map(({ side, text }, i) => {
    const row = templates[side].cloneNode(true) as Element;
    const at = first(row, adapter.transcript.text.at ?? []);
    if (at !== null) at.textContent = text;
    // Ids, where the workbench has them, stand on a part of the row.
    const part = adapter.transcript.id?.at ? first(row, adapter.transcript.id.at) : null;
    if (part !== null) part.id = `s_${idFrom + i}`;
    return row;
  });
  for (const row of rows) row.remove();
  parent?.append(...drawn);
  return page.body.innerHTML;
}

const textIn = (row: Element, { transcript }: Adapter) =>
  (first(row, transcript.text.at ?? [])?.textContent ?? '').replace(/[\u00ad\u200b\u2800]/g, '');

/** A long talk with equal texts far apart, and right behind each other. */
const talk = (length: number): Said[] =>
  Array.from({ length }, (_, i) => ({
    side: i % 3 === 1 ? 'own' : 'customer',
    text: i % 10 === 3 || i % 10 === 4 ? '在吗' : i % 7 === 0 ? '好的' : `第 ${i} 句话`,
  }));

let close: (() => void) | null = null;
afterEach(() => close?.());

/** Plays windows over the talk; gives what a writer made of it, in order. */
async function play(id: string, steps: readonly { said: readonly Said[]; from: number; to: number }[]) {
  const adapter = adapterOf(id);
  const live = fixturesOf(id).steps.find((one) => one.page === 'live');
  if (live === undefined) throw new Error(`${id} has no live page.`);
  let position = { atEnd: true };
  const pages = steps.map(({ said, from, to }) => pageWith(adapter, said.slice(from, to), from));
  const stage = openStage({
    adapter,
    pageOf: (page) => pages[Number(page)] ?? '',
    isVisible: isDrawnWithoutLayout,
    onDrawn() {
      const scroller = first(document, adapter.transcript.scroller ?? adapter.transcript.list);
      const measures = { scrollHeight: 5_000, clientHeight: 500, scrollTop: position.atEnd ? 4_500 : 1_000 };
      for (const [name, value] of Object.entries(measures))
        if (scroller !== null) Object.defineProperty(scroller, name, { value, configurable: true });
    },
  });
  close = stage.close;
  const store = memoryStore();
  for (const [i, { said, to }] of steps.entries()) {
    position = { atEnd: to === said.length };
    const { transcripts } = await stage.show({ ...live, page: String(i) });
    for (const reading of transcripts) store.take(reading);
    await stage.pass(5_000);
  }
  expect(stage.errors).toEqual([]);
  return store.entries(live.open).map(({ author, textHash, history }) => ({ author, text: textHash, history }));
}

const lines = (said: readonly Said[]) =>
  said.map(({ side, text }) => `${side === 'own' ? 'agent' : 'customer'}: ${text}`);
const kept = (entries: readonly { author: string | null; text: string | null }[]) =>
  entries.map(({ author, text }) => `${author}: ${text}`);

it.each(['onetalk', 'crisp'])('%s: rows used again, scrolled back and down, messages coming meanwhile', async (id) => {
  const all = talk(64);
  const upTo = (n: number) => all.slice(0, n);
  const window = (n: number, to: number) => ({ said: upTo(n), from: Math.max(0, to - IN_SIGHT), to });
  const entries = await play(id, [
    window(50, 50),
    // Two come: every row in sight is used for another message.
    window(52, 52),
    // The agent scrolls back by half a window at a time, and on the way three come.
    window(52, 42),
    window(52, 32),
    window(55, 26),
    window(55, 36),
    window(55, 46),
    window(55, 55),
    window(56, 56),
    // A jump: nothing in common with what was in sight before, and back.
    window(56, 20),
    window(56, 56),
    window(58, 58),
    window(64, 64),
  ]);
  // What is new since the page was opened is there once, in order; what was scrolled to is history.
  expect(kept(entries.filter(({ history }) => !history))).toEqual(lines(all.slice(50)));
  const history = kept(entries.filter((one) => one.history));
  expect(new Set(history).size).toBeGreaterThan(10);
  expect(history.slice(-IN_SIGHT)).toEqual(lines(all.slice(50 - IN_SIGHT, 50)));
});

it('jd: history loaded in front by scrolling is nothing new, and what comes after it is', async () => {
  const all = talk(50);
  const entries = await play('jd', [
    { said: all.slice(0, 41), from: 21, to: 41 },
    { said: all.slice(0, 43), from: 21, to: 43 },
    { said: all.slice(0, 43), from: 0, to: 43 },
    { said: all.slice(0, 45), from: 0, to: 45 },
    // The page drops what was scrolled to, and loads it again.
    { said: all.slice(0, 45), from: 25, to: 45 },
    { said: all.slice(0, 50), from: 5, to: 50 },
  ]);
  expect(kept(entries.filter(({ history }) => !history))).toEqual(lines(all.slice(41)));
});

it('jd: customers that the list loads while it is scrolled did not come just now', async () => {
  const adapter = adapterOf('jd');
  const page = (people: number) => {
    const document = new DOMParser().parseFromString(fixturePage('jd', 'live'), 'text/html');
    const items = [...document.querySelectorAll('.c_tabs-tabpane:not(.c_tabs-tab_inactive) .alluser-item')];
    const last = items.at(-1);
    for (let i = 0; i < people; i++) {
      const item = last?.cloneNode(true) as Element;
      item.id = `u_pin_3${i}imcustomer10001`;
      last?.after(item);
    }
    return document.body.innerHTML;
  };
  const pages = [0, 2, 3].map(page);
  const live = fixturesOf('jd').steps.find((one) => one.page === 'live');
  if (live === undefined) throw new Error('jd has no live page.');
  let scrolls = false;
  const stage = openStage({
    adapter,
    pageOf: (name) => pages[Number(name)] ?? '',
    isVisible: isDrawnWithoutLayout,
    onDrawn() {
      if (scrolls) document.querySelector('.c_tabs-content')?.dispatchEvent(new Event('scroll'));
    },
  });
  close = stage.close;
  const arrivals = async (name: number) => {
    const { lists } = await stage.show({ ...live, page: String(name) });
    return lists.flatMap(({ items }) => items.filter(({ arrived }) => arrived === true));
  };
  expect(await arrivals(0)).toEqual([]);
  await stage.pass(20_000);
  scrolls = true;
  expect(await arrivals(1)).toEqual([]);
  await stage.pass(20_000);
  scrolls = false;
  expect(await arrivals(2)).toHaveLength(1);
});
