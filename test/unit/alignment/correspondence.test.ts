import { describe, expect, it } from 'vitest';
import { correspond } from '@/lib/alignment/correspondence';
import type { AlignableRow } from '@/lib/alignment/types';
import type { StoredEntry } from '@/lib/domain/entry';
import { entry, row } from './builders';

/** `a` a customer's message, `A` one of ours; a digit behind it is its id; `|` in front: it stands behind a gap. */
const parse = (text: string) =>
  [...text.matchAll(/(\|?)([a-zA-Z?])(\d?)/g)].map(([, gap, letter = '', id]) => ({
    own: letter !== letter.toLowerCase(),
    textHash: letter === '?' ? null : letter.toLowerCase(),
    id: id || null,
    gap: gap === '|',
  }));
const entries = (text: string): StoredEntry[] =>
  parse(text).map(({ own, textHash, id, gap }) =>
    entry(textHash, { author: own ? 'agent' : 'customer', id, at: 1000, ...(gap ? { afterGap: true } : {}) }),
  );
const rows = (text: string): AlignableRow[] =>
  parse(text).map(({ own, textHash, id }) => row(textHash, { author: own ? 'own' : 'customer', id }));

interface Options {
  reachesEnd?: boolean;
  edit?: (rows: AlignableRow[], entries: StoredEntry[]) => void;
}

function match(stored: string, seen: string, { reachesEnd = true, edit }: Options = {}) {
  const window = rows(seen);
  const tail = entries(stored);
  edit?.(window, tail);
  const { pairs, ...rest } = correspond(tail, { rows: window, readAt: 1_000_000, reachesEnd });
  return {
    pairs: [...pairs]
      .sort(([a], [b]) => a - b)
      .map(([r, p]) => `${r}=${p}`)
      .join(' '),
    ...rest,
  };
}

const clear = {
  before: 0,
  between: [],
  gapBefore: [],
  closedGaps: [],
  detached: false,
  ambiguous: false,
  noOverlap: false,
  strong: true,
};

describe('around rows with ids', () => {
  it('runs on behind, and in front, with rows that have none', () => {
    expect(match('ab2c', 'ab2cd')).toEqual({ ...clear, pairs: '0=0 1=1 2=2', after: 3 });
    expect(match('b2c', 'xab2c')).toEqual({ ...clear, pairs: '2=0 3=1', after: 4, before: 2 });
    expect(match('abc3', 'bc3')).toEqual({ ...clear, pairs: '0=1 1=2', after: 2 });
    expect(match('a1', 'a1')).toEqual({ ...clear, pairs: '0=0', after: 1 });
  });

  it('stops in front at a stranger', () => {
    expect(match('abc3', 'zxc3')).toEqual({ ...clear, pairs: '2=2', after: 3 });
    expect(match('abc3', 'axc3')).toEqual({ ...clear, pairs: '2=2', after: 3 });
  });

  it('goes on in front past other known rows', () => {
    expect(match('ab2c3', 'ab2c3d')).toEqual({ ...clear, pairs: '0=0 1=1 2=2', after: 3 });
    // Crossed ids: both are known, only one of them says where the others stand.
    expect(match('xa1b2', 'xb2a1')).toMatchObject({ pairs: '1=2 2=1', before: 0 });
  });

  it('a translated or re-keyed row between two known ones is known by its place', () => {
    expect(match('a1bc3', 'a1xc3')).toEqual({ ...clear, pairs: '0=0 1=1 2=2', after: 3 });
    expect(match('a1B2c3', 'a1B9c3')).toEqual({ ...clear, pairs: '0=0 1=1 2=2', after: 3 });
    // Not when the side differs, or a customer's id does.
    expect(match('a1bc3', 'a1Xc3')).toMatchObject({ pairs: '0=0 2=2', ambiguous: true, gapBefore: [2] });
    expect(match('a1b2c3', 'a1b9c3')).toMatchObject({ pairs: '0=0 2=2', between: [1], ambiguous: false });
    expect(match('a1B2c3', 'a1X9c3')).toMatchObject({ pairs: '0=0 2=2', between: [1] });
    expect(match('a1bc3', 'a1x9c3').pairs).toBe('0=0 1=1 2=2');
    expect(match('a1b2c3', 'a1xc3').pairs).toBe('0=0 1=1 2=2');
    // Nor when only one of two rows stands on its side.
    expect(match('a1bcd4', 'a1xYd4')).toMatchObject({ pairs: '0=0 3=3', ambiguous: true });
  });

  it('what the tail lacks between two known rows is to be put there', () => {
    expect(match('a1c3', 'a1bc3')).toEqual({
      ...clear,
      pairs: '0=0 2=2'.replace('2=2', '2=1'),
      after: 3,
      between: [1],
    });
    expect(match('a1bd4', 'a1bcd4')).toMatchObject({ pairs: '0=0 1=1 3=2', between: [2], ambiguous: false });
    expect(match('a1bcd4', 'a1cd4')).toMatchObject({ pairs: '0=0 1=2 2=3', between: [], ambiguous: false });
  });

  it('where entries lack their row there, a row without an id is ambiguous, one with an id is new', () => {
    expect(match('a1bBd4', 'a1xd4')).toMatchObject({ pairs: '0=0 2=3', between: [], ambiguous: true, gapBefore: [3] });
    expect(match('a1bBd4', 'a1x7d4')).toMatchObject({
      pairs: '0=0 2=3',
      between: [1],
      ambiguous: false,
      gapBefore: [],
    });
    expect(match('a1bBd4', 'a1x7yZd4')).toMatchObject({ between: [1], ambiguous: true, gapBefore: [3] });
  });

  it('each stretch by itself', () => {
    expect(match('a1c3e5', 'a1bc3de5f')).toEqual({ ...clear, pairs: '0=0 2=1 4=2', after: 5, between: [1, 3] });
  });
});

