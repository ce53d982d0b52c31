import { first } from '@/lib/observer/query';
import { boxInWindow, holdsNode } from '@/lib/observer/roots';
import { holds, readValue } from '@/lib/observer/value';
import type { ListRules, RowTest, ValueRule } from '@/lib/workbenches/types';
import { type LeafIndex, textBox } from './leaves';
import { ownNames, selectorsOf, trust, wayTo, wordsOf } from './naming';
import { rowSelector } from './rowSelector';
import type { RowSet } from './rowSets';
import { seenBox } from './seenBox';
import type { Leaf } from './types';
import { wayInto } from './within';

/** A conversation list, and how to read it. */
export interface FoundList {
  container: Element;
  items: readonly Element[];
  rules: ListRules;
  names: string[];
  worth: number;
}

const MOST_NAME = 60;
/** So many of the items are looked at: the others are alike. */
const MOST_ITEMS = 200;
/** Less than this is a menu, or anything else of which there are several. */
const LEAST_WORTH = 4.3;
/** A name that is cut off may be anybody's. */
const CUT_OFF = /(?:…|\.\.\.)$/u;
const BADGE = /^[(（[]?\d{1,3}\+?[)）\]]?$/u;

/** The conversation list: alike items beside the transcript, each with a name of its own. */
export function findConversations(
  sets: readonly RowSet[],
  transcript: Element,
  index: LeafIndex,
  pointed = false,
): FoundList | null {
  let best: FoundList | null = null;
  for (const set of sets) {
    if (!areWindows(set.rows)) {
      if (holdsNode(transcript, set.container)) continue;
      if (set.rows.some((row) => holdsNode(row, transcript) || holdsNode(transcript, row))) continue;
    }
    const found = readSet(set, transcript, index, pointed ? Number.NEGATIVE_INFINITY : LEAST_WORTH);
    if (found && (!best || found.worth > best.worth)) best = found;
  }
  return best;
}

