import { describe, expect, it } from 'vitest';
import { align } from '@/lib/alignment/align';
import { applied, entry, noon, reading, row, seconds } from './builders';

const texts = (tail: readonly { textHash: string | null }[]) => tail.map(({ textHash }) => textHash).join(' ');

describe('a conversation that the store knows', () => {
  it('adds nothing when the same reading comes again', () => {
    const tail = [entry('a'), entry('b', { author: 'agent' }), entry('a')];
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([row('a'), row('b', { author: 'own' }), row('a')]),
    });
    expect(result).toMatchObject({ inserted: [], removed: [], gap: null, incomingAdded: 0, changedFrom: null });
    const other = [entry('a'), entry('b', { author: 'agent' }), entry('c')];
    const rows = [row('a'), row('b', { author: 'own' }), row('c')];
    const { matched } = align({ tail: other, tailComplete: true, reading: reading(rows) });
    expect(matched.map(({ key }) => key)).toEqual(other.map(({ key }) => key));
  });

  it('takes rows behind the stored tail for new, at the time they were seen', () => {
    const tail = [entry('a'), entry('b', { author: 'agent' })];
    const seenAt = noon + seconds(900);
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([row('a'), row('b', { author: 'own' }), row('c', { seenAt })]),
    });
    expect(result.inserted).toMatchObject([{ row: 2, entry: { at: seenAt, observedAt: seenAt, uncertain: false } }]);
    expect(result.incomingAdded).toBe(1);
    expect(result.changedFrom).toBe(seenAt);
  });

  it('places a row that nobody saw arrive at its shown time, corrected by the measured difference, certain if to the second', () => {
    const tail = [entry('a')];
    const result = align({
      tail,
      tailComplete: true,
      clockSkewMs: 5000,
      reading: reading([
        row('a'),
        row('b', { shown: { at: noon + seconds(905), precision: 'second' } }),
        row('c', { shown: { at: noon + seconds(960), precision: 'minute' } }),
        row('d'),
      ]),
    });
    expect(result.inserted.map(({ entry: { at, uncertain } }) => [at - noon, uncertain])).toEqual([
      [seconds(900), false],
      [seconds(955), true],
      [seconds(3600), true],
    ]);
  });

  it('keeps an entry that lost its row, and finds what follows (a message that was taken back)', () => {
    const tail = ['a', 'b', 'c', 'd', 'e', 'f'].map((text) => entry(text));
    const result = align({
      tail,
      tailComplete: true,
      reading: reading(['a', 'b', 'd', 'e', 'f', 'g'].map((text) => row(text))),
    });
    expect(result.inserted.map(({ row: number }) => number)).toEqual([5]);
  });

  it('puts history in front on scrolling up, never behind', () => {
    const tail = [entry('c', { id: '3' }), entry('d', { id: '4' })];
    const rows = ['a', 'b', 'c', 'd'].map((text, i) => row(text, { id: `${i + 1}` }));
    const result = align({ tail, tailComplete: true, reading: reading(rows, { reachesEnd: false }) });
    expect(texts(applied(tail, result))).toBe('a b c d');
    expect(result.inserted.every(({ entry: { history } }) => history)).toBe(true);
    expect(result.incomingAdded).toBe(0);
  });

  it('places a window in the middle of the conversation by many equal rows, not by few', () => {
    const letters = 'cdefghijk'.split('');
    const scrolledUp = (known: readonly string[]) => {
      const tail = known.map((text) => entry(text));
      const rows = ['a', 'b', ...known].map((text) => row(text));
      return align({ tail, tailComplete: true, reading: reading(rows, { reachesEnd: false }) });
    };
    expect(scrolledUp(letters).inserted).toHaveLength(2);
    expect(scrolledUp(letters.slice(0, 2))).toMatchObject({ inserted: [], gap: null });
  });

  it('leaves rows in front of a cut tail alone: they are stored already', () => {
    const result = align({
      tail: [entry('c'), entry('d')],
      tailComplete: false,
      reading: reading([row('b'), row('c'), row('d')]),
    });
    expect(result.inserted).toEqual([]);
  });

  it('records a gap when the rows fit in more than one way, and stores nothing that may be known', () => {
    const tail = [entry('a'), entry('a')];
    const result = align({ tail, tailComplete: true, reading: reading([row('a'), row('a'), row('a')]) });
    expect(result.gap?.reason).toBe('ambiguous');
    expect(result.inserted).toEqual([]);
  });

  it('tells equal texts apart by shown times', () => {
    const at = (minute: number) => noon + seconds(60 * minute);
    const shown = (minute: number) => ({ at: at(minute), precision: 'minute' as const });
    const tail = [0, 1].map((m) => entry('a', { shownAt: at(m), shownPrecision: 'minute' }));
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([0, 1, 2].map((m) => row('a', { shown: shown(m) }))),
    });
    expect(result.gap).toBeNull();
    expect(result.inserted.map(({ row: number }) => number)).toEqual([2]);
  });

  it('does not take a page on which nothing is known for new messages', () => {
    const tail = [entry('a'), entry('b')];
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([row('x', { author: 'own' }), row('y', { author: 'own' })]),
    });
    expect(result.gap?.reason).toBe('noOverlap');
    expect(result.inserted.every(({ entry: { history } }) => history)).toBe(true);
  });

  it('counts what is shown to be later than everything stored, even when nothing on the page is known', () => {
    const tail = [entry('a', { at: noon })];
    const shown = { at: noon + seconds(600), precision: 'second' as const };
    const result = align({ tail, tailComplete: true, reading: reading([row('x', { shown })]) });
    expect(result.inserted).toMatchObject([
      { entry: { at: shown.at, history: false, uncertain: true, afterGap: true } },
    ]);
    expect(result.gap?.reason).toBe('noOverlap');
  });
});

