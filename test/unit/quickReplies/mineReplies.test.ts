import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mineReplies } from '@/lib/quickReplies/mineReplies';
import { likeness, NearIndex, nearly, textCore } from '@/lib/quickReplies/nearText';
import { proposeCode } from '@/lib/quickReplies/proposeCode';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';

const runs = Number(process.env.FC_RUNS ?? 1000);
const library = starterLibrary();
const spellings = [
  '亲，这款内里是加绒的，零下五度可以穿哦',
  '这款内里是加绒的，零下五度可以穿～',
  '亲亲 这款内里是加绒的,零下五度可以穿呢',
];

function sent(texts: readonly string[]) {
  return texts.map((text, at) => ({ text, at }));
}

describe('mineReplies', () => {
  it('offers what is typed again and again, near duplicates joined, with code and group', () => {
    const texts = [
      ...spellings,
      ...spellings,
      spellings[0] ?? '',
      '这款内里是加绒的，零下十度可以穿',
      '只说了一次的一句话',
    ];
    const [mined, ...rest] = mineReplies({ sent: sent(texts), library });
    expect(rest).toEqual([]);
    expect(mined).toMatchObject({ text: spellings[0], times: 8, lastAt: 7, code: 'zkn' });
    expect(library.map(({ group }) => group)).toContain(mined?.group);
  });

  it('offers nothing that is in the library, too short, or too seldom', () => {
    const known = library[3]?.text ?? '';
    const texts = [known, `${known}哦`, '好的亲', '谢谢'].flatMap((text) => [text, text, text, text, text]);
    expect(mineReplies({ sent: sent(texts), library })).toEqual([]);
    expect(mineReplies({ sent: sent(spellings), library })).toEqual([]);
    expect(mineReplies({ sent: sent(spellings), library, times: 3 })).toHaveLength(1);
  });

  it('proposes different codes for different phrases', () => {
    const other = '这款内衬可以拆下来单独清洗的';
    const texts = [...spellings, other, other, other];
    const codes = mineReplies({ sent: sent(texts), library: [], times: 3 }).map(({ code }) => code);
    expect(codes).toEqual(['zk', 'zkn']);
  });
});

describe('proposeCode', () => {
  it('takes initials, more of them or a number when they are taken', () => {
    expect(proposeCode('亲，发货时间是今天', new Set())).toBe('fh');
    expect(proposeCode('发货时间', new Set(['fh']))).toBe('fhs');
    expect(proposeCode('发货时间', new Set(['fh', 'fhs', 'fhsj']))).toBe('fhsj2');
    expect(proposeCode('发货', new Set(['fh', 'fh2']))).toBe('fh3');
    expect(proposeCode('😊！', new Set())).toBe('');
  });
});

describe('NearIndex', () => {
  it('finds what comparing with everything finds', () => {
    const words = fc.array(fc.constantFrom('发货', '今天', '明天', '可以', '退', '换', '的', '快递'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), words, (texts, query) => {
        const index = new NearIndex();
        const cores = [...new Set(texts.map((parts) => parts.join('')))];
        for (const core of cores) index.add(core);
        const core = query.join('');
        const best = Math.max(0, ...cores.map((other) => likeness(core, other)));
        const nearest = index.nearest(core);
        if (best < nearly) expect(nearest).toBeNull();
        else expect(likeness(core, cores[nearest ?? -1] ?? '')).toBe(best);
      }),
      { numRuns: runs, seed: 41 },
    );
  });

  it('sees through punctuation, polite words and traditional characters', () => {
    expect(textCore('親，這款有貨哦～')).toBe(textCore('这款有货'));
    expect(textCore('亲')).toBe('亲');
  });
});
