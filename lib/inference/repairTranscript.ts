import type { KnownPage } from '@/lib/domain/knownPage';
import type { RowContent } from '@/lib/observer/readRow';
import { holds, readValue } from '@/lib/observer/value';
import type { Adapter, RowTest, TranscriptRules } from '@/lib/workbenches/types';
import { type Mark, marksOf } from './marks';
import { markOf } from './markTests';
import { merged } from './merged';
import { find, readRows, rowsOf } from './pageParts';
import type { LostPart } from './repair';

type Kind = KnownPage['messages'][number]['author'];
/** Kinds that inference cannot tell from one's own: only what was recorded says which rows they are. */
const KINDS = ['automatic', 'colleague', 'assist'] as const;

/** The transcript's rules for a page whose markup has changed: inferred, and held against the messages recorded from it. */
export function repairTranscript({
  stored,
  found,
  document,
  now,
  known,
  lost,
}: {
  stored: Adapter;
  found: Adapter;
  document: Document;
  now: number;
  known: KnownPage;
  lost: LostPart[];
}): TranscriptRules {
  const before = stored.transcript;
  const after = found.transcript;
  const rows = rowsOf(document, after);
  const contents = readRows(rows, after, now);
  const knownAs = new Map<string, Kind>();
  // The latest recorded comes first: what a text was taken for last is what it is.
  for (const { author, text } of known.messages) if (!knownAs.has(text)) knownAs.set(text, author);
  const kinds = contents.map((content) => (content?.text == null ? null : (knownAs.get(content.text) ?? null)));
  const placeholders = [...(before.placeholders ?? []), ...(after.placeholders ?? [])];
  const sides = saying(oriented(after.authors, contents, kinds), { contents, text: after.text, placeholders });
  const list = find(document, after.list);
  const marks = list
    ? marksOf(
        rows.map((element) => ({ element, said: [], time: null })),
        list,
      )
    : [];

  const special = KINDS.flatMap((kind) => {
    if (!before.authors.some(({ author }) => author === kind)) return [];
    const still = before.authors.filter(({ author, when }) => author === kind && rows.some((row) => holds(when, row)));
    if (still.length > 0) return still;
    const test = testOf(kind, kinds, contents, marks) ?? wordsOf(kind, before, rows, contents);
    if (test === null) lost.push(kind);
    return test === null ? [] : [{ author: kind, when: test }];
  });
  const { scroller, id, shown, events, ...rest } = before;
  const ids = id ? rows.flatMap((row) => readValue(row, id) ?? []) : [];
  const times = [...(after.shown ?? []), ...(shown ?? [])];
  const says = eventsOf(events, rows, after, marks, contents, lost);
  return {
    ...rest,
    list: merged(after.list, before.list),
    row: merged(after.row, before.row),
    ...(scroller && find(document, scroller) ? { scroller } : {}),
    authors: [...special, ...sides],
    ...(says ? { events: says } : {}),
    text: after.text,
    placeholders,
    ...(id && ids.length > 0 && new Set(ids).size === ids.length ? { id } : {}),
    ...(times.length > 0 ? { shown: times } : {}),
    ...(after.virtual ? { virtual: true } : {}),
    ...(after.order ? { order: after.order } : {}),
  };
}

/** The two sides, the other way round where most of what was recorded says so. */
function oriented(
  rules: TranscriptRules['authors'],
  contents: readonly (RowContent | null)[],
  kinds: readonly (Kind | null)[],
): TranscriptRules['authors'] {
  let right = 0;
  let wrong = 0;
  contents.forEach((content, i) => {
    const kind = kinds[i];
    if (content?.author == null || kind == null) return;
    if ((content.author === 'customer') === (kind === 'customer')) right++;
    else wrong++;
  });
  if (wrong <= right) return rules;
  return rules.map(({ author, when }) => ({
    author: author === 'own' ? 'customer' : author === 'customer' ? 'own' : author,
    when,
  }));
}

/**
 * A side that is told by what its rows lack holds dates and the like, too: where rows without a text were found, its own
 * are those that say something, and those that a placeholder stands for.
 */
function saying(
  rules: TranscriptRules['authors'],
  {
    contents,
    text,
    placeholders,
  }: {
    contents: readonly (RowContent | null)[];
    text: TranscriptRules['text'];
    placeholders: NonNullable<TranscriptRules['placeholders']>;
  },
): TranscriptRules['authors'] {
  const [said] = text.at ?? [];
  if (said === undefined || contents.every((content) => content?.author == null || content.text !== null)) return rules;
  const parts = [said, ...placeholders.flatMap(({ when }) => when.has ?? [])];
  return rules.flatMap(({ author, when }) =>
    when.lacks === undefined || when.has !== undefined
      ? [{ author, when }]
      : parts.map((has) => ({ author, when: { ...when, has } })),
  );
}

/** What all rows known to be of a kind have, and no row known to be of another. */
function testOf(
  kind: Kind,
  kinds: readonly (Kind | null)[],
  contents: readonly (RowContent | null)[],
  marks: readonly Mark[],
): RowTest | null {
  const those = kinds.flatMap((one, i) => (one === kind ? [i] : []));
  const not = kinds.flatMap((one, i) =>
    one !== kind && (one !== null || contents[i]?.author === 'customer') ? [i] : [],
  );
  if (those.length === 0) return null;
  return markOf(marks, those, not, [], 1)?.test ?? null;
}

/** The words by which a kind was told, where they stand in no row of the customer's. */
function wordsOf(
  kind: Kind,
  { authors }: TranscriptRules,
  rows: readonly Element[],
  contents: readonly (RowContent | null)[],
): RowTest | null {
  const tests = authors.flatMap(({ author, when }) =>
    author === kind && when.text !== undefined ? [{ text: when.text }] : [],
  );
  const found = tests.find((test) => {
    const those = rows.flatMap((row, i) => (holds(test, row) ? [contents[i]?.author] : []));
    return those.length > 0 && !those.includes('customer');
  });
  return found ?? null;
}

/** Rows that say what happened: by their words, on rows that are nobody's. */
function eventsOf(
  events: TranscriptRules['events'],
  rows: readonly Element[],
  after: TranscriptRules,
  marks: readonly Mark[],
  contents: readonly (RowContent | null)[],
  lost: LostPart[],
): TranscriptRules['events'] | undefined {
  if (events === undefined) return undefined;
  const said = contents.flatMap((content, i) => (content?.author == null ? [] : [i]));
  const others = rows.flatMap((_, i) => (said.includes(i) ? [] : [i]));
  const mark = others.length > 0 ? markOf(marks, others, said, [], -1)?.test : undefined;
  const [text] = after.text.at ?? [];
  const base: RowTest | null = mark ?? (text === undefined ? null : { lacks: text });
  const next = events.flatMap(({ event, when }) => {
    if (rows.some((row) => holds(when, row))) return [{ event, when }];
    if (when.text === undefined || base === null) return [];
    return [{ event, when: { ...base, text: when.text } }];
  });
  if (next.length < events.length) lost.push('events');
  return next;
}