describe('behind a gap', () => {
  const stored = [entry('a'), entry('b'), entry('x', { afterGap: true }), entry('y')];
  const read = (rows: Parameters<typeof reading>[0], fields = {}) =>
    align({ tail: stored, tailComplete: true, reading: reading(rows, fields) });

  it('does not take what was missing for new when it comes into sight', () => {
    expect(read([row('b'), row('m'), row('n')], { reachesEnd: false })).toMatchObject({ inserted: [], gap: null });
    expect(read([row('m'), row('y'), row('n')], { reachesEnd: false }).inserted).toEqual([]);
  });

  it('follows what was stored last, whatever stands in front of it', () => {
    const result = read(['a', 'b', 'm', 'n', 'x', 'y', 'z'].map((text) => row(text)));
    expect(result.gap).toBeNull();
    expect(result.inserted.map(({ row: number, entry: { afterGap } }) => [number, afterGap])).toEqual([[6, undefined]]);
  });

  it('is filled where the rows on both sides of it are known', () => {
    const [a, b, x, y] = stored;
    if (!a || !b || !x || !y) throw new Error('four entries');
    const tail = [a, { ...b, id: '2' }, { ...x, id: '5' }, y];
    const rows = [
      row('a'),
      row('b', { id: '2' }),
      row('m', { id: '3' }),
      row('n', { id: '4' }),
      row('x', { id: '5' }),
      row('y'),
    ];
    const result = align({ tail, tailComplete: true, reading: reading(rows) });
    const filled = applied(tail, result);
    expect(texts(filled)).toBe('a b m n x y');
    expect(filled[4]?.afterGap).toBe(false);
    expect(result.gap).toBeNull();
  });

  it('goes on with a row that was seen arriving after all that is stored', () => {
    const seenAt = noon + seconds(900);
    const tail = [entry('a'), entry('a')];
    const result = align({ tail, tailComplete: true, reading: reading([row('a'), row('a'), row('a', { seenAt })]) });
    expect(result.gap?.reason).toBe('ambiguous');
    expect(result.inserted).toMatchObject([{ row: 2, entry: { at: seenAt, uncertain: false, afterGap: true } }]);
  });
});

