import type { StoredEntry } from '@/lib/domain/entry';
import type { ListItem } from '@/lib/domain/reading';
import type { BadgeInput, BadgeResult, BadgeState } from './badgeTypes';
import type { NewEntry } from './types';

/** The row in one tab and the badge in another are the same message within this. */
const SAME_MESSAGE_MS = 5000;
/** Two tabs may draw one message this far apart. */
const TAB_LAG_MS = 2000;

/** A dot without a number says: at least one. */
function atLeast(unread: number | null): number {
  return unread ?? 1;
}

/** An old reading that comes again. (When the clock is set back, the writer sets `at` back as well.) */
function isReplay(readAt: number, previous: BadgeState): boolean {
  return readAt < previous.at;
}

/** Whether the badge can have changed anything, so that the tail is worth reading. Cheap. */
export function badgeMoved({ item, readAt, previous }: Pick<BadgeInput, 'item' | 'readAt' | 'previous'>): boolean {
  if (previous === null) return true;
  return (item.unread !== previous.unread || item.active !== previous.active) && !isReplay(readAt, previous);
}

/**
 * The customer's messages that a badge announces and that no tab has recorded yet, as provisional entries. A badge that
 * grows by k announces k messages, observed now; those of them that another tab has read already, or has announced, are not
 * counted again. The first badge that a recorder sees announces, at an unknown time, whatever exceeds the unanswered
 * messages that are known.
 */
export function badgeGrowth(input: BadgeInput): BadgeResult {
  const { item, readAt, previous, incomingTotal, tail } = input;
  if (previous && isReplay(readAt, previous)) return { inserted: [], earlier: [], state: previous, changedFrom: null };
  const { count, certain, leftover, earlier } = previous ? grown(input, previous) : shownAtFirst(input);
  const inserted = provisionals(item, count, certain, readAt, tail);
  const accounted = !previous || item.active || atLeast(item.unread) === 0 || grownBy(item, previous) > 0;
  const total = accounted ? incomingTotal + count - leftover : previous.total;
  return {
    inserted,
    earlier,
    state: { unread: item.unread, total, active: item.active, at: readAt },
    changedFrom: earlier[0]?.at ?? inserted[0]?.at ?? null,
  };
}

function grownBy(item: ListItem, previous: BadgeState): number {
  return Math.max(0, atLeast(item.unread) - atLeast(previous.unread));
}

/** `leftover` = messages that another tab recorded already and that this badge has still to count. */
function grown({ item, readAt, incomingTotal, tail, listReadAt, baseline }: BadgeInput, previous: BadgeState) {
  const sinceThen = Math.max(0, incomingTotal - previous.total);
  const incoming = tail.filter((entry) => entry.author === 'customer' && !entry.history);
  const recorded = incoming.slice(Math.max(0, incoming.length - sinceThen));
  // A reading that was delivered late: what came after it cannot have moved its badge.
  // The rows of an open conversation are read themselves.
  if (item.active || atLeast(item.unread) === 0) {
    return { count: 0, certain: true, earlier: [], leftover: recorded.filter((one) => seenAt(one) > readAt).length };
  }
  const lastLook = listReadAt ?? previous.at;
  // Older ones were read in another tab without ever moving this badge.
  const byOthers = recorded.filter(
    (one) => seenAt(one) > lastLook + TAB_LAG_MS || seenAt(one) >= readAt - SAME_MESSAGE_MS,
  );
  const growth = grownBy(item, previous);
  return {
    count: Math.max(0, growth - byOthers.length),
    // A page that still loads catches up, but for what its own clock says to be of this moment.
    certain: baseline !== true || (item.arrived === true && growth === 1),
    earlier: baseline === true ? [] : seenEarlier(byOthers.slice(0, growth), tail, readAt),
    leftover: Math.max(0, byOthers.length - growth),
  };
}

function seenAt({ observedAt, at }: StoredEntry): number {
  return observedAt ?? at;
}

/** Of messages that this badge shows as well, those that it showed before the tab that recorded them. */
function seenEarlier(messages: readonly StoredEntry[], tail: readonly StoredEntry[], readAt: number) {
  return messages.flatMap((entry) => {
    const before = tail[tail.indexOf(entry) - 1];
    const fits = !entry.uncertain && entry.at > readAt && (before === undefined || before.at <= readAt);
    return fits ? [{ key: entry.key, at: readAt }] : [];
  });
}

function shownAtFirst({ item, readAt, tail }: BadgeInput) {
  // Recorded by other tabs before this reading, which is older, was delivered.
  const later = tail.filter((entry) => entry.author === 'customer' && !entry.history && seenAt(entry) > readAt);
  if (item.active) return { count: 0, certain: false, leftover: later.length, earlier: [] };
  const extra = Math.max(0, atLeast(item.unread) - unanswered(tail.filter((entry) => seenAt(entry) <= readAt)));
  const shown = Math.min(extra, later.filter((entry) => seenAt(entry) <= readAt + TAB_LAG_MS).length);
  const count = extra - shown;
  // Two messages at once are more likely old ones that came into sight.
  return { count, certain: item.arrived === true && count === 1, leftover: later.length - shown, earlier: [] };
}

/** Customer's messages at the end of the tail that nobody has answered; automatic ones answer nothing. */
function unanswered(tail: readonly StoredEntry[]): number {
  let count = 0;
  for (let i = tail.length - 1; i >= 0; i--) {
    const entry = tail[i];
    if (!entry || entry.author === 'agent' || entry.author === 'assist' || entry.author === 'colleague') break;
    if (entry.author === 'customer' && !entry.history) count++;
  }
  return count;
}

function provisionals(
  item: ListItem,
  count: number,
  certain: boolean,
  readAt: number,
  tail: readonly StoredEntry[],
): NewEntry[] {
  const last = tail[tail.length - 1];
  const lastAt = Math.max(-Infinity, ...tail.map((entry) => entry.at));
  const began = !certain && item.waitingSince !== null && unanswered(tail) === 0 ? item.waitingSince : readAt;
  return Array.from({ length: count }, (_, i) => ({
    seq: (last?.seq ?? 0) + 1 + i,
    at: Math.max(lastAt, i === 0 ? Math.min(began, readAt) : readAt),
    author: 'customer' as const,
    event: null,
    id: null,
    textHash: null,
    length: null,
    observedAt: certain ? readAt : null,
    shownAt: null,
    shownPrecision: null,
    token: null,
    provisional: true,
    history: false,
    uncertain: !certain,
    recalled: false,
  }));
}
