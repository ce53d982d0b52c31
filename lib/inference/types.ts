import type { Adapter } from '@/lib/workbenches/types';

/** What a page was found to be. */
export interface Inference {
  /** null where no transcript was found. */
  adapter: Adapter | null;
  /** 0 to 1; low as soon as anything is unsure. */
  confidence: number;
  /** What it stands on, for whoever wants to know. */
  evidence: string[];
  /** Parts of the page that it is not sure of: each is one question to the user, who alone can tell. */
  unsure: Doubt[];
  /** What it found on the page, to be shown there. */
  elements: FoundElements;
}

/** Which of these is yours? */
export interface Doubt {
  /** `authors` = which of two kinds of rows is one's own. */
  part: 'authors' | 'transcript' | 'conversations' | 'composer';
  /** The likeliest first, which is what the adapter says; empty = it found none at all. */
  candidates: Candidate[];
}

/** One answer to a question. */
export interface Candidate {
  /** The adapter as it is when this is the answer. */
  adapter: Adapter;
  /** What the user knows it by: texts of one's own rows, names of conversations. */
  examples: string[];
  /** The elements that the answer is about. */
  elements: Element[];
}

/** Elements of the page by what they were taken for. */
export interface FoundElements {
  transcript: Element | null;
  own: Element[];
  customer: Element[];
  conversations: Element | null;
  items: Element[];
  composer: Element | null;
}

/** A piece of text that stands by itself. */
export interface Leaf {
  element: Element;
  text: string;
  /** It has the shape of a time or date. */
  isTime: boolean;
}
