import { describe, expect, it } from 'vitest';
import { badgeGrowth, badgeMoved } from '@/lib/alignment/badge';
import type { BadgeState } from '@/lib/alignment/badgeTypes';
import type { StoredEntry } from '@/lib/domain/entry';
import type { ListItem } from '@/lib/domain/reading';
import { entry, noon } from './builders';

const readAt = noon + 100_000;
const item = (unread: number | null, fields: Partial<ListItem> = {}): ListItem => ({
  conversation: { key: 'c', keyedBy: 'id', name: null },
  unread,
  active: false,
  preview: null,
  waitingSince: null,
  ...fields,
});
const state = (fields: Partial<BadgeState> = {}): BadgeState => ({
  unread: 0,
  total: 0,
  active: false,
  at: noon,
  ...fields,
});
/** A customer's message that was seen so many ms before (-) or after the badge was read. */
const message = (offset: number, fields: Partial<StoredEntry> = {}) =>
  entry('m', { at: readAt + offset, observedAt: readAt + offset, ...fields });

interface Options extends Partial<ListItem> {
  unread?: number | null;
  previous?: BadgeState | null;
  total?: number;
  tail?: StoredEntry[];
  listReadAt?: number | null;
  baseline?: boolean;
}

function look({ unread = 1, previous = state(), total, tail = [], listReadAt, baseline, ...fields }: Options) {
  return badgeGrowth({
    item: item(unread, fields),
    readAt,
    previous,
    incomingTotal: total ?? (previous?.total ?? 0) + tail.length,
    tail,
    ...(listReadAt === undefined ? {} : { listReadAt }),
    ...(baseline === undefined ? {} : { baseline }),
  });
}
const count = (options: Options) => look(options).inserted.length;

describe('whether a badge can have changed anything', () => {
  const moved = (fields: Partial<ListItem>, previous: BadgeState | null, at = readAt) =>
    badgeMoved({ item: item(fields.unread ?? 0, fields), readAt: at, previous });

  it('the first one always can; later ones when number or front changed', () => {
    expect(moved({}, null)).toBe(true);
    expect(moved({}, state())).toBe(false);
    expect(moved({ unread: 1 }, state())).toBe(true);
    expect(moved({ active: true }, state())).toBe(true);
  });

  it('one that was read before the last cannot; at the very moment it can', () => {
    expect(moved({ unread: 1 }, state({ at: readAt }))).toBe(true);
    expect(moved({ unread: 1 }, state({ at: readAt + 1 }))).toBe(false);
    expect(look({ previous: state({ at: readAt + 1, total: 7 }) })).toEqual({
      inserted: [],
      earlier: [],
      state: state({ at: readAt + 1, total: 7 }),
      changedFrom: null,
    });
    expect(count({ previous: state({ at: readAt }) })).toBe(1);
  });
});

describe('an announced message', () => {
  it('is an entry as a whole, behind everything, not before what is stored', () => {
    const tail = [entry('r', { author: 'agent', seq: 4, at: readAt + 50 })];
    const { inserted, changedFrom, state: after } = look({ unread: 2, tail, total: 3, previous: state({ total: 3 }) });
    const announced = {
      at: readAt + 50,
      author: 'customer',
      event: null,
      id: null,
      textHash: null,
      length: null,
      observedAt: readAt,
      shownAt: null,
      shownPrecision: null,
      token: null,
      provisional: true,
      history: false,
      uncertain: false,
      recalled: false,
    };
    expect(inserted).toEqual([
      { ...announced, seq: 5 },
      { ...announced, seq: 6 },
    ]);
    expect(changedFrom).toBe(readAt + 50);
    expect(after).toEqual({ unread: 2, total: 5, active: false, at: readAt });
    expect(look({}).inserted[0]?.seq).toBe(1);
  });

  it('is as many as the number grew by, a dot counting one', () => {
    expect(count({ unread: 5, previous: state({ unread: 3 }) })).toBe(2);
    expect(count({ unread: 3, previous: state({ unread: 5 }) })).toBe(0);
    expect(count({ unread: null, previous: state({ unread: null }) })).toBe(0);
    expect(count({ unread: 3, previous: state({ unread: null }) })).toBe(2);
  });

  it('is none in the conversation in front, whose rows are read', () => {
    expect(count({ unread: 2, active: true })).toBe(0);
    expect(look({ unread: 2, active: true })).toEqual({
      inserted: [],
      earlier: [],
      state: { unread: 2, total: 0, active: true, at: readAt },
      changedFrom: null,
    });
  });

  it('comes at an unknown time while the page is still loading', () => {
    const [loaded] = look({ baseline: true, waitingSince: readAt - 700 }).inserted;
    expect(loaded).toMatchObject({ uncertain: true, observedAt: null, at: readAt - 700 });
    expect(look({ baseline: false }).inserted[0]).toMatchObject({ uncertain: false, observedAt: readAt });
    // Unless the page's own clock says that it is of this moment.
    expect(look({ baseline: true, arrived: true }).inserted).toMatchObject([{ uncertain: false }]);
    expect(look({ baseline: true, arrived: true, unread: 2 }).inserted[0]).toMatchObject({ uncertain: true });
    expect(look({ baseline: true, arrived: false }).inserted).toMatchObject([{ uncertain: true }]);
  });
});

