import type { ReadingRow, RowAuthor, RowEvent, ShownTime } from '@/lib/domain/reading';
import type { TranscriptRules } from '@/lib/workbenches/types';
import { normaliseText } from './normaliseText';
import { first } from './query';
import { parseShownTime } from './shownTime';
import { expression, holds, readValue } from './value';

/** What a row's element says by itself, without its past. */
export type RowContent = Pick<ReadingRow, 'author' | 'event' | 'id' | 'text' | 'shown'> & {
  /** Written by whoever wrote the message before it; `author` is null until then. */
  continues?: true;
};

/** Reads one row; null when it is no message and no event that means something. */
export function readRow(element: Element, rules: TranscriptRules, now: number): RowContent | null {
  const event = rules.events?.find(({ when }) => holds(when, element))?.event ?? null;
  const author = event === null ? readAuthor(element, rules) : null;
  if (event === null && author === null) return null;
  return {
    ...(author === 'previous' ? { author: null, continues: true } : { author }),
    event,
    id: readId(element, rules),
    text: readText(element, rules, event),
    shown: readShown(element, rules, now),
  };
}

function readAuthor(element: Element, rules: TranscriptRules): RowAuthor | 'previous' | null {
  const author = rules.authors.find(({ when }) => holds(when, element))?.author;
  return author === undefined || author === 'ignore' ? null : author;
}

/** Gives each row that continues the one before the author of that one; null when there is none in sight. */
export function withAuthor(content: RowContent, before: RowContent | undefined): RowContent | null {
  if (content.continues !== true) return content;
  return before === undefined || before.author === null ? null : { ...content, author: before.author };
}

function readId(element: Element, { id: rule }: TranscriptRules): string | null {
  const id = rule ? readValue(element, rule) : null;
  const isTemporary = id !== null && rule?.temporary !== undefined && expression(rule.temporary)?.test(id);
  return isTemporary ? null : id;
}

function readShown(element: Element, rules: TranscriptRules, now: number): ShownTime | null {
  for (const rule of rules.shown ?? []) {
    const shown = parseShownTime(readValue(element, rule), rule, now);
    if (shown) return shown;
  }
  return null;
}

function readText(element: Element, rules: TranscriptRules, event: RowEvent | null): string | null {
  const base = rules.text.at ? first(element, rules.text.at) : element;
  const own = base ? textOf(base, rules.text) : '';
  if (own !== '') return own;
  const placeholder = rules.placeholders?.find(({ when }) => holds(when, element))?.text;
  if (placeholder !== undefined) return placeholder;
  // A system row's words often stand outside the place for texts.
  return event === null ? null : normaliseText(element.textContent ?? '') || null;
}

function textOf(base: Element, { attribute, match, without, strip }: TranscriptRules['text']): string {
  let text = attribute === undefined ? textWithout(base, without ?? []) : (base.getAttribute(attribute) ?? '');
  const unwanted = strip === undefined ? null : expression(strip);
  if (unwanted) text = text.replace(unwanted, '');
  text = normaliseText(text);
  if (match === undefined) return text;
  const found = expression(match)?.exec(text);
  return found ? (found[1] ?? found[0]) : '';
}

/** What ends a line, for which an element's text has no white space. */
const BREAKS = 'br, p, div, li, blockquote, h1, h2, h3, h4, h5, h6';

/** Text content without some parts, and with an emoji image as its alternative text. Copies only where it must. */
function textWithout(base: Element, without: readonly string[]): string {
  const needsCopy =
    first(base, [`img[alt], ${BREAKS}`]) !== null || without.some((selector) => first(base, [selector]) !== null);
  if (!needsCopy) return base.textContent ?? '';
  const element = base.cloneNode(true) as Element;
  for (const selector of without) {
    for (let part = first(element, [selector]); part; part = first(element, [selector])) part.remove();
  }
  for (const image of element.querySelectorAll('img[alt]')) image.replaceWith(image.getAttribute('alt') ?? '');
  for (const broken of element.querySelectorAll(BREAKS)) broken.after(' ');
  return element.textContent ?? '';
}
