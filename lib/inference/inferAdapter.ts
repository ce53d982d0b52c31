import type { Adapter } from '@/lib/workbenches/types';
import { adapterOf } from './buildAdapter';
import { findComposerElement } from './composer';
import { type FoundList, findConversations } from './conversations';
import { judgeSets, LEAST_WORTH } from './judgeSets';
import { LeafIndex } from './leaves';
import { holdsItems, holdsMessages, type Picks, setsAround } from './picks';
import { conversationItems, messageRows } from './readPage';
import { type RowSet, rowSets } from './rowSets';
import type { Candidate, Doubt, FoundElements, Inference } from './types';

/** Less than this is no chat at all. */
const LEAST_CONFIDENCE = 0.12;
const LEAST_WITHOUT_COMPOSER = 0.25;
/** A box to write in and a list of conversations are a chat, however little was said in it. */
const LEAST_WITH_LIST = 0.04;
/** Not even a question is worth asking about what looks less like a chat than this. */
const LEAST_ASKED = 0.06;
const MOST_EXAMPLES = 3;

/**
 * Finds out how to read a page that nobody described: alike rows in a list above an editable box, told apart by names and,
 * independently, by where they stand. Looks into shadow roots and frames of the same origin. Today's date (YYYY-MM-DD) is
 * written into the adapter's status. What the user pointed at is so, whatever the page looks like.
 */
export function inferAdapter(
  document: Document,
  today: string,
  picks: Picks = {},
  index: LeafIndex = new LeafIndex(document),
): Inference {
  const composer = picks.composer ?? findComposerElement(index);
  const all = rowSets(index);
  const sets = [...setsAround(picks, index), ...all.filter(({ isAcross }) => isAcross !== true)];
  const pointed = picks.customer !== undefined || picks.own !== undefined;
  const judged = judgeSets(
    sets.filter((set) => holdsMessages(set, picks)),
    { index, composer, picks },
  );
  const [best] = judged;
  if (!best || (best.worth < LEAST_WORTH && !pointed)) return nothing;
  const { set, rows, authors } = best;
  const list = findConversations(
    [...sets, ...all.filter(({ isAcross }) => isAcross === true)].filter((one) => holdsItems(one, picks)),
    set.container,
    index,
    picks.item !== undefined,
  );
  const adapter = adapterOf({ set, rows, authors, list, composer, index, today });
  const evidence = [
    `${rows.length} alike rows`,
    ...(authors ? [authors.evidence] : []),
    ...(list ? [`${list.names.length} conversations with names of their own`] : ['no list of conversations']),
    composer ? 'an editable box near the list' : 'no editable box',
  ];
  const unsure: Doubt[] = [];
  if (authors?.asks) unsure.push({ part: 'authors', candidates: bothWays(adapter, document) });
  const confidence =
    Math.min(1, best.worth) *
    (authors?.confidence ?? 0.3) *
    (composer ? 1 : 0.7) *
    (list ? 1 : 0.95) *
    (adapter.open.key.from === 'address' ? 0.95 : 1);
  const least = composer ? (list ? LEAST_WITH_LIST : LEAST_CONFIDENCE) : LEAST_WITHOUT_COMPOSER;
  const isAsked = authors?.asks === true && composer !== null && confidence >= LEAST_ASKED;
  if (confidence < least && !isAsked && !pointed) return nothing;
  return {
    adapter,
    confidence: Math.round((unsure.length > 0 ? Math.min(0.4, confidence) : confidence) * 100) / 100,
    evidence,
    unsure,
    elements: elementsOf(adapter, set, list, composer, document),
  };
}

const nothing: Inference = {
  adapter: null,
  confidence: 0,
  evidence: ['no list of messages was found'],
  unsure: [{ part: 'transcript', candidates: [] }],
  elements: { transcript: null, own: [], customer: [], conversations: null, items: [], composer: null },
};

/** The adapter, and the same with the two sides exchanged. */
function bothWays(adapter: Adapter, document: Document): Candidate[] {
  const exchanged = { own: 'customer', customer: 'own' } as const;
  const rules = adapter.transcript.authors.map(({ author, when }) =>
    author === 'own' || author === 'customer' ? { author: exchanged[author], when } : { author, when },
  );
  return [adapter, { ...adapter, transcript: { ...adapter.transcript, authors: rules } }].map((one) => {
    const own = messageRows(one, document).filter(({ content }) => content.author === 'own');
    const examples = own.flatMap(({ content }) => content.text ?? []).slice(-MOST_EXAMPLES);
    return { adapter: one, examples, elements: own.map(({ element }) => element) };
  });
}

function elementsOf(
  adapter: Adapter,
  set: RowSet,
  list: FoundList | null,
  composer: Element | null,
  document: Document,
): FoundElements {
  const rows = messageRows(adapter, document);
  const of = (own: boolean) =>
    rows.flatMap(({ element, content }) => ((content.author === 'own') === own ? [element] : []));
  return {
    transcript: set.container,
    own: of(true),
    customer: of(false),
    conversations: list?.container ?? null,
    items: list ? conversationItems(adapter, document).map(({ element }) => element) : [],
    composer,
  };
}
