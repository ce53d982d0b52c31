import { inferAdapter } from './inferAdapter';
import { LeafIndex } from './leaves';
import { type ReadConversation, type ReadMessage, readConversations, readMessages } from './readPage';
import type { Inference } from './types';

/** A page as an inferred adapter reads it; plain data. */
export interface InferredPage extends Pick<Inference, 'adapter' | 'confidence' | 'evidence'> {
  /** Each question with the examples of its answers. */
  unsure: { part: string; candidates: string[][] }[];
  messages: ReadMessage[];
  conversations: ReadConversation[];
  /** Selector of the box in which the agent writes; null = the page has none. */
  composer: string | null;
}

/** Infers an adapter over the page, its shadow roots and frames of its own origin, and reads the page with it. */
export function inferPage(document: Document, today: string): InferredPage {
  const index = new LeafIndex(document);
  const { adapter, confidence, evidence, unsure, elements } = inferAdapter(document, today, {}, index);
  const doubts = unsure.map(({ part, candidates }) => ({
    part,
    candidates: candidates.map(({ examples }) => examples),
  }));
  const found = { adapter, confidence, evidence, unsure: doubts };
  if (!adapter) return { ...found, messages: [], conversations: [], composer: null };
  return {
    ...found,
    messages: readMessages(adapter, document, index),
    conversations: readConversations(adapter, document),
    composer: elements.composer === null ? null : (adapter.composer.field[0] ?? null),
  };
}
