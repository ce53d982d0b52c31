import type { Authors } from './authors';
import { leaning, type Mark, roleOf, worthOf } from './marks';
import { both, messageMark } from './markTests';
import { wordsOf } from './naming';
import type { Row } from './rowSets';

/** Rows of which all that somebody wrote may be one side's. */
export interface LoneRows {
  rows: readonly Row[];
  /** Those with a message. */
  spoken: readonly number[];
  marks: readonly Mark[];
  /** Those that are nobody's. */
  strangers: ReadonlySet<number>;
  isTurned: boolean;
}

/** A conversation in which only one has written so far: what the names of its rows say, else it is the customer. */
export function oneSided({ rows, spoken, marks, strangers, isTurned }: LoneRows): Authors | null {
  if (spoken.length === 0) return null;
  const others = rows.flatMap((_, i) => (spoken.includes(i) ? [] : [i]));
  const mark = sideMark(spoken, marks, strangers);
  if (mark) {
    const [one, other] = leaning(mark) > 0 ? (['own', 'customer'] as const) : (['customer', 'own'] as const);
    const message = messageMark(
      marks.filter(({ test, selector }) => 'has' in test && !selector.includes(mark.selector)),
      spoken,
      others,
    );
    return {
      rules: [
        { author: one, when: mark.test },
        ...(message?.has === undefined ? [] : [{ author: other, when: both(message, { lacks: mark.selector }) }]),
      ],
      confidence: 0.6,
      evidence: `one side alone, whose rows have ${mark.selector}`,
      asks: false,
    };
  }
  const message = messageMark(marks, spoken, others) ?? {};
  return {
    rules: [
      { author: 'own', when: both(message, { stands: { side: isTurned ? 'left' : 'right' } }) },
      { author: 'customer', when: message },
    ],
    confidence: 0.4,
    evidence: 'one side alone, taken for the customer',
    asks: false,
  };
}

/** The mark by which most of what the rows are called speaks of one side; where as much speaks of both, the innermost. */
function sideMark(spoken: readonly number[], marks: readonly Mark[], strangers: ReadonlySet<number>): Mark | null {
  const ofAll = (mark: Mark) => spoken.every((i) => mark.rows.has(i));
  const ofStrangers = (mark: Mark) => [...strangers].some((i) => mark.rows.has(i));
  // Nobody's rows that stand at one side speak of that side too.
  const sided = marks.filter((mark) => ofAll(mark) && leaning(mark) !== 0);
  const apart = [...strangers].filter((i) => !sided.some((mark) => mark.rows.has(i)));
  const foreign = new Set(
    marks.flatMap((mark) => (apart.some((i) => mark.rows.has(i)) && !ofAll(mark) ? wordsOf(mark.selector) : [])),
  );
  const lean = (mark: Mark) => leaning(mark, foreign);
  // Names around all the rows would be said of either side.
  const speaking = marks.filter(
    (mark) => ofAll(mark) && lean(mark) !== 0 && !isLabel(mark) && !mark.selector.endsWith(' *'),
  );
  const votes = speaking.reduce((sum, mark) => sum + lean(mark), 0);
  const agreeing = votes === 0 ? speaking.slice(-1) : speaking.filter((mark) => lean(mark) * votes > 0);
  return (
    agreeing.sort(
      (a, b) =>
        Number(ofStrangers(a)) - Number(ofStrangers(b)) ||
        Math.abs(roleOf(b)) - Math.abs(roleOf(a)) ||
        Math.abs(lean(b)) - Math.abs(lean(a)) ||
        worthOf(b) - worthOf(a),
    )[0] ?? null
  );
}

/** The place of a name or a picture, which rows of both sides have. */
function isLabel({ selector }: Mark): boolean {
  return wordsOf(selector).some((word) =>
    /^(?:sender|receiver|name|nickname|avatar|send|user|contact|info|head)$/u.test(word),
  );
}
