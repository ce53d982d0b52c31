/** What a word may break; the order in which kinds are shown. */
export const CARE_KINDS = [
  /** Leads the customer off the platform. */
  'offPlatform',
  /** Names another platform. */
  'otherPlatform',
  /** Pays for a good review. */
  'paidReview',
  'insult',
  /** 极限词. */
  'superlative',
  'promise',
  /** Sends the customer away. */
  'brushOff',
] as const;

/** See CARE_KINDS. */
export type CareKind = (typeof CARE_KINDS)[number];

/** `mark` = shown at the composer; `ask` = by choice, the first Enter shows the mark and the second sends. */
export type CareLevel = 'mark' | 'ask';

/** A word that the agent or their lead added. */
export interface OwnCareWord {
  word: string;
  kind: CareKind;
  level: CareLevel;
  /** A metric profile's id; null = on every platform. */
  platform: string | null;
}

/** The agent's choices about 违禁词. */
export interface CareSettings {
  /** Whether replies are looked through at all. */
  on: boolean;
  /** Shipped words that are switched off, by careWordId. */
  off: string[];
  added: OwnCareWord[];
  /** Workbenches (adapter ids) on which the first Enter shows an `ask` mark and the second sends. */
  secondEnter: string[];
}

/** Name of a shipped word in `CareSettings.off`. */
export function careWordId({ kind, word }: { kind: CareKind; word: string }): string {
  return `${kind}:${word}`;
}

/** What is odd about a reply beyond its words. */
export type CareCheck =
  /** This customer was greeted already. */
  | { check: 'greetedTwice' }
  | { check: 'unfilledVariable'; names: string[] }
  /** Another customer's name stands in it. */
  | { check: 'otherCustomer'; name: string }
  /** This customer was sent the same text before. */
  | { check: 'sentBefore' }
  /** The same text makes more than 30 % of the agent's replies today: may be judged perfunctory. */
  | { check: 'sentOften'; share: number };