describe('behind the last row with an id', () => {
  it('agrees from the start, then runs on', () => {
    expect(match('a1bc', 'a1bcde')).toEqual({ ...clear, pairs: '0=0 1=1 2=2', after: 3 });
    expect(match('a1', 'a1bc')).toEqual({ ...clear, pairs: '0=0', after: 1 });
  });

  it('leaves out what was taken back', () => {
    expect(match('a1bcd', 'a1cde')).toEqual({ ...clear, pairs: '0=0 1=2 2=3', after: 3 });
    expect(match('a1b', 'a1c')).toEqual({ ...clear, pairs: '0=0', after: 1 });
    expect(match('a1b', 'a1bb')).toEqual({ ...clear, pairs: '0=0 1=1', after: 2 });
  });

  it('a stranger in front of a known row is new only if it has an id', () => {
    expect(match('a1bc', 'a1bx7c')).toEqual({ ...clear, pairs: '0=0 1=1 3=2', after: 4, between: [2] });
    expect(match('a1bc', 'a1bxc')).toEqual({ ...clear, pairs: '0=0 1=1 3=2', after: 4, ambiguous: true });
    expect(match('a1bc', 'a1bx7yc')).toEqual({
      ...clear,
      pairs: '0=0 1=1 4=2',
      after: 5,
      between: [2],
      ambiguous: true,
    });
  });

  it('an own row may have got another id meanwhile, unless both show a time', () => {
    expect(match('a1B2', 'a1B9')).toEqual({ ...clear, pairs: '0=0 1=1', after: 2 });
    expect(match('a1b2', 'a1b9')).toEqual({ ...clear, pairs: '0=0', after: 1 });
    const shown = (rowShows: boolean, entryShows: boolean) =>
      match('a1B2', 'a1B9', {
        edit: (window, tail) => {
          if (rowShows) window[1] = { ...(window[1] ?? row('b')), shown: { at: 5000, precision: 'second' } };
          if (entryShows) tail[1] = { ...(tail[1] ?? entry('b')), shownAt: 5000, shownPrecision: 'second' };
        },
      }).pairs;
    expect(shown(true, true)).toBe('0=0');
    expect(shown(true, false)).toBe('0=0 1=1');
    expect(shown(false, true)).toBe('0=0 1=1');
  });

  it('a window that ends in front of what is known has nothing behind it', () => {
    expect(match('a1bcd', 'a1b', { reachesEnd: false })).toEqual({ ...clear, pairs: '0=0 1=1', after: 2 });
    expect(match('a1bc', 'a1bx', { reachesEnd: false })).toEqual({
      ...clear,
      pairs: '0=0 1=1',
      after: 3,
      ambiguous: true,
    });
    expect(match('a1bc', 'a1bcx', { reachesEnd: false })).toEqual({ ...clear, pairs: '0=0 1=1 2=2', after: 3 });
  });
});

