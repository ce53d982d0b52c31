import type { Leaf } from './types';

/** No name of a conversation has more characters. */
export const MOST_NAME = 60;

/** A number as badges show it. */
export const BADGE = /^[(（[]?\d{1,3}\+?[)）\]]?$/u;

/** The first text that may be a name; letters that stand for a name are not the name. */
export function nameOf(own: readonly Leaf[], item: Element | undefined): Leaf | null {
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

/** Whether a text of an item may be the name of its conversation: no time, no number, no button beside it. */
export function isName({ text, isTime, element }: Leaf, item: Element | undefined): boolean {
  const button = element.closest('button');
  return (
    !isTime &&
    text.length <= MOST_NAME &&
    text.length > 1 &&
    !BADGE.test(text) &&
    (button === null || button.contains(item ?? null) || button.matches(':only-child'))
  );
}
