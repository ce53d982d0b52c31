import type { Leaf } from './types';

/** A text of a row, and where it stands there. */
export interface PlacedLeaf {
  leaf: Leaf;
  /** The names on the way to it, from the inside out. */
  place: string;
}

/** A place that more rows have than this share is where something is said, not where it is quoted. */
const RARE = 0.25;
/** No message has more pieces of text. */
const MOST_LEAVES = 60;

/**
 * The texts that rows quote: what another row says, at a place of its own that few rows have, before a text that is called as
 * the quoted one is. What is only said once more stands where messages stand.
 */
export function quotesIn(rows: readonly (readonly PlacedLeaf[])[]): ReadonlySet<Leaf> {
  const quotes = new Set<Leaf>();
  const counts = new Map<string, number>();
  const byText = new Map<string, PlacedLeaf[]>();
  for (const row of rows) {
    for (const place of new Set(row.map((one) => one.place))) counts.set(place, (counts.get(place) ?? 0) + 1);
    for (const one of row) {
      const same = byText.get(one.leaf.text);
      if (same) same.push(one);
      else byText.set(one.leaf.text, [one]);
    }
  }
  const isRare = (place: string) => (counts.get(place) ?? 0) <= Math.max(1, rows.length * RARE);
  for (const row of rows) {
    if (row.length > MOST_LEAVES) continue;
    for (const [i, one] of row.entries()) {
      if (one.leaf.isTime || !isRare(one.place)) continue;
      const after = row.slice(i + 1).filter(({ leaf, place }) => !leaf.isTime && place !== one.place);
      const originals = (byText.get(one.leaf.text) ?? []).filter((other) => !row.includes(other));
      const isQuote = originals.some(
        ({ place }) => place !== one.place && after.some((own) => nameIn(own.place) === nameIn(place)),
      );
      if (isQuote) quotes.add(one.leaf);
    }
  }
  return quotes;
}

/** What the element itself is called. */
function nameIn(place: string): string {
  return place.split('<')[0] ?? '';
}

const SAYS = /[:：]$/u;
const MOST_SAYS = 80;

/** A quote that says whom it quotes. */
export interface AttributedQuote {
  quote: Element;
  /** Where it says so, if that stands before it. */
  said: Element | null;
}

/** The quotes in a row that say whom they quote; outermost quotes alone. */
export function attributedQuotes(row: Element): AttributedQuote[] {
  return [...row.querySelectorAll('blockquote')].flatMap((quote): AttributedQuote[] => {
    const outer = quote.parentElement?.closest('blockquote');
    if (outer && row.contains(outer)) return [];
    const before = quote.previousElementSibling;
    if (before && saysWho(before)) return [{ quote, said: before }];
    const isSaid = quote.firstElementChild !== null && saysWho(quote.firstElementChild);
    return isSaid || quote.nextElementSibling?.tagName === 'CITE' ? [{ quote, said: null }] : [];
  });
}

function saysWho(element: Element): boolean {
  const text = (element.textContent ?? '').trim();
  return text.length <= MOST_SAYS && SAYS.test(text);
}