function readSet({ container, rows: all, isAcross }: RowSet, transcript: Element, index: LeafIndex, least: number): FoundList | null {
  const rows = all.slice(0, MOST_ITEMS);
  const leaves = rows.map((row) => index.under(row));

  const names = leaves.map((own, i) => nameOf(own, rows[i]));
  if (names.some((name) => name === null)) return null;
  const texts = names.flatMap((name) => name?.text ?? []);
  const isTwice = new Set(texts).size < rows.length;
  const common = isTwice ? groupKeyRule(rows, texts) : null;
  if (new Set(texts).size < rows.length * 0.8 && !common) return null;
  const named0 = names.flatMap((name) => name?.element ?? []);
  const found = ruleFor(rows, named0);
  if (!found) return null;
  // A badge stands inside the element that holds the name.
  const shared = named0.some((element, i) =>
    (leaves[i] ?? []).some((leaf) => leaf.element !== element && element.contains(leaf.element)),
  );
  const nameRule: ValueRule = {
    ...found,
    ...(shared ? { ownText: true } : {}),
    ...(texts.some((text) => CUT_OFF.test(text)) ? { match: '^(?!.*(?:…|\\.\\.\\.)$).+' } : {}),
  };

  const frame = seenBox(container);
  const chat = seenBox(transcript);
  // A drawer that is closed.
  if (Number.isFinite(least) && (frame.width < 2 || frame.height < 2)) return null;
  const beside = frame.right <= chat.left + 8 || frame.left >= chat.right - 8;
  const parts = leaves.reduce((sum, own) => sum + own.length, 0) / rows.length;
  const pictured = rows.some((row) => row.querySelector('img, [class*="avatar" i], svg') !== null);
  const clickable = rows.some(
    (row) =>
      getComputedStyle(row).cursor === 'pointer' ||
      row.hasAttribute('tabindex') ||
      row.matches('a, button, [role]') ||
      row.querySelector('a') !== null,
  );
  const words = rows[0]
    ? [rows[0], container].flatMap((one) =>
        wordsOf(
          `${one.className} ${one.id} ${one.getAttribute('aria-label') ?? ''} ${[...one.attributes].map(({ value }) => value).join(' ')}`,
        ),
      )
    : [];
  const named = words.some((word) =>
    /^(?:conversations?|contacts?|chats?|sessions?|convs?|dialogs?|rooms?|threads?|inbox|peers?|users?)$/u.test(word),
  );
  const menu =
    words.some((word) => /^(?:menu|menus|nav|navbar|toolbar|tabs|breadcrumb|emoji)$/u.test(word)) ||
    container.closest('nav, [role="menu"], [role="toolbar"], [role="tablist"]') !== null;
  const headed = texts.some((text) => headOf(text, transcript, container, index) !== null);
  const numbered = leaves.filter((own) => own.some(({ text }) => BADGE.test(text))).length;
  const key = common ?? keyRule(rows);
  const isNumbered = key !== null && areNumbered(rows, key);
  const counts = leaves.map((own) => own.filter(({ text }) => !BADGE.test(text)).length);
  const uniform = new Set(counts).size === 1;
  const active = activeTest(rows, index, transcript, container);
  const worth =
    Math.min(parts, 3) +
    (beside ? 1.5 : 0) +
    (pictured ? 0.7 : 0) +
    (clickable ? 0.7 : 0) +
    (named ? 2 : 0) +
    (headed ? 2.5 : 0) -
    (menu && !headed && !isNumbered ? 1.5 : 0) +
    (isNumbered ? 1 : 0) +
    (uniform ? 0.7 : 0) +
    Math.min(2, rows.length / 4) +
    (new Set(rows.map(({ tagName }) => tagName)).size === 1 ? 1 : 0) +
    (numbered > 0 && numbered < rows.length ? 1 : 0) +
    (active ? 0.7 : 0) +
    (key ? 0.5 : 0);
  // Orders and quick replies are lists too: something must say that these are people to talk to.
  const isTold = headed || named || isNumbered || active !== null || (numbered > 0 && numbered < rows.length);
  // Side by side stand the parts of a head, too: only tabs are chosen, or count what waits.
  if (isAcross === true && Number.isFinite(least) && active === null && numbered === 0) return null;
  if (worth < least || (!isTold && !(clickable && (pictured || parts > 1)) && Number.isFinite(least))) return null;

  const list = wayTo(container);
  const badges = rows.flatMap((row, i) => badgeOf(leaves[i] ?? [], row));
  const badge =
    badges.length > 0
      ? ruleFor(
          badges.map(({ row }) => row),
          badges.map(({ element }) => element),
        )
      : null;
  const preview = previewRule(rows, leaves, names);
  return {
    container,
    items: rows,
    worth,
    names: texts,
    rules: {
      list: [list],
      item: [rowSelector({ container, rows: all })],
      key: key ?? nameRule,
      keyedBy: key ? 'id' : 'name',
      name: nameRule,
      ...(active ? { active } : {}),
      ...(badge ? { unread: { ...badge, match: '\\d+', ...(isAlways(rows, badge) ? { always: true } : {}) } } : {}),
      ...(preview ? { preview } : {}),
    },
  };
}

/** The first text that may be a name; letters that stand for a name are not the name. */
function nameOf(own: readonly Leaf[], item: Element | undefined): Leaf | null {
  const [name, next] = own.filter((leaf) => isName(leaf, item));
  if (!name) return null;
  return next && isShortFor(name.text, next.text) ? next : name;
}

function isShortFor(short: string, name: string): boolean {
  if (short.length > 3 || short.length >= name.length) return false;
  const initials = name
    .split(/[\s._-]+/u)
    .map((word) => word[0] ?? '')
    .join('');
  return (
    initials.toLowerCase().startsWith(short.toLowerCase()) &&
    short === short.toUpperCase() &&
    short !== short.toLowerCase()
  );
}

function isName({ text, isTime, element }: Leaf, item: Element | undefined): boolean {
  const button = element.closest('button');
  return (
    !isTime &&
    text.length <= MOST_NAME &&
    text.length > 1 &&
    !BADGE.test(text) &&
    (button === null || button.contains(item ?? null) || button.matches(':only-child'))
  );
}