describe('what another tab has recorded', () => {
  it('is the same message when it was seen since the last look at the list, or at about this moment', () => {
    const last = readAt - 50_000;
    const seen = (at: number) => count({ tail: [message(at)], listReadAt: last });
    expect(seen(-50_000 + 2000)).toBe(1);
    expect(seen(-50_000 + 2001)).toBe(0);
    const close = (offset: number) => count({ tail: [message(offset)], listReadAt: readAt });
    expect(close(-5000)).toBe(0);
    expect(close(-5001)).toBe(1);
    expect(count({ tail: [message(-20_000)], previous: state({ at: readAt - 21_000 }) })).toBe(1);
    expect(count({ tail: [message(-20_000)], previous: state({ at: readAt - 22_001 }) })).toBe(0);
  });

  it('counts only what is new since this badge, of the customer’s, and no history', () => {
    expect(count({ tail: [message(-10)], total: 0 })).toBe(1);
    expect(count({ tail: [message(-10, { author: 'agent' })], total: 1 })).toBe(1);
    expect(count({ tail: [message(-10, { history: true })], total: 1 })).toBe(1);
    expect(count({ tail: [message(-20), message(-10)], total: 1, unread: 2 })).toBe(1);
    expect(count({ tail: [message(-10)], total: 5, previous: state({ total: 9 }) })).toBe(1);
  });

  it('counts by its place in the tail where nobody saw it arrive', () => {
    expect(count({ tail: [entry('m', { at: readAt - 10 })], total: 1 })).toBe(0);
  });

  it('in excess of the badge is kept for the badge that will show it', () => {
    const { inserted, state: after } = look({ unread: 1, tail: [message(-20), message(-10)] });
    expect(inserted).toEqual([]);
    expect(after.total).toBe(1);
    expect(look({ unread: 2, tail: [message(-20), message(-10)] }).state.total).toBe(2);
  });

  it('after a reset stays to be counted, when it came later than the reset', () => {
    const tail = [message(-10), message(10)];
    expect(look({ unread: 0, tail }).state.total).toBe(1);
    expect(look({ unread: 0, tail: [message(0)] }).state.total).toBe(1);
    expect(look({ unread: 2, active: true, tail }).state.total).toBe(1);
  });

  it('stays to be counted while the badge falls without reaching zero', () => {
    const previous = state({ unread: 3, total: 4 });
    expect(look({ unread: 2, previous, tail: [message(-10)] }).state.total).toBe(4);
    expect(look({ unread: 4, previous, tail: [message(-10)] }).state.total).toBe(5);
    // However it is mixed with what was read elsewhere long ago.
    const mixed = { tail: [message(-10), message(-60_000)], total: 6, listReadAt: readAt - 50_000 };
    const fallen = look({ ...mixed, unread: 2, previous }).state;
    expect(fallen.total).toBe(4);
    expect(count({ ...mixed, unread: 3, previous: fallen })).toBe(0);
  });
});

