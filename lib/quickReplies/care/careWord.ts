/** What a word may break. */
export type CareKind =
  /** Leads the customer off the platform. */
  | 'offPlatform'
  /** Names another platform. */
  | 'otherPlatform'
  /** Pays for a good review. */
  | 'paidReview'
  /** 极限词. */
  | 'superlative'
  | 'promise'
  | 'insult'
  /** Sends the customer away. */
  | 'brushOff';

/** `mark` = shown at the composer; `ask` = by choice, the first Enter shows the mark and the second sends. */
export type CareLevel = 'mark' | 'ask';

/** Words of one kind. */
export interface CareList {
  kind: CareKind;
  level: CareLevel;
  words: readonly string[];
  /** Longer phrases in which a word is harmless: 最近, 不一定. */
  except: readonly string[];
  /** Characters that are often written for one another, the usual one first: 微薇威. */
  homophones?: readonly string[];
}

/** What the agent or their lead changed in the lists as shipped. */
export interface CareEdits {
  added: Partial<Record<CareKind, readonly string[]>>;
  removed: readonly string[];
}

/** The lists with the agent's changes. */
export function editedLists(lists: readonly CareList[], { added, removed }: CareEdits): CareList[] {
  const gone = new Set(removed);
  return lists.map((list) => ({
    ...list,
    words: [...list.words.filter((word) => !gone.has(word)), ...(added[list.kind] ?? [])],
  }));
}