/** A leaf with this text above or beside the transcript: the head of the open conversation. */
export function headOf(text: string, transcript: Element, list: Element | null, index: LeafIndex): Leaf | null {
  const box = seenBox(transcript);
  const outside = index
    .withText(text)
    .filter(({ element }) => !holdsNode(transcript, element) && !(list && holdsNode(list, element)));
  return (
    outside.sort((a, b) => {
      const away = ({ element }: Leaf) => {
        const at = boxInWindow(element);
        return Math.abs(at.bottom - box.top) + (at.left < box.left - 4 || at.left > box.right ? 1000 : 0);
      };
      return away(a) - away(b);
    })[0] ?? null
  );
}

/** On a page of one conversation: the title over the transcript. */
export function titleOver(transcript: Element, index: LeafIndex): Element | null {
  const box = seenBox(transcript);
  const over = index.leaves.filter(({ element, isTime, text }) => {
    const at = boxInWindow(element);
    const titled = element.matches(
      'h1, h2, h3, h4, h5, h6, [class*="title" i], [class*="name" i], [class*="header" i] *',
    );
    return titled && !isTime && text.length <= MOST_NAME && at.bottom <= box.top + 8 && !holdsNode(transcript, element);
  });
  return over.sort((a, b) => boxInWindow(b.element).bottom - boxInWindow(a.element).bottom)[0]?.element ?? null;
}

/** A selector that finds each of the parts first in its row. */
function ruleFor(rows: readonly Element[], parts: readonly Element[]): ValueRule | null {
  const [row, part] = [rows[0], parts[0]];
  if (!row || !part) return null;
  if (parts.every((one, i) => one === rows[i])) return {};
  const tag = part.tagName.toLowerCase();
  const parent = part.parentElement;
  const way = wayInto(part, row);
  const kin = parent ? [...parent.children].filter(({ tagName }) => tagName === part.tagName) : [];
  const names = [
    ...ownNames(part),
    ...(parent && parent !== row ? ownNames(parent).map((name) => `${name} > ${tag}`) : []),
    tag,
    ...(kin.length > 1 ? [`${tag}:nth-of-type(${kin.indexOf(part) + 1})`] : []),
  ].map((name) => way + name);
  const isThere = (name: string) =>
    rows.every((one, i) => {
      const found = first(one, [name]);
      const wanted = parts[i];
      return found !== null && (found === wanted || (found.contains(wanted ?? null) && isSameText(found, wanted)));
    });
  const at = [...names, ...(way === '' ? [placeIn(part, row)] : [])].find(isThere);
  return at === undefined ? null : { at: [at] };
}

function isSameText(one: Element, other: Element | undefined): boolean {
  return (one.textContent ?? '').trim() === (other?.textContent ?? '').trim();
}

/** The way to an element by places alone. */
function placeIn(part: Element, row: Element): string {
  const steps: string[] = [];
  for (let element: Element | null = part; element && element !== row; element = element.parentElement) {
    const { tagName, parentElement } = element;
    const kin = [...(parentElement?.children ?? [])].filter((one) => one.tagName === tagName);
    steps.unshift(`${tagName.toLowerCase()}:nth-of-type(${kin.indexOf(element) + 1})`);
  }
  return [':scope', ...steps].join(' > ');
}

/** Windows of several conversations at once: each holds its messages and a box of its own. */
function areWindows(rows: readonly Element[]): boolean {
  return (
    new Set(rows.map(({ tagName }) => tagName)).size === 1 &&
    rows.every((row) => row.querySelector('textarea, [contenteditable]:not([contenteditable="false"])') !== null)
  );
}

/** Keys that differ by a number alone, as those of conversations do and those of a menu's pages do not. */
function areNumbered(rows: readonly Element[], { attribute }: ValueRule): boolean {
  if (attribute === undefined) return false;
  const keys = rows.map((row) => row.getAttribute(attribute) ?? '');
  return keys.every((key) => /\d{3,}/u.test(key)) && new Set(keys.map((key) => key.replace(/\d+/gu, ''))).size === 1;
}

