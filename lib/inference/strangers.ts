import { first } from '@/lib/observer/query';
import { holdsNode } from '@/lib/observer/roots';
import type { RowTest } from '@/lib/workbenches/types';
import { type Mark, unescaped, worthOf } from './marks';
import { isLook, wordsOf } from './naming';
import type { Row } from './rowSets';
import type { Side } from './sides';

/** Rows that are nobody's: dates, what the system says, cards, notes that the customer never sees. */
export interface Strangers {
  rows: ReadonlySet<number>;
  /** What tells them from messages. */
  tests: RowTest[];
}

const ROLES = new Set(
  'system sys notice notification tip tips hint divider separator event activity toast center centre centered announcement rate rating'.split(
    ' ',
  ),
);
/** Only where few rows have them: a text may be called a card too. */
const RARE = new Set(['card', 'goods', 'product', 'coupon', 'source', 'order']);
const UNHEARD = new Set(['internal', 'whisper', 'private', 'note', 'notes', 'memo', 'amber', 'yellow']);
const FEW = 0.34;
/** Nearly all. */
const USUAL = 0.9;

const SAYINGS = [
  /^系统(?:消息|提示|通知)|^会话(?:已|长时间|结束|开始|超时)|(?:已接入|加入了?|进入了?|离开了?|退出了?|结束了?)(?:会话|聊天|对话|群聊|群组|房间|频道)$|撤回了一条消息$/u,
  /^[—–\-\s]*(?:以[上下](?:为|是))?(?:历史|新|未读|最新)消息[—–\-\s]*$|^\d+\s?条(?:新|未读)?消息$|正在输入[.…。]*$|^(?:当前用户)?来自\s|^(?:查看|加载|没有)更多/u,
  /^(?:assigned|unassigned|reassigned|transferred|escalated)\s(?:to\s|from\s|by\s)?\S.{0,40}$|\b(?:joined|left|entered|ended|started|opened|closed|reopened|self-assigned|was assigned to|was transferred to)\b.{0,20}\b(?:chat|conversation|channel|room|you|ticket|group)\b/iu,
  /\b(?:is|are) typing[.…]*$|^[\s\W]*\d*\s*(?:new|unread) messages?[\s\W]*$|^(?:read|seen|delivered|sent)(?:\s(?:at|by|on|just|today|yesterday|\d|·).{0,20})?$/iu,
];

/** Finds the rows that are nobody's, by what they are called and by what they say; never all of them. */
export function findStrangers(
  rows: readonly Row[],
  marks: readonly Mark[],
  sides: readonly (Side | null)[] = [],
): Strangers {
  const spoken = rows.flatMap(({ said }, i) => (said.length > 0 ? [i] : []));
  const found = new Set<number>();
  const tests: RowTest[] = [];
  const take = (mark: Mark, most: number) => {
    const those = spoken.filter((i) => mark.rows.has(i));
    const left = spoken.filter((i) => !found.has(i) && !mark.rows.has(i));
    if (those.length === 0 || those.length > spoken.length * most || left.length === 0) return;
    if (!those.every((i) => found.has(i))) tests.push(mark.test);
    for (const i of those) found.add(i);
  };
  // What every message is called says nothing about one of them.
  const usual = new Set(
    marks.flatMap((mark) =>
      spoken.filter((i) => mark.rows.has(i)).length >= spoken.length * USUAL ? wordsOf(unescaped(mark.selector)) : [],
    ),
  );
  const wordy = (words: ReadonlySet<string>, looks = false) =>
    marks
      .filter(({ test, selector }) => {
        const found = wordsOf(unescaped(selector)).filter((word) => !usual.has(word));
        if (!found.some((word) => words.has(word))) return false;
        // How parts are aligned within a row says nothing about the row.
        return (
          looks ||
          !isLook(selector) ||
          ('self' in test && !/(?:items|content|self|align|object)-center/u.test(selector))
        );
      })
      .filter((mark) => !spoken.some((i) => mark.rows.has(i) && isBeside(mark, rows[i])))
      .sort((a, b) => b.rows.size - a.rows.size || worthOf(b) - worthOf(a));
  // Nobody's rows stand in the middle, or at one side: what is at both is how messages look.
  const isAtBoth = ({ rows: has }: Mark) => {
    const at = (side: Side) => spoken.filter((i) => has.has(i) && sides[i] === side).length;
    return Math.min(at('left'), at('right')) > 1;
  };
  for (const mark of wordy(ROLES)) if (!isAtBoth(mark)) take(mark, 0.7);
  for (const mark of wordy(UNHEARD, true)) take(mark, 0.5);
  const timed = spoken.filter((i) => rows[i]?.time != null && !found.has(i));
  for (const mark of wordy(RARE)) {
    const those = spoken.filter((i) => mark.rows.has(i));
    // A card that somebody sent has what messages have.
    const isBare = timed.length === 0 || !those.some((i) => timed.includes(i));
    if (isBare) take(mark, FEW);
  }
  const looks = looksOf(marks, spoken.length);
  for (const i of spoken) {
    const text = (rows[i]?.said ?? []).map(({ text: part }) => part).join(' ');
    if (found.has(i) || text.length > 80 || !SAYINGS.some((saying) => saying.test(text))) continue;
    const others = spoken.filter((one) => one !== i && !found.has(one) && !says(rows[one]));
    const own = looks.filter(({ rows: has }) => has.has(i) && !others.some((one) => has.has(one)));
    const missing = looks.some(({ rows: has }) => !has.has(i) && others.every((one) => has.has(one)));
    // It must also look otherwise than messages do: somebody may have typed it.
    if (others.length === 0 || (own.length === 0 && !missing)) continue;
    found.add(i);
    const [best] = own.sort((a, b) => worthOf(b) - worthOf(a));
    if (best) tests.push(best.test);
  }
  takeAlike(rows, spoken, looks, { rows: found, tests });
  return { rows: found, tests };
}

