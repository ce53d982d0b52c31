import { holdsNode } from '@/lib/observer/roots';
import type { ListRules, ValueRule } from '@/lib/workbenches/types';
import { headOf } from './chatHead';
import { activeTest } from './chosenItem';
import { areNumbered, groupKeyRule, keyRule } from './itemKeys';
import { BADGE, namesOf } from './itemNames';
import { badgeRule, badgesOf, isAlways, previewRule, ruleFor } from './itemParts';
import { isSeen, type LeafIndex } from './leaves';
import { wayTo, wordsOf } from './naming';
import { rowSelector } from './rowSelector';
import type { RowSet } from './rowSets';
import { seenBox } from './seenBox';

/** A conversation list, and how to read it. */
export interface FoundList {
  container: Element;
  items: readonly Element[];
  rules: ListRules;
  names: string[];
  worth: number;
}

/** So many of the items are looked at: the others are alike. */
const MOST_ITEMS = 200;
/** Less than this is a menu, or anything else of which there are several. */
const LEAST_WORTH = 4.3;
/** A sign in front of each name, such as a dot that says who is there. */
const DECORATION = /^[^\p{L}\p{N}\s+(（「『《【@#"“]{1,2}\s+/u;
/** A name that is cut off may be anybody's. */
const CUT_OFF = /(?:…|\.\.\.)$/u;

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

function readSet(
  { container, rows: all, isAcross }: RowSet,
  transcript: Element,
  index: LeafIndex,
  least: number,
): FoundList | null {
  const rows = all.slice(0, MOST_ITEMS);
  const leaves = rows.map((row) => index.under(row));

  const names = namesOf(rows, leaves, (text) => headOf(text, transcript, container, index) !== null);
  if (names.some((name) => name === null)) return null;
  const whole = names.flatMap((name) => name?.text ?? []);
  const texts = whole.every((text) => DECORATION.test(text))
    ? whole.map((text) => text.replace(DECORATION, ''))
    : whole;
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
  // Words that are only read aloud stand there too.
  const isRead = named0.some((element) =>
    [...element.children].some((part) => (part.textContent ?? '').trim() !== '' && !isSeen(part)),
  );
  const nameRule: ValueRule = {
    ...found,
    ...(shared || isRead ? { ownText: true } : {}),
    ...(texts !== whole ? { match: `${DECORATION.source}(.+)` } : {}),
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
  // Folders and pages: a word each, and how many there are.
  if (menu && !headed && !isNumbered && Number.isFinite(least) && counts.every((count) => count <= 1)) return null;
  const isBare = counts.every((count) => count <= 1) && numbered === 0 && !pictured && key === null;
  // A word each, and nothing that says whom it calls: pages, whichever is chosen.
  if (isBare && !headed && !named && Number.isFinite(least)) return null;
  if (rows.some((row) => row.matches('label, dt, th')) && Number.isFinite(least)) return null;
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
  const badges = badgesOf(rows, leaves);
  const badge = badgeRule(rows, badges);
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

/** Windows of several conversations at once: each holds its messages and a box of its own. */
function areWindows(rows: readonly Element[]): boolean {
  return (
    new Set(rows.map(({ tagName }) => tagName)).size === 1 &&
    rows.every((row) => row.querySelector('textarea, [contenteditable]:not([contenteditable="false"])') !== null)
  );
}