describe('rows that crossed', () => {
  it('are known although they stand in another order', () => {
    expect(match('a1bC', 'a1Cb')).toEqual({ ...clear, pairs: '0=0 1=2 2=1', after: 2 });
  });

  it('not where the text is unknown, nor where the arrivals are more than a minute apart', () => {
    expect(match('a1bC', 'a1?C')).toMatchObject({ pairs: '0=0 1=1 2=2' });
    const arrivals = (apart: number) =>
      match('a1bC', 'a1Cb', {
        edit: (window, tail) => {
          window[2] = row('b', { seenAt: 1000 + apart });
          tail[1] = entry('b', { at: 1000, observedAt: 1000 });
        },
      }).pairs;
    expect(arrivals(60_000)).toBe('0=0 1=2 2=1');
    expect(arrivals(60_001)).toBe('0=0 1=2');
    const one = (edit: NonNullable<Options['edit']>) => match('a1bC', 'a1Cb', { edit }).pairs;
    expect(one((window) => window.splice(2, 1, row('b', { seenAt: 500_000 })))).toBe('0=0 1=2 2=1');
    expect(one((_, tail) => tail.splice(1, 1, entry('b', { observedAt: 500_000 })))).toBe('0=0 1=2 2=1');
    expect(match('a1c3b', 'a1?c3')).toMatchObject({ pairs: '0=0 2=1', between: [1] });
  });

  it('are known also where the row has got its id meanwhile; each entry is one row', () => {
    expect(match('a1c3bd4', 'a1b7c3d4')).toEqual({ ...clear, pairs: '0=0 1=2 2=1 3=3', after: 4 });
    expect(match('a1c3b', 'a1bbc3')).toMatchObject({ pairs: '0=0 1=2 3=1', between: [2] });
  });

  it('with their ids say nothing of the rows around them', () => {
    expect(match('xa1b2z9', 'xz9a1b2')).toEqual({ ...clear, pairs: '0=0 1=3 2=1 3=2', after: 4 });
    expect(match('a1b2z9', 'a1z9b2')).toMatchObject({ pairs: '0=0 1=2 2=1', after: 3 });
    expect(match('a1b2z9', 'z9a1b2z')).toMatchObject({ pairs: '0=2 1=0 2=1', after: 3 });
    expect(match('a1z9b2c3', 'a1xb2c3z9')).toMatchObject({ pairs: '0=0 2=2 3=3 4=1', between: [1] });
    expect(match('z9a1zb2', 'a1b2yz9')).toMatchObject({ pairs: '0=1 1=3 3=0', after: 2 });
    expect(match('a1b2c3z9|y', 'a1z9b2c3')).toMatchObject({ between: [], ambiguous: true });
  });
});