/** Rows whose text stands where that of nobody's rows does, and that of no message: nobody's too. */
function takeAlike(
  rows: readonly Row[],
  spoken: readonly number[],
  looks: readonly Mark[],
  { rows: found, tests }: { rows: Set<number>; tests: RowTest[] },
): void {
  const namesAt = (those: readonly number[]) =>
    new Set(those.flatMap((i) => (rows[i]?.said ?? []).flatMap(({ element }) => [...element.classList])));
  const unheard = namesAt([...found]);
  const left = spoken.filter((i) => !found.has(i));
  const alike = left.filter((i) => {
    const names = namesAt([i]);
    const others = namesAt(left.filter((one) => one !== i && saidAt(rows[one]) !== saidAt(rows[i])));
    return names.size > 0 && [...names].every((name) => unheard.has(name) && !others.has(name));
  });
  if (alike.length > left.length * FEW) return;
  const heard = left.filter((i) => !alike.includes(i));
  const own = looks.filter(({ rows: has }) => alike.every((i) => has.has(i)) && !heard.some((i) => has.has(i)));
  const [best] = own.sort((a, b) => worthOf(b) - worthOf(a));
  if (alike.length === 0 || !best) return;
  for (const i of alike) found.add(i);
  tests.push(best.test);
}

/** The names of what holds a row's text. */
function saidAt(row: Row | undefined): string {
  return (row?.said ?? []).map(({ element }) => [...element.classList].sort().join('.')).join(' ');
}

/** A part with words of its own that is not what the row says: a date over a message in its row. */
function isBeside({ test }: Mark, row: Row | undefined): boolean {
  let part = row && 'has' in test && test.has !== undefined ? first(row.element, [test.has]) : null;
  if (!row || !part) return false;
  // A line beside a date belongs to it.
  while ((part.textContent ?? '').trim() === '') {
    if (!part.parentElement || part.parentElement === row.element) return false;
    part = part.parentElement;
  }
  return !row.said.some(({ element }) => holdsNode(part, element) || holdsNode(element, part));
}

/** Marks that say how a row looks: no labels, and no attribute that has another value in row after row, as an id has. */
function looksOf(marks: readonly Mark[], count: number): Mark[] {
  const attributeOf = ({ selector }: Mark) => /\[([\w-]+)=[^\]]*\]$/u.exec(selector)?.[1];
  const values = new Map<string, number>();
  for (const mark of marks) {
    const attribute = attributeOf(mark);
    if (attribute !== undefined) values.set(attribute, (values.get(attribute) ?? 0) + 1);
  }
  return marks.filter((mark) => {
    const attribute = attributeOf(mark);
    return attribute === undefined || (worthOf(mark) >= 0.5 && (values.get(attribute) ?? 0) < Math.max(3, count / 2));
  });
}

function says(row: Row | undefined): boolean {
  const text = (row?.said ?? []).map(({ text: part }) => part).join(' ');
  return text.length <= 80 && SAYINGS.some((saying) => saying.test(text));
}
