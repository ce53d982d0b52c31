import { outerElement } from '@/lib/observer/roots';
import type { RowTest } from '@/lib/workbenches/types';
import { isMeasure, selectorsOf, trust, wordsOf } from './naming';
import type { Row } from './rowSets';
import { partsOf } from './within';

/** A mark that rows have: on themselves, around them, or below. */
export interface Mark {
  test: RowTest;
  selector: string;
  rows: Set<number>;
}

/** Attributes whose value may say who speaks. */
const SPEAKING = ['aria-label', 'title', 'alt'];
const MOST_VALUE = 60;

/** Every mark of the rows. */
export function marksOf(rows: readonly Row[], container: Element): Mark[] {
  const marks = new Map<string, Mark>();
  rows.forEach(({ element }, i) => {
    const add = (kind: 'self' | 'has', selector: string) => {
      const key = kind + selector;
      const mark = marks.get(key) ?? { test: { [kind]: selector }, selector, rows: new Set() };
      marks.set(key, mark);
      mark.rows.add(i);
    };
    for (const selector of [...selectorsOf(element), ...valuesOf(element), ...placingOf(element)])
      add('self', selector);
    for (const { element: inner, way } of partsOf(element)) {
      for (const selector of [...selectorsOf(inner), ...valuesOf(inner), ...placingOf(inner)])
        add('has', way + selector);
    }
    const root = element.getRootNode();
    for (let around = outerElement(element); around && around !== container; around = outerElement(around)) {
      if (around.getRootNode() !== root) break;
      for (const selector of [...selectorsOf(around), ...placingOf(around)]) add('self', `${selector} *`);
    }
  });
  return [...marks.values()];
}

/** Labels and pictures that may be one person's. */
function valuesOf(element: Element): string[] {
  const tag = element.tagName.toLowerCase();
  const values = SPEAKING.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null || value.trim() === '' || value.length > MOST_VALUE
      ? []
      : [`${tag}[${name}="${CSS.escape(value)}"]`];
  });
  const source = tag === 'img' ? (element.getAttribute('src') ?? '') : '';
  if (source !== '' && !source.startsWith('data:') && source.length <= 300) {
    values.push(`img[src="${CSS.escape(source)}"]`);
  }
  return values;
}

/** Inline styles that place a row at one end. */
function placingOf(element: Element): string[] {
  const style = element.getAttribute('style') ?? '';
  const found =
    /(?:justify-content|align-(?:items|self)):\s*(flex-end|flex-start)|flex-direction:\s*(row-reverse)|(?:text-align|float):\s*(right|left)|margin-(left|right):\s*auto/u.exec(
      style,
    );
  const value = found?.slice(1).find((group) => group !== undefined);
  if (found === null || value === undefined) return [];
  return [`[style*="${found[4] === undefined ? value : `margin-${value}`}"]`];
}

const OWN = new Set(
  'own self me mine my you right end agent operator admin outgoing outbound out sent send sender seller merchant staff waiter cs support kefu shangjia'.split(
    ' ',
  ),
);
const THEIRS = new Set(
  'customer buyer visitor client guest other them their not left start incoming in inbound received receive recv receiver peer friend contact opposite enduser maijia kehu'.split(
    ' ',
  ),
);
/** Words that say whose rows are marked so, but say other things in a label that is read out. */
const LOOSE = new Set('right end out outbound left start in not other'.split(' '));
const OWN_ROLE = new Set('agent operator staff waiter merchant seller'.split(' '));
const THEIR_ROLE = new Set('customer buyer visitor enduser'.split(' '));

function wordsIn(selector: string): string[] {
  return wordsOf(selector.replace(/end-?user/giu, 'enduser').replace(/ \*$/u, ''));
}

/**
 * Whose rows a mark's words speak of: above 0 one's own, below 0 the customer's. Foreign words say nothing: those that
 * nobody's rows have too.
 */
export function leaning({ selector }: Mark, foreign?: ReadonlySet<string>): number {
  if (/="(?:我|自己|本人|客服)/u.test(unescaped(selector))) return 2;
  if (/="(?:买家|顾客|客户|访客)/u.test(unescaped(selector))) return -2;
  if (isMeasure(selector)) return 0;
  const isLabel = /\[(?:aria-label|title|alt)=/u.test(selector);
  const words = wordsIn(selector).filter((word) => foreign?.has(word) !== true && !(isLabel && LOOSE.has(word)));
  const theirs = words.filter((word) => THEIRS.has(word)).length;
  const negated = words.includes('not') || words.includes('other');
  const own = negated ? 0 : words.filter((word) => OWN.has(word)).length;
  if (/="(?:true|1)"/u.test(selector) && own > 0) return 2;
  if (/="(?:false|0)"/u.test(selector) && own > 0) return -2;
  return Math.sign(own - theirs);
}

/** Whether a mark names a role outright: 1 = those who answer, -1 = those who ask, 0 = neither. */
export function roleOf({ selector }: Mark): -1 | 0 | 1 {
  const words = wordsIn(selector);
  const own = words.some((word) => OWN_ROLE.has(word));
  const theirs = words.some((word) => THEIR_ROLE.has(word));
  return own === theirs ? 0 : own ? 1 : -1;
}

/** The text of a selector as a reader sees it: without escapes. */
export function unescaped(selector: string): string {
  return selector
    .replace(/\\([0-9a-f]{1,6}) ?/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\(.)/gu, '$1');
}

/** How far a mark can be trusted to last, and to be there in the next conversation too. */
export function worthOf(mark: Mark): number {
  const isValue = /\[(?:aria-label|title|alt|src)=|@/u.test(mark.selector);
  return isValue ? (leaning(mark) > 0 ? 1.5 : 0.2) : trust(mark.selector.replace(/^.*>>> /u, ''));
}
