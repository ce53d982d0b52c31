import { type CareKind, type CareLevel, type CareSettings, careWordId } from '@/lib/domain/care';

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

/** The lists of a platform (a metric profile's id) with the agent's changes: words switched off, own ones added. */
export function editedLists(
  lists: readonly CareList[],
  { platform, care: { off, added } }: { platform: string; care: Pick<CareSettings, 'off' | 'added'> },
): CareList[] {
  const gone = new Set(off);
  const own = added.filter((one) => one.platform === null || one.platform === platform);
  return [
    ...lists.map((list) => ({
      ...list,
      words: list.words.filter((word) => !gone.has(careWordId({ kind: list.kind, word }))),
    })),
    ...own.map(({ word, kind, level }) => ({ kind, level, words: [word], except: [] })),
  ];
}