describe('over a gap', () => {
  it('between two known rows, what stands on the page is what was missing', () => {
    expect(match('a1b|c3', 'a1bxyc3')).toEqual({
      ...clear,
      pairs: '0=0 1=1 4=2',
      after: 5,
      between: [2, 3],
      closedGaps: [2],
    });
    expect(match('a1b|cd4', 'a1bxcd4')).toMatchObject({ pairs: '0=0 1=1 3=2 4=3', between: [2], closedGaps: [2] });
    expect(match('a1|c3', 'a1c3')).toMatchObject({ pairs: '0=0 1=1', between: [], closedGaps: [1] });
    expect(match('a1b|cd4', 'a1xcd4')).toMatchObject({ between: [], closedGaps: [], ambiguous: true });
    expect(match('a1b|cd4', 'a1bxd4')).toMatchObject({ between: [], closedGaps: [], ambiguous: true });
    expect(match('a1b|c3', 'a1?xc3')).toMatchObject({ pairs: '0=0 1=1 3=2', between: [2] });
    expect(match('a1|bc3', 'a1xbc3')).toMatchObject({ pairs: '0=0 2=1 3=2', between: [1], closedGaps: [1] });
    expect(match('a1|bcd4', 'a1xbcd4')).toMatchObject({ pairs: '0=0 2=1 3=2 4=3', between: [1], closedGaps: [1] });
    // One row is not both sides of it.
    expect(match('a1b|bd4', 'a1bd4')).toMatchObject({ closedGaps: [], ambiguous: true });
    // Another gap behind.
    expect(match('a1|bc3|e', 'a1xbc3')).toMatchObject({ pairs: '0=0 2=1 3=2', between: [1], closedGaps: [1] });
  });

  it('in front of the first known row, nothing is told', () => {
    expect(match('ab|c3', 'bc3')).toEqual({ ...clear, pairs: '1=2', after: 2 });
    expect(match('a|bc3', 'abc3')).toEqual({ ...clear, pairs: '1=1 2=2', after: 3 });
  });

  it('behind the last known row, only what stands in front of the gap is told', () => {
    expect(match('a1b|cd', 'a1bxd')).toMatchObject({ pairs: '0=0 1=1', ambiguous: true, detached: true });
    expect(match('a1|c', 'a1c')).toMatchObject({ pairs: '0=0', ambiguous: true, detached: true });
  });
});

describe('without anything that is known beyond doubt', () => {
  it('rare texts that overlap say where the window lies', () => {
    expect(match('abcdef', 'cdefgh')).toMatchObject({
      pairs: '0=2 1=3 2=4 3=5',
      after: 4,
      before: 0,
      ambiguous: false,
    });
    expect(match('cdefgh', 'abcdefgh')).toMatchObject({ pairs: '2=0 3=1 4=2 5=3 6=4 7=5', after: 8 });
  });

  it('with little evidence nothing is put in front; with 20 bits it is', () => {
    expect(match('cd', 'abcd')).toMatchObject({ before: 0, strong: false, after: 4 });
    expect(match('cdefghij', 'abcdefghij')).toMatchObject({ before: 2, strong: true });
    expect(match('x|cdefghij', 'abcdefghij')).toMatchObject({ before: 0, strong: true });
    const twenty = (apart: number) =>
      match('cdefab', 'ab', {
        edit: (window, tail) => {
          for (const i of [0, 1]) {
            window[i] = { ...(window[i] ?? row('')), seenAt: 1000 + apart };
            tail[i + 4] = { ...(tail[i + 4] ?? entry('')), observedAt: 1000 + i };
          }
        },
      }).strong;
    expect(twenty(100)).toBe(true);
    expect(twenty(5000)).toBe(false);
  });

  it('in the middle of the conversation little evidence says nothing', () => {
    expect(match('abcd', 'bc', { reachesEnd: false })).toEqual({
      pairs: '',
      after: 2,
      before: 0,
      between: [],
      gapBefore: [],
      closedGaps: [],
      detached: true,
      ambiguous: false,
      noOverlap: false,
      strong: false,
    });
    expect(match('aa', 'aa', { reachesEnd: false })).toMatchObject({ pairs: '', ambiguous: true, noOverlap: false });
    expect(match('abcdefghijk', 'cdefghij', { reachesEnd: false })).toMatchObject({
      pairs: '0=2 1=3 2=4 3=5 4=6 5=7 6=8 7=9',
      after: 8,
    });
  });

  it('with rivals only the rows that are behind by each of them are new', () => {
    expect(match('aa', 'aaa')).toMatchObject({ pairs: '', ambiguous: true, after: 3, before: 0 });
    expect(match('aa', 'aa')).toMatchObject({ pairs: '', ambiguous: false, after: 2, detached: false });
    // They agree on what is behind, not on what is in front.
    const late = (_: AlignableRow[], tail: StoredEntry[]) => {
      for (const each of tail) each.at = 1_000_000;
    };
    expect(match('abcdefabcdef', 'xabcdefabcdef', { edit: late })).toEqual({ ...clear, pairs: '', after: 13 });
  });

  it('only what follows the last gap is looked at', () => {
    expect(match('ab|cd', 'cde')).toMatchObject({ pairs: '0=2 1=3', after: 2 });
    expect(match('ab|cd', 'abe')).toMatchObject({ pairs: '', noOverlap: true, after: 0 });
    expect(match('|ab', 'abc')).toMatchObject({ pairs: '0=0 1=1', after: 2 });
  });

  it('nothing in common is no overlap', () => {
    expect(match('ab', 'xy')).toMatchObject({ pairs: '', after: 0, noOverlap: true, ambiguous: false, detached: true });
    expect(match('ab', 'xy', { reachesEnd: false })).toMatchObject({ pairs: '', after: 2, noOverlap: true });
  });
});

