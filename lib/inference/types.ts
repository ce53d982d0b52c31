import type { Adapter } from '@/lib/workbenches/types';

/** What a page was found to be. */
export interface Inference {
  /** null where no transcript was found. */
  adapter: Adapter | null;
  /** 0 to 1. */
  confidence: number;
  /** What it stands on, for whoever wants to know. */
  evidence: string[];
  /** Parts that it is not sure of; each is a question to the user, who alone can tell. */
  unsure: Doubt[];
}

/** `authors` = which of two kinds of rows is one's own. The rest were not found. */
export type Doubt = 'authors' | 'transcript' | 'conversations' | 'open' | 'composer';

/** A piece of text that stands by itself. */
export interface Leaf {
  element: Element;
  text: string;
  /** It has the shape of a time or date. */
  isTime: boolean;
}

/** How the page is looked at; each with a default for a real page. */
export interface Sight {
  /** A closed root too, where the caller may look into it. */
  shadowRootOf(element: Element): ShadowRoot | null;
}
