import type { ListItem } from '@/lib/domain/reading';
import type { ListRules } from '@/lib/workbenches/types';
import { first } from './query';
import { holds, readValue } from './value';
import { isToSecond, parseWaitClock } from './waitClock';

/** Reads one item of the conversation list; null when it has no key (a group title, a placeholder). */
export function readItem(element: Element, rules: ListRules, now: number): ListItem | null {
  const key = readValue(element, rules.key);
  if (key === null) return null;
  return {
    conversation: { key, keyedBy: rules.keyedBy, name: readValue(element, rules.name) },
    unread: readUnread(element, rules),
    active: rules.active !== undefined && holds(rules.active, element),
    preview: rules.preview ? readValue(element, rules.preview) : null,
    waitingSince: rules.wait
      ? parseWaitClock(readValue(element, rules.wait), rules.wait.unit, now, rules.wait.limitMs)
      : null,
  };
}

/** When the wait began, by a clock of the workbench that speaks to the second; null where there is none. */
export function waitToSecond(element: Element, { wait }: ListRules, now: number): number | null {
  const text = wait ? readValue(element, wait) : null;
  if (!wait || text === null || !isToSecond(text, wait.unit)) return null;
  return parseWaitClock(text, wait.unit, now, wait.limitMs);
}

/** 0 without a badge; null where a badge has no number. */
function readUnread(element: Element, rules: ListRules): number | null {
  const number = readBadge(element, rules);
  return number === 0 && rules.unreadMark !== undefined && holds(rules.unreadMark, element) ? null : number;
}

function readBadge(element: Element, { unread }: ListRules): number | null {
  if (!unread) return 0;
  const badge = unread.at ? first(element, unread.at) : element;
  if (!badge) return 0;
  const number = /\d+/u.exec(readValue(element, unread, badge) ?? '');
  if (number) return Number(number[0]);
  return unread.at && !unread.always ? null : 0;
}

/** One item for each conversation; names that two conversations share at once are left out and reported. */
export function distinctItems(
  seen: readonly { element: Element; item: ListItem }[],
  isVisible: (element: Element) => boolean,
): { items: ListItem[]; ambiguousNames: string[] } {
  const byKey = new Map<string, { element: Element; item: ListItem }[]>();
  for (const entry of seen) {
    const { key } = entry.item.conversation;
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  const items: ListItem[] = [];
  const ambiguousNames: string[] = [];
  for (const [key, copies] of byKey) {
    const drawn = copies.length === 1 ? copies : copies.filter(({ element }) => isVisible(element));
    const shown = (drawn.length > 0 ? drawn : copies).map(({ item }) => item);
    const [item] = shown;
    if (!item) continue;
    if (item.conversation.keyedBy === 'name' && drawn.length > 1) ambiguousNames.push(key);
    else items.push(merged(item, shown));
  }
  return { items, ambiguousNames };
}

function merged(item: ListItem, copies: readonly ListItem[]): ListItem {
  const unread = copies.map((copy) => copy.unread);
  const numbers = unread.filter((number) => number !== null);
  const most = Math.max(0, ...numbers);
  return {
    ...item,
    unread: most === 0 && unread.includes(null) ? null : most,
    active: copies.some(({ active }) => active),
    preview: copies.find(({ preview }) => preview !== null)?.preview ?? null,
    waitingSince: copies.find(({ waitingSince }) => waitingSince !== null)?.waitingSince ?? null,
  };
}