describe('the earlier moment of this badge', () => {
  const earlier = (tail: StoredEntry[], rest: Options = {}) => look({ tail, total: 1, ...rest }).earlier.length;

  it('is taken for a message that another tab saw later', () => {
    const tail = [message(30, { key: 'late' })];
    expect(look({ tail })).toMatchObject({ earlier: [{ key: 'late', at: readAt }], changedFrom: readAt });
    expect(earlier([message(0)])).toBe(0);
    expect(earlier([message(30, { uncertain: true })])).toBe(0);
  });

  it('not when something stands between', () => {
    const reply = (offset: number) => entry('r', { author: 'agent', at: readAt + offset });
    expect(earlier([reply(0), message(30)])).toBe(1);
    expect(earlier([reply(1), message(30)])).toBe(0);
  });

  it('not while the page is loading, nor beyond what the badge grew by', () => {
    expect(earlier([message(30)], { baseline: true })).toBe(0);
    expect(look({ unread: 1, tail: [message(20), message(30)] }).earlier).toHaveLength(1);
  });
});

describe('the first badge that a recorder sees', () => {
  const first = (options: Options) => look({ previous: null, total: 0, ...options });

  it('announces what exceeds the unanswered messages that are known', () => {
    expect(first({ unread: 2 }).inserted).toHaveLength(2);
    expect(first({ unread: 2, tail: [message(-10)] }).inserted).toHaveLength(1);
    expect(first({ unread: 1, tail: [message(-10)] }).inserted).toHaveLength(0);
    expect(first({ unread: 0 }).inserted).toHaveLength(0);
    expect(first({ unread: 2, active: true })).toMatchObject({ inserted: [], earlier: [], changedFrom: null });
    expect(first({ unread: 1 }).earlier).toEqual([]);
  });

  it('an answer of a person ends them, an automatic one does not, and history is none', () => {
    const answered = (author: StoredEntry['author']) => [message(-20), message(-10, { author })];
    expect(first({ tail: answered('auto') }).inserted).toHaveLength(0);
    expect(first({ tail: answered('auto'), unread: 2 }).inserted).toHaveLength(1);
    for (const author of ['agent', 'assist', 'colleague'] as const)
      expect(first({ tail: answered(author) }).inserted).toHaveLength(1);
    expect(first({ tail: [message(-10, { history: true })] }).inserted).toHaveLength(1);
  });

  it('is certain only of one message in a conversation that came into the list meanwhile', () => {
    expect(first({ arrived: true }).inserted).toMatchObject([{ uncertain: false, observedAt: readAt }]);
    expect(first({ arrived: true, unread: 2 }).inserted.every(({ uncertain }) => uncertain)).toBe(true);
    expect(first({}).inserted).toMatchObject([{ uncertain: true, observedAt: null, at: readAt }]);
  });

  it('starts the first at the workbench’s own wait clock, if nobody was waiting before', () => {
    const began = readAt - 40_000;
    expect(first({ unread: 2, waitingSince: began }).inserted.map(({ at }) => at)).toEqual([began, readAt]);
    expect(first({ waitingSince: readAt + 5 }).inserted[0]?.at).toBe(readAt);
    expect(first({ arrived: true, waitingSince: began }).inserted[0]?.at).toBe(readAt);
    expect(first({ unread: 2, waitingSince: began, tail: [message(-10)] }).inserted[0]?.at).toBe(readAt);
  });

  it('leaves to later badges what other tabs saw after it', () => {
    const seen = (offset: number) => first({ tail: [message(offset)], total: 1 });
    expect(seen(2000)).toMatchObject({ inserted: [], state: { total: 1 } });
    expect(seen(2001)).toMatchObject({ inserted: [{ provisional: true }], state: { total: 1 } });
    expect(seen(0)).toMatchObject({ inserted: [], state: { total: 1 } });
    expect(first({ active: true, tail: [message(5), message(-5)], total: 2 }).state.total).toBe(1);
    // Replies and history are in no badge.
    const others = [message(5, { author: 'agent' }), message(6, { history: true })];
    expect(first({ active: true, tail: others, total: 2 }).state.total).toBe(2);
  });
});