describe('rows that change', () => {
  it('gives a row its text later, without a new entry', () => {
    const seenAt = noon + seconds(900);
    const tail = [entry('a'), entry(null, { token: 'r:2', observedAt: seenAt, at: seenAt })];
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([row('a'), row('b', { token: 'r:2', seenAt })]),
    });
    expect(result.inserted).toEqual([]);
    expect(result.matched[1]?.changes).toMatchObject({ textHash: 'b', length: 1 });
    expect(result.changedFrom).toBe(seenAt);
  });

  it('re-keys an own row: same token, or same text where the temporary id stood', () => {
    const own = { author: 'agent' as const, id: 'temporary-1' };
    for (const token of ['r:7', null]) {
      const tail = [entry('a', { id: '1' }), entry('b', { ...own, token })];
      const result = align({
        tail,
        tailComplete: true,
        reading: reading([row('a', { id: '1' }), row('b', { author: 'own', id: '2', token })]),
      });
      expect(result.inserted).toEqual([]);
      expect(result.matched[1]?.changes).toMatchObject({ id: '2' });
    }
  });

  it('follows a translated text by its place', () => {
    const tail = ['a', 'b', 'c'].map((text, i) => entry(text, { id: i === 1 ? null : `${i}` }));
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([row('a', { id: '0' }), row('b in English'), row('c', { id: '2' })]),
    });
    expect(result.inserted).toEqual([]);
    expect(result.matched.find(({ row: number }) => number === 1)?.changes).toMatchObject({ textHash: 'b in English' });
  });

  it('knows a row that two tabs show in different order', () => {
    const at = noon + seconds(900);
    const tail = [
      entry('x'),
      entry('y'),
      entry('z'),
      entry('b', { author: 'agent', observedAt: at }),
      entry('a', { observedAt: at + 20 }),
    ];
    const rows = [
      row('x'),
      row('y'),
      row('z'),
      row('a', { seenAt: at + 5 }),
      row('b', { author: 'own', seenAt: at + 9 }),
    ];
    expect(align({ tail, tailComplete: true, reading: reading(rows) }).inserted).toEqual([]);
  });

  it('makes history count when another tab saw it arrive', () => {
    const seenAt = noon + seconds(900);
    const tail = [entry('a', { at: noon }), entry('b', { history: true, uncertain: true, at: seenAt + 900 })];
    const result = align({ tail, tailComplete: true, reading: reading([row('a'), row('b', { seenAt })]) });
    expect(result.matched[1]?.changes).toMatchObject({ history: false, uncertain: false, at: seenAt });
    expect(result.incomingAdded).toBe(1);
  });
});

describe('provisional messages', () => {
  const provisional = (at: number) =>
    entry(null, { provisional: true, at: noon + seconds(at), observedAt: noon + seconds(at) });

  it('bind to the last incoming rows, in order, and keep their times', () => {
    const tail = [entry('a', { at: noon }), provisional(100), provisional(160)];
    const result = align({ tail, tailComplete: true, reading: reading([row('a'), row('b'), row('c'), row('d')]) });
    const after = applied(tail, result);
    expect(texts(after)).toBe('a b c d');
    expect(after.slice(2).map(({ at, uncertain, provisional: still }) => [at - noon, uncertain, still])).toEqual([
      [seconds(100), false, false],
      [seconds(160), false, false],
    ]);
    expect(after[1]).toMatchObject({ uncertain: true });
    expect(after[1]?.at).toBeLessThanOrEqual(noon + seconds(100));
    expect(result.incomingAdded).toBe(1);
  });

  it('bind when another tab sees the row arrive a moment later', () => {
    const tail = [entry('a', { at: noon }), provisional(100)];
    const seenAt = noon + seconds(100) + 40;
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([row('a'), row('b', { seenAt })], { readAt: seenAt }),
    });
    expect(result.inserted).toEqual([]);
    expect(result.matched[1]?.changes).toMatchObject({ provisional: false, at: noon + seconds(100) });
    expect(result.incomingAdded).toBe(0);
  });

  it('are removed when the open conversation shows that they never were', () => {
    const tail = [entry('a', { at: noon }), provisional(100)];
    const result = align({ tail, tailComplete: true, reading: reading([row('a')]) });
    expect(result.removed).toEqual([tail[1]?.key]);
  });

  it('wait for a transcript that is late', () => {
    const tail = [entry('a', { at: noon }), provisional(100)];
    const result = align({ tail, tailComplete: true, reading: reading([row('a')], { readAt: noon + seconds(101) }) });
    expect(result.removed).toEqual([]);
  });

  it('keep time and place in front of a check that the store appended meanwhile', () => {
    const tail = [
      entry('a', { at: noon }),
      provisional(100),
      entry(null, { author: null, event: 'checked', at: noon + seconds(200) }),
    ];
    const result = align({ tail, tailComplete: true, reading: reading([row('a'), row('b')]) });
    expect(applied(tail, result).map(({ at }) => at - noon)).toEqual([0, seconds(100), seconds(200)]);
  });
});

