import type { Leaf } from './types';

/** No name of a conversation has more characters. */
export const MOST_NAME = 60;

/** A number as badges show it. */
export const BADGE = /^[(（[]?\d{1,3}\+?[)）\]]?$/u;

/**
 * The names of the items of a list; null where one has none. What most items begin with, as with the name of a shop, is no
 * name of theirs if what follows heads the chat.
 */
export function namesOf(
  items: readonly Element[],
  all: readonly (readonly Leaf[])[],
  heads: (text: string) => boolean,
): (Leaf | null)[] {
  const leaves = withoutPictures(all, items);
  const names = leaves.map((own, i) => nameOf(own, items[i]));
  const texts = names.map((name) => name?.text);
  const shared = texts.find((text) => texts.filter((other) => other === text).length > Math.max(1, items.length / 2));
  if (shared === undefined) return names;
  const next = leaves.map((own, i) =>
    nameOf(
      own.filter(({ text }) => text !== shared),
      items[i],
    ),
  );
  return next.some((name) => name !== null && heads(name.text)) || isIcon(shared, leaves) ? next : names;
}

/** A word that every item shows in the same element for icons: fonts of icons draw words as pictures. */
function isIcon(text: string, leaves: readonly (readonly Leaf[])[]): boolean {
  return leaves.every((own) => own.some((leaf) => leaf.text === text && leaf.element.matches('i, [class*="icon" i]')));
}

/** No picture has more letters. */
const MOST_LETTERS = 3;

/** Without the letters that stand for a picture: where most are short for the name beside them, those called the same are, too. */
function withoutPictures(leaves: readonly (readonly Leaf[])[], items: readonly Element[]): (readonly Leaf[])[] {
  const kindOf = ({ element }: Leaf) => `${element.tagName}.${[...element.classList].join('.')}`;
  const pictures = leaves.flatMap((own, i) => {
    const [first] = own.filter((leaf) => isName(leaf, items[i]));
    return first && nameOf(own, items[i]) !== first ? [kindOf(first)] : [];
  });
  const [kind] = pictures;
  const isUsual = kind !== undefined && pictures.filter((one) => one === kind).length > items.length / 2;
  if (!isUsual) return [...leaves];
  return leaves.map((own) => own.filter((leaf) => leaf.text.length > MOST_LETTERS || kindOf(leaf) !== kind));
}

/** The first text that may be a name; letters that stand for a name are not the name. */
function nameOf(own: readonly Leaf[], item: Element | undefined): Leaf | null {
  const [name, next] = own.filter((leaf) => isName(leaf, item));
  if (!name) return null;
  return next && (isShortFor(name.text, next.text) || isPictured(name, next, item)) ? next : name;
}

/** No picture of a face is larger, CSS pixels. */
const MOST_PICTURE = 72;

/** The first letters of the name beside them, in a box as high as it is wide: they stand for a picture. */
function isPictured(short: Leaf, { text, element: name }: Leaf, item: Element | undefined): boolean {
  if (short.text.length > 3 || !text.toLowerCase().startsWith(short.text.toLowerCase())) return false;
  for (let box: Element | null = short.element; box && box !== item; box = box.parentElement) {
    if (box.contains(name)) return false;
    const { width, height } = box.getBoundingClientRect();
    if (width > 12 && width <= MOST_PICTURE && Math.abs(width - height) <= 4) return true;
  }
  return false;
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

/** Whether a text of an item may be the name of its conversation: no time, no number, no button beside it. */
export function isName({ text, isTime, element }: Leaf, item: Element | undefined): boolean {
  const button = element.closest('button');
  return (
    !isTime &&
    text.length <= MOST_NAME &&
    text.length > 1 &&
    // What ends with a colon or a dash is a label of something else.
    !/(?:[:：]|\s[–—-])$/u.test(text) &&
    !BADGE.test(text) &&
    (button === null || button.contains(item ?? null) || button.matches(':only-child'))
  );
}
