import type { ConversationRef, ReadingRow, TranscriptReading } from '@/lib/domain/reading';
import type { TranscriptRules } from '@/lib/workbenches/types';
import { ElementCache } from './elementCache';
import { type FollowedRow, followRows, type SeenRow } from './followRows';
import { inShownOrder, isAtEnd } from './order';
import type { PageView } from './page';
import { findAll, lastMatching, workingSelector } from './query';
import { type RowContent, readRow, withAuthor } from './readRow';
import { holdsNode } from './roots';
import { readValue } from './value';

/** As many rows as a reading carries. */
const WINDOW = 60;
/** Rows looked at to find them: some are dividers. */
const LOOKED_AT = 120;
/** An own row that is taken out and put back within this is the same row. */
const PUT_BACK_MS = 10_000;
/** A row that shows a time older than this while the transcript loads did not arrive just now. */
const OLD_MS = 60_000;
const UNIT_MS = { second: 1000, minute: 60_000, day: 86_400_000 } as const;

/** Rows that stood under an earlier header: of the conversation `key`, or (null) of one that was never proven. */
interface StaleRows {
  key: string | null;
  rows: readonly SeenRow[];
}

/** Watches the rows of the open conversation and says what stands there whenever that has changed. */
export class TranscriptWatch {
  #page: PageView;
  #cache = new ElementCache<{ content: RowContent | null }>();
  #conversation: ConversationRef | null = null;
  /** null until the transcript is proven to be that of the conversation. */
  #openedAt: number | null = null;
  #rows: FollowedRow[] = [];
  /** Rows that may still stand there of what was open before; empty once they are gone. */
  #stale: StaleRows[] = [];
  /** What stood there at the last look, while nothing was proven. */
  #unproven: readonly SeenRow[] = [];
  #candidate: { signature: string; since: number } | null = null;
  #switchedAt = 0;
  /** The agent went on before the rows of the last conversation were proven. */
  #inHaste = false;
  #lost: { row: FollowedRow; at: number }[] = [];
  /** When elements came that were no message yet. */
  #appearedAt = new WeakMap<Element, number>();
  #tokens = 0;
  #sent = '';
  #wasAtEnd = true;

  constructor(page: PageView) {
    this.#page = page;
  }

  list(): Element | null {
    return this.#page.find(this.#page.adapter.transcript.list);
  }

  /** A mutation inside the list: only the row that it touches is read again. */
  touch(target: Node, list: Element): void {
    if (target === list || !holdsNode(list, target)) this.#cache.forgetAll();
    else this.#cache.touch(target, list);
  }