describe('a conversation unknown to the store', () => {
  const own = (text: string) => row(text, { author: 'own' });

  it('is history up to what nobody has answered', () => {
    const result = align({
      tail: [],
      tailComplete: true,
      reading: reading([row('a'), own('b'), row('c'), row('d')], { baseline: true }),
    });
    expect(result.inserted.map(({ entry: { history, uncertain } }) => [history, uncertain])).toEqual([
      [true, true],
      [true, true],
      [false, true],
      [false, true],
    ]);
  });

  it('is history as a whole when the last word was ours, or is long past', () => {
    const old = { at: noon - seconds(86_400), precision: 'minute' as const };
    for (const rows of [
      [row('a'), own('b')],
      [own('b'), row('a', { shown: old })],
    ]) {
      const result = align({ tail: [], tailComplete: true, reading: reading(rows, { baseline: true }) });
      expect(result.inserted.every(({ entry: { history } }) => history)).toBe(true);
      expect(result.changedFrom).toBeNull();
    }
  });

  it('starts a wait that began before recording at the workbench’s own wait clock', () => {
    const result = align({
      tail: [],
      tailComplete: true,
      waitingSince: noon,
      reading: reading([own('b'), row('c'), row('d')], { baseline: true }),
    });
    expect(result.inserted[1]?.entry).toMatchObject({ at: noon, uncertain: true, history: false });
  });

  it('binds the announced messages, and leaves the rest history', () => {
    const tail = [entry(null, { provisional: true, at: noon, observedAt: noon })];
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([row('a'), own('b'), row('c')], { baseline: true }),
    });
    const after = applied(tail, result);
    expect(texts(after)).toBe('a b c');
    expect(after.map(({ history }) => history)).toEqual([true, true, false]);
    expect(after[2]).toMatchObject({ at: noon, uncertain: false });
  });
});