describe('a patchwork at the end', () => {
  it('rows known here and there, with strangers between them, if they say enough', () => {
    expect(match('abcdefghijkl', 'bdefghijxkz')).toMatchObject({ noOverlap: false });
    const found = match('abcdefghijklm', 'acdefghixklz');
    expect(found.pairs).toContain('0=0');
    expect(found.noOverlap).toBe(false);
  });

  it('too few of them prove nothing: nothing up to the last that may be known is new', () => {
    expect(match('ax', 'ay')).toMatchObject({ pairs: '', after: 1, noOverlap: true });
    expect(match('aab', 'aac')).toMatchObject({ pairs: '', noOverlap: true });
    expect(match('abcdefgh', 'aijklmno')).toMatchObject({ pairs: '', after: 1, noOverlap: true });
    // A row or an entry whose text is unknown is none of them.
    expect(match('abcD', 'b?z')).toMatchObject({ pairs: '', after: 1, noOverlap: true });
    expect(match('ab?D', 'bcz')).toMatchObject({ pairs: '', after: 1, noOverlap: true });
    const oneRow = (window: AlignableRow[], tail: StoredEntry[]) => {
      window[0] = row('a', { shown: { at: 5000, precision: 'second' } });
      tail[0] = entry('a', { shownAt: 5000, shownPrecision: 'second' });
    };
    expect(match('ax', 'ay', { edit: oneRow })).toMatchObject({ pairs: '', after: 1, noOverlap: true });
  });

  it('two rows that say six bits are known, yet what is behind them may not follow', () => {
    expect(match('abcdefgh', 'abijklmn')).toEqual({
      ...clear,
      pairs: '0=0 1=1',
      after: 2,
      ambiguous: true,
      detached: true,
      strong: false,
    });
  });

  it('with thirty bits there is no doubt', () => {
    const arrivals = (apart: number) =>
      match('abcd', 'abce', {
        edit: (window, tail) => {
          for (const i of [0, 1, 2]) {
            window[i] = { ...(window[i] ?? row('')), seenAt: 1000 + i + (i === 2 ? apart : 10) };
            tail[i] = { ...(tail[i] ?? entry('')), observedAt: 1000 + i };
          }
        },
      });
    expect(arrivals(10)).toEqual({ ...clear, pairs: '0=0 1=1 2=2', after: 3 });
    expect(arrivals(4000)).toMatchObject({ ambiguous: true, strong: false });
  });

  it('is looked for behind the last gap', () => {
    const found = match('xy|abcdefghijklm', 'acdefghixklz');
    expect(found.pairs).toMatch(/^0=2 1=4/);
    expect(found.noOverlap).toBe(false);
  });
});
