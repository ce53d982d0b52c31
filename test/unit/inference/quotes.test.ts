import { describe, expect, it } from 'vitest';
import { type PlacedLeaf, quotesIn } from '@/lib/inference/quotes';

const at = (place: string) => (text: string) => ({
  leaf: { element: {} as Element, text, isTime: false },
  place,
});
const body = at('DIV.body<DIV.bubble');
const quoted = at('SPAN.cited<DIV.frame<DIV.bubble');
const state = at('DIV.state');

const textsOf = (rows: PlacedLeaf[][]) => [...quotesIn(rows)].map(({ text }) => text);

describe('a text of a row', () => {
  it('is a quote when another row says it and a text of its own follows', () => {
    const rows = [[body('How much?')], [body('Ten')], [quoted('How much?'), body('Ten each, I mean')], [body('Fine')]];
    expect(textsOf(rows)).toEqual(['How much?']);
  });

  it('is none when it is only said once more', () => {
    expect(textsOf([[body('OK'), state('read')], [body('Then Monday')], [body('OK'), state('read')]])).toEqual([]);
  });

  it('is none when nothing called after messages follows it', () => {
    expect(textsOf([[body('How much?')], [body('Ten')], [quoted('How much?'), state('read')], [body('Fine')]])).toEqual(
      [],
    );
  });

  it('is none where most rows have such a text: there it is a name', () => {
    const named = ['Ida', 'Bram', 'Ida', 'Bram'].map((name) => [quoted(name), body(`${name} wrote`)]);
    expect(textsOf([...named, [body('Ida')]])).toEqual([]);
  });
});