function badgeOf(leaves: readonly Leaf[], row: Element): { row: Element; element: Element }[] {
  const leaf = [...leaves].reverse().find(({ text }) => BADGE.test(text)) ?? null;
  if (!leaf) return [];
  const { width, height } = textBox(leaf.element);
  return width <= 60 && height <= 40 ? [{ row, element: leaf.element }] : [];
}

/** The badge stands in every item, without a number where nothing is unread. */
function isAlways(rows: readonly Element[], { at }: ValueRule): boolean {
  return at !== undefined && rows.some((row) => (first(row, at)?.textContent ?? '?').trim() === '');
}

/** An attribute that tells the items apart. */
function keyRule(rows: readonly Element[]): ValueRule | null {
  const [first0] = rows;
  if (!first0 || rows.length < 2) return null;
  const candidates = [...first0.attributes]
    .map(({ name }) => name)
    .filter((name) => (name.startsWith('data-') && !/index|pos|v-/u.test(name)) || name === 'id' || name === 'href')
    .sort((a, b) => Number(/id|key/u.test(b)) - Number(/id|key/u.test(a)));
  const name = candidates.find((one) => {
    const values = rows.map((row) => row.getAttribute(one));
    return (
      values.every((value) => value !== null && value !== '' && value.length <= 120) &&
      new Set(values).size === rows.length
    );
  });
  return name === undefined ? null : { attribute: name };
}

/** Where a conversation stands in several groups: an attribute, or the number in it, that its items share. */
function groupKeyRule(rows: readonly Element[], names: readonly string[]): ValueRule | null {
  const attributes = [...(rows[0]?.attributes ?? [])]
    .map((one) => one.name)
    .filter((one) => /^(?:data-|id$|href$)/u.test(one));
  const rules = [undefined, '\\d{3,}'].flatMap((match) =>
    attributes.map((attribute): ValueRule => ({ attribute, ...(match === undefined ? {} : { match }) })),
  );
  const fits = (rule: ValueRule) => {
    const keys = rows.map((row) => readValue(row, rule));
    const pairs = new Set(keys.map((key, i) => `${key} ${names[i]}`));
    return !keys.includes(null) && pairs.size === new Set(keys).size && pairs.size === new Set(names).size;
  };
  return rules.find(fits) ?? null;
}

/** What the one item has whose name heads the chat, or that is marked as chosen. */
function activeTest(rows: readonly Element[], index: LeafIndex, transcript: Element, list: Element): RowTest | null {
  const said = ['[aria-selected="true"]', '[aria-current="true"]', '[aria-current="page"]'];
  for (const selector of said) {
    const test: RowTest = { self: selector };
    if (rows.filter((row) => holds(test, row)).length === 1) return test;
  }
  const headed = rows.filter((row) => {
    const name = index.under(row).find((leaf) => isName(leaf, row));
    return name !== undefined && headOf(name.text, transcript, list, index) !== null;
  });
  const sole = headed.length === 1 ? headed[0] : undefined;
  const marks = (row: Element) =>
    selectorsOf(row).filter((name) => rows.filter((one) => one.matches(name)).length === 1);
  if (sole) {
    const [mark] = marks(sole).sort((a, b) => trust(b) - trust(a));
    return mark === undefined || mark.startsWith('[data-') ? null : { self: mark };
  }
  for (const row of rows) {
    const mark = marks(row).find((name) =>
      wordsOf(name).some((word) => /^(?:active|selected|current|checked)$/u.test(word)),
    );
    if (mark !== undefined) return { self: mark };
  }
  return null;
}

function previewRule(
  rows: readonly Element[],
  leaves: readonly (readonly Leaf[])[],
  names: readonly (Leaf | null)[],
): ValueRule | null {
  const parts = leaves.map(
    (own, i) =>
      own
        .filter((leaf) => leaf !== names[i] && !leaf.isTime && !BADGE.test(leaf.text))
        .sort((a, b) => b.text.length - a.text.length)[0] ?? null,
  );
  const having = rows.flatMap((row, i) => (parts[i] ? [{ row, part: parts[i] }] : []));
  if (having.length < rows.length / 2) return null;
  return ruleFor(
    having.map(({ row }) => row),
    having.flatMap(({ part }) => part?.element ?? []),
  );
}