describe('a reading that is only partly understood', () => {
  const provisional = (at: number) =>
    entry(null, { key: `p${at}`, provisional: true, at: noon + seconds(at), observedAt: noon + seconds(at) });
  const stored = () => [entry('a', { key: 'a', at: noon }), provisional(100)];
  const removed = (rows: Parameters<typeof reading>[0], fields = {}) =>
    align({ tail: stored(), tailComplete: true, reading: reading(rows, fields) }).removed;

  it('takes no announced message away', () => {
    expect(removed([row('a')])).toEqual(['p100']);
    expect(removed([row('x', { author: 'own' })])).toEqual([]);
    expect(removed([row('a')], { reachesEnd: false })).toEqual([]);
  });

  it('a message that is taken away changes the figures from its moment on', () => {
    const result = align({ tail: stored(), tailComplete: true, reading: reading([row('a')]) });
    expect(result.changedFrom).toBe(noon + seconds(100));
  });

  it('says where messages may be missing, once', () => {
    const tail = 'abcd'.split('').map((text, i) => entry(text, { key: text, at: noon + i }));
    const [a, b, c, d] = tail;
    if (!a || !b || !c || !d) throw new Error('four entries');
    const known = [{ ...a, id: '1' }, b, { ...c, author: 'agent' as const }, { ...d, id: '4' }];
    const rows = [row('a', { id: '1' }), row('x'), row('d', { id: '4' })];
    const result = align({ tail: known, tailComplete: true, reading: reading(rows) });
    expect(result.matched).toMatchObject([{ changes: null }, { key: 'd', changes: { afterGap: true } }]);
    expect(result).toMatchObject({ changedFrom: noon + 3, inserted: [], gap: { reason: 'ambiguous' } });
    const again = align({ tail: applied(known, result), tailComplete: true, reading: reading(rows) });
    expect(again.matched.map(({ changes }) => changes)).toEqual([null, null]);
  });

  it('a gap in which nothing was missing is closed, and the figures are worked out anew from it on', () => {
    const tail = [entry('a', { id: '1', at: noon }), entry('c', { id: '3', at: noon + 5, afterGap: true })];
    const result = align({
      tail,
      tailComplete: true,
      reading: reading([row('a', { id: '1' }), row('c', { id: '3' })]),
    });
    expect(result.matched.map(({ changes }) => changes)).toEqual([null, { afterGap: false }]);
    expect(result.changedFrom).toBe(noon + 5);
  });

  it('an entry that has no gap in front of it loses none', () => {
    const ids = (id: string, fields = {}) => entry(id, { id, key: id, at: noon, ...fields });
    const tail = [ids('1'), ids('2', { afterGap: true }), ids('3')];
    const rows = ['1', '3', '2'].map((id) => row(id, { id }));
    const { matched, changedFrom } = align({ tail, tailComplete: true, reading: reading(rows) });
    expect(matched.map(({ changes }) => changes)).toEqual([null, null, null]);
    expect(changedFrom).toBeNull();
  });
});

describe('which of the rows behind the known ones count', () => {
  const histories = (tail: Parameters<typeof align>[0]['tail'], rows: Parameters<typeof reading>[0], skew = 0) =>
    align({ tail, tailComplete: true, clockSkewMs: skew, reading: reading(rows) }).inserted.map(
      ({ entry: { history } }) => history,
    );
  const own = (fields = {}) => row('r', { author: 'own', ...fields });

  it('all of them, where the rows in front are known: a question and its answer that nobody saw arrive', () => {
    expect(histories([entry('k')], [row('k'), row('q'), own()])).toEqual([false, false]);
  });

  it('where none is known, what is shown as more than a second later than all that is stored', () => {
    const shown = (ms: number, precision: 'second' | 'day' = 'second') =>
      histories([entry('k', { at: noon })], [own({ shown: { at: noon + ms, precision } })]);
    expect(shown(1000)).toEqual([true]);
    expect(shown(1001)).toEqual([false]);
    expect(shown(86_400_000, 'day')).toEqual([true]);
  });

  it('in a conversation that nobody knows, what follows an announced message', () => {
    const announced = entry(null, { provisional: true, at: noon, observedAt: noon });
    expect(histories([announced], [own(), row('q'), own()])).toEqual([true, false]);
  });

  it('a row that was only taken for history adds a customer’s message when it is the customer’s', () => {
    const added = (author: 'customer' | 'agent', history: boolean) =>
      align({
        tail: [entry('k', { id: 'k', author, history, uncertain: true, at: noon })],
        tailComplete: true,
        reading: reading([row('k', { id: 'k', author: author === 'agent' ? 'own' : author, seenAt: noon + 5 })]),
      }).incomingAdded;
    expect(added('customer', true)).toBe(1);
    expect(added('agent', true)).toBe(0);
    expect(added('customer', false)).toBe(0);
  });
});

it('an announced text is found by its row’s number in the reading, copies left out', () => {
  const tail = [
    entry('k', { id: 'k', at: noon }),
    entry(null, { key: 'p', provisional: true, at: noon + 9, observedAt: noon + 9 }),
  ];
  const rows = [row('k', { id: 'k' }), row('k', { id: 'k' }), row('a'), row('b')];
  const bound = (number: number) =>
    align({ tail, tailComplete: true, announced: new Map([['p', number]]), reading: reading(rows) }).matched.find(
      ({ key }) => key === 'p',
    )?.row;
  expect(bound(2)).toBe(2);
  expect(bound(3)).toBe(3);
  expect(bound(1)).toBe(3);
});
