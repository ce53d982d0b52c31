import type { InferredPage } from '@/lib/inference/inferPage';
import type { InferenceCase, Said } from './inferenceCases';

/** What was found, against what is there. */
export interface Comparison {
  said: number;
  /** So many of what was said were found with their author. */
  right: number;
  /** Found, and said by nobody. */
  wrong: Said[];
  missing: Said[];
  /** Every message, author and text, in order, and no false one. */
  exact: boolean;
  /** So many of the times that the page shows were found. */
  times: { shown: number; right: number };
  list: boolean;
  composer: boolean;
}

/** How much of what is said was found, and what was found besides. */
export function compare(one: InferenceCase, truth: readonly Said[], found: InferredPage): Comparison {
  const wrong = found.messages.map(({ author, text }): Said => [author, text]);
  const exact = JSON.stringify(wrong) === JSON.stringify(truth);
  const missing: Said[] = [];
  for (const said of truth) {
    const at = wrong.findIndex(([author, text]) => author === said[0] && text === said[1]);
    if (at < 0) missing.push(said);
    else wrong.splice(at, 1);
  }
  const shown = (one.times ?? []).flatMap((time, i) => (time === null ? [] : [{ time, i }]));
  return {
    said: truth.length,
    right: truth.length - missing.length,
    wrong,
    missing,
    exact,
    times: { shown: shown.length, right: shown.filter(({ time, i }) => found.messages[i]?.shownTime === time).length },
    list: isListRight(one, found),
    composer: one.composer === (found.composer !== null),
  };
}

/** Converse.js draws one customer twice, without anything that tells the two apart. */
function isListRight({ conversations, sorted, set }: InferenceCase, found: InferredPage): boolean {
  if (conversations === null) return found.conversations.length === 0;
  const isAlike = ([name, unread]: (typeof conversations)[number], i: number) => {
    const item = sorted === false ? found.conversations.find((other) => other.name === name) : found.conversations[i];
    return item !== undefined && (unread === null || item.unread === unread) && (name === null || item.name === name);
  };
  const isWhole = set === 'Converse.js' || found.conversations.length === conversations.length;
  return isWhole && conversations.every(isAlike);
}