  /** The page shows another conversation, or none. The rows that stand there now may still be those of the old one. */
  open(conversation: ConversationRef | null, now: number): void {
    this.#inHaste = this.#openedAt === null && this.#conversation !== null;
    if (this.#openedAt !== null) this.#stale = [{ key: this.#conversation?.key ?? null, rows: this.#rows }];
    else if (this.#unproven.length > 0 && !this.#stillOld(this.#unproven))
      this.#stale.push({ key: null, rows: this.#unproven });
    // Back before the rows had followed: they are its own.
    this.#stale = this.#stale.filter(({ key }) => key === null || key !== conversation?.key);
    this.#unproven = [];
    this.#conversation = conversation;
    this.#openedAt = null;
    this.#rows = [];
    this.#lost = [];
    this.#candidate = null;
    this.#switchedAt = now;
    this.#sent = '';
    this.#cache.forgetAll();
  }

  /** The rows are to be read again. */
  forgetRows(): void {
    this.#cache.forgetAll();
  }

  /** Forgets what was sent, so that the next look is sent in any case. */
  forget(): void {
    this.#sent = '';
    this.#cache.forgetAll();
  }

  /** Looks at the rows; gives a reading when they have changed, and asks to be called again while it is not sure yet. */
  look(now: number, sendActionAt: number | null, lookAgain: (delayMs: number) => void): TranscriptReading | null {
    const conversation = this.#conversation;
    const list = this.list();
    if (!conversation || !list) return null;
    const seen = this.#seen(list, now);
    const reachesEnd = this.#reachesEnd(list);
    if (this.#openedAt === null) {
      this.#unproven = seen;
      if (!this.#isProven(seen, now, lookAgain)) return null;
      this.#openedAt = now;
      this.#stale = [];
      this.#rows = seen.map((row) => this.#follow(row, null, null));
      this.#wasAtEnd = reachesEnd;
      return this.#reading(conversation, reachesEnd, now, true);
    }
    this.#advance(seen, now, sendActionAt, reachesEnd);
    this.#wasAtEnd = reachesEnd;
    return this.#reading(conversation, reachesEnd, now, false);
  }

  #seen(list: Element | null, now: number): SeenRow[] {
    const { adapter, isVisible } = this.#page;
    const rules = adapter.transcript;
    const selector = list && workingSelector(list, rules.row);
    if (!list || !selector) return [];
    const ordered = inOrder(list, selector, rules.order);
    const seen: SeenRow[] = [];
    let before: RowContent | undefined;
    for (const element of ordered) {
      const { content: read } = this.#cache.read(element, () => ({
        content: isVisible(element) ? readRow(element, rules, now) : null,
      }));
      const content = read && withAuthor(read, before);
      if (content?.author) before = content;
      if (content) {
        if (!isForeign(element, rules, this.#conversation)) seen.push({ element, content });
      } else if (!this.#appearedAt.has(element)) this.#appearedAt.set(element, now);
    }
    return (rules.doubled ? seen.filter((row, i) => !isDouble(seen[i - 1], row)) : seen).slice(-WINDOW);
  }

  /** Without a scroll box that recycles its rows, the last row of the page is the last message. */
  #reachesEnd(list: Element): boolean {
    const rules = this.#page.adapter.transcript;
    if (!rules.virtual) return true;
    const scroller = rules.scroller ? this.#page.find(rules.scroller) : null;
    return isAtEnd(scroller ?? list, rules.order === 'turned');
  }

  /**
   * The header changes before the transcript does. Rows count as those of the new conversation when none of the old ones is
   * left and two looks in a row are equal; where nothing has changed at all, after a long while. Who goes through several
   * conversations in haste may see the rows of one that is not open any more come late: then they have to stand longer.
   */
  #isProven(seen: readonly SeenRow[], now: number, lookAgain: (delayMs: number) => void): boolean {
    const { settleMs, hasteMs, staleMs } = this.#page.timings;
    const signature = seen.map(({ content }) => contentKey(content)).join('\n');
    if (this.#candidate?.signature !== signature) this.#candidate = { signature, since: now };
    const settled = now - this.#candidate.since;
    const patient = this.#stillOld(seen) || (seen.length === 0 && this.#stale.length > 0);
    const waited = patient ? now - this.#switchedAt : settled;
    const needed = patient ? staleMs : this.#inHaste ? hasteMs : settleMs;
    if (waited >= needed && settled >= settleMs) return true;
    lookAgain(Math.max(1, needed - waited, settleMs - settled));
    return false;
  }

  #stillOld(seen: readonly SeenRow[]): boolean {
    const stale = this.#stale.flatMap(({ rows }) => rows);
    if (stale.length === 0 || seen.length === 0) return false;
    const keys = new Set(stale.map(({ content }) => contentKey(content)));
    // A recycled list can show the old rows in other elements.
    if (this.#page.adapter.transcript.virtual && seen.every(({ content }) => keys.has(contentKey(content))))
      return true;
    const ids = new Set(stale.flatMap(({ content }) => content.id ?? []));
    return seen.some(({ element, content }) =>
      content.id === null
        ? stale.some((old) => old.element === element && contentKey(old.content) === contentKey(content))
        : ids.has(content.id),
    );
  }

  #advance(seen: readonly SeenRow[], now: number, sendActionAt: number | null, reachesEnd: boolean): void {
    const before = this.#rows;
    const recycled = this.#page.adapter.transcript.virtual === true;
    const followed = followRows(before, seen, recycled);
    const lastKnown = followed.reduce((last, row, i) => (row ? i : last), -1);
    const firstArrived = followed.findIndex((row) => row !== undefined && row.seenAt !== null);
    const kept = new Set(followed);
    this.#lost = this.#lost.filter(({ at }) => now - at < PUT_BACK_MS);
    const gone = before.filter((row) => !kept.has(row) && !row.element.isConnected);
    this.#lost.push(...gone.map((row) => ({ row, at: now })));

    const coming = seen.filter((_, i) => !followed[i]).length;
    this.#rows = seen.map((row, i) => {
      const old = followed[i] ?? this.#putBack(row);
      if (old) return { ...old, ...row, content: { ...row.content, text: row.content.text ?? old.content.text } };
      const atEnd = i > lastKnown || (firstArrived >= 0 && i > firstArrived);
      const isArrival =
        atEnd && this.#wasAtEnd && reachesEnd && !this.#isLoading(row, before.length === 0, coming, now);
      // A recycled element came long before the message that it shows now.
      const appearedAt = (recycled ? null : this.#appearedAt.get(row.element)) ?? now;
      const seenAt = isArrival ? Math.min(now, appearedAt) : null;
      return this.#follow(row, seenAt, row.content.author === 'own' && isArrival ? sendActionAt : null);
    });
  }

  #follow(row: SeenRow, seenAt: number | null, sendActionAt: number | null): FollowedRow {
    this.#tokens++;
    return { ...row, seenAt, sendActionAt, token: `${this.#page.recorderId}:${this.#tokens}` };
  }

  /** An optimistic own row that the page takes out and draws anew. */
  #putBack({ content }: SeenRow): FollowedRow | undefined {
    const i = this.#lost.findIndex(
      ({ row: { content: old } }) =>
        old.author === content.author &&
        old.event === content.event &&
        old.text === content.text &&
        (old.id === null || content.id === null || old.id === content.id || content.author === 'own'),
    );
    return i < 0 ? undefined : this.#lost.splice(i, 1)[0]?.row;
  }

  /** Just after opening, the page may still be fetching what came long ago. */
  #isLoading({ content }: SeenRow, wasEmpty: boolean, coming: number, now: number): boolean {
    if (this.#openedAt === null || now - this.#openedAt > this.#page.timings.loadingMs) return false;
    if (content.author === 'own') return coming > 2;
    const { shown } = content;
    if (shown === null || shown.precision === 'day') return wasEmpty || coming > 2;
    return now - shown.at > OLD_MS + UNIT_MS[shown.precision] || (coming > 2 && shown.precision !== 'second');
  }

  #reading(
    conversation: ConversationRef,
    reachesEnd: boolean,
    readAt: number,
    baseline: boolean,
  ): TranscriptReading | null {
    const virtual = this.#page.adapter.transcript.virtual === true;
    const ids = new Set<string>();
    const rows: ReadingRow[] = [];
    for (const { content, seenAt, sendActionAt, token } of this.#rows) {
      // Hidden copies and doubled drawing.
      if (content.id !== null && ids.has(content.id)) continue;
      if (content.id !== null) ids.add(content.id);
      rows.push({ ...content, seenAt, sendActionAt, token: virtual ? null : token });
    }
    const signature = JSON.stringify([conversation.key, reachesEnd, rows]);
    if (signature === this.#sent) return null;
    this.#sent = signature;
    return { kind: 'transcript', readAt, conversation, rows, reachesEnd, baseline };
  }

  /** The latest own row that was seen arriving, ms; null = none yet. */
  lastOwnRowAt(): number | null {
    const own = this.#rows.filter(({ content, seenAt }) => content.author === 'own' && seenAt !== null);
    return own.at(-1)?.seenAt ?? null;
  }
}

/** The row says that it belongs to another conversation. */
function isForeign(element: Element, { owner }: TranscriptRules, conversation: ConversationRef | null): boolean {
  const key = owner ? readValue(element, owner) : null;
  return key !== null && conversation !== null && key !== conversation.key;
}

function isDouble(before: SeenRow | undefined, { content }: SeenRow): boolean {
  return (
    before !== undefined &&
    contentKey(before.content) === contentKey(content) &&
    before.content.shown?.at === content.shown?.at
  );
}

function contentKey({ author, event, id, text }: RowContent): string {
  return `${author ?? event}|${id ?? ''}|${text ?? ''}`;
}

/** The rows from the oldest to the newest. */
function inOrder(list: Element, selector: string, order: TranscriptRules['order']): Element[] {
  if (order === 'reversed') return findAll(list, selector).slice(0, LOOKED_AT).reverse();
  if (order === 'turned') return inShownOrder(findAll(list, selector)).slice(0, LOOKED_AT).reverse();
  const last = lastMatching(list, selector, LOOKED_AT);
  return order === 'top' ? inShownOrder(last) : last;
}
