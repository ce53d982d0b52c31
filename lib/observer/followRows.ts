import type { RowContent } from './readRow';

/** A row with its past. */
export interface FollowedRow {
  element: Element;
  content: RowContent;
  /** When it was seen arriving; null when it already stood there. */
  seenAt: number | null;
  sendActionAt: number | null;
  token: string;
}

export interface SeenRow {
  element: Element;
  content: RowContent;
}

/** Which row of the last look each row of this look is; undefined = none of them. */
export function followRows(
  before: readonly FollowedRow[],
  now: readonly SeenRow[],
  recycled: boolean,
): (FollowedRow | undefined)[] {
  const byElement = new Map(before.map((row) => [row.element, row]));
  // Elements without keys are patched in place when rows are put in front: then many texts change at once.
  const changed = now.filter(({ element, content }) => {
    const old = byElement.get(element);
    return old !== undefined && isOther(old.content, content);
  });
  const trustElements = !recycled && changed.length <= 1;
  const still = new Set(now.map(({ element }) => element));
  const fits = (old: FollowedRow, row: SeenRow): boolean => {
    if (isReplaced(old.content, row.content)) return false;
    if (trustElements && (still.has(old.element) || byElement.has(row.element))) return old.element === row.element;
    if (old.content.id !== null && old.content.id === row.content.id) return true;
    return !isOther(old.content, row.content) && old.content.text !== null;
  };
  return inOrder(before, now, fits);
}

/** Side, or both known ids, or both known texts differ. */
function isOther(old: RowContent, content: RowContent): boolean {
  return isReplaced(old, content) || (old.text !== null && content.text !== null && old.text !== content.text);
}

function isReplaced(old: RowContent, content: RowContent): boolean {
  const otherSide = old.event !== content.event || (old.author === 'customer') !== (content.author === 'customer');
  return otherSide || (old.id !== null && content.id !== null && old.id !== content.id);
}

/** Longest common subsequence; equal rows are paired from the front, so that the one too many is the last. */
function inOrder<A, B>(before: readonly A[], now: readonly B[], fits: (a: A, b: B) => boolean): (A | undefined)[] {
  let start = 0;
  const result: (A | undefined)[] = new Array(now.length).fill(undefined);
  while (start < now.length && start < before.length) {
    const a = before[start];
    const b = now[start];
    if (a === undefined || b === undefined || !fits(a, b)) break;
    result[start] = a;
    start++;
  }
  const rows = now.length - start;
  const olds = before.length - start;
  if (rows === 0 || olds === 0) return result;
  const width = olds + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (r: number, o: number) => lengths[r * width + o] ?? 0;
  const pair = (r: number, o: number) => {
    const a = before[start + o];
    const b = now[start + r];
    return a !== undefined && b !== undefined && fits(a, b);
  };
  for (let r = rows - 1; r >= 0; r--) {
    for (let o = olds - 1; o >= 0; o--) {
      lengths[r * width + o] = pair(r, o) ? at(r + 1, o + 1) + 1 : Math.max(at(r + 1, o), at(r, o + 1));
    }
  }
  for (let r = 0, o = 0; r < rows && o < olds; ) {
    if (pair(r, o)) {
      result[start + r] = before[start + o];
      r++;
      o++;
    } else if (at(r + 1, o) > at(r, o + 1)) r++;
    else o++;
  }
  return result;
}
