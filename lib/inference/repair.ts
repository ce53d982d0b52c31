import type { KnownPage } from '@/lib/domain/knownPage';
import { normaliseText } from '@/lib/observer/normaliseText';
import { readItem } from '@/lib/observer/readList';
import { holds, readValue } from '@/lib/observer/value';
import type { Adapter, ListRules, ValueRule } from '@/lib/workbenches/types';
import { inferAdapter } from './inferAdapter';
import { merged } from './merged';
import { find, findPageParts, matchingIn, rowsOf } from './pageParts';
import type { Picks } from './picks';
import { relocate, relocateOnPage } from './relocate';
import { repairTranscript } from './repairTranscript';
import type { Doubt } from './types';

/** A selector that a repair changes. */
export interface RepairChange {
  part: 'transcript' | 'conversations' | 'open' | 'composer' | 'account' | 'shop';
  before: string;
  after: string;
}

/** A part that was read before, and cannot be found again now. */
export type LostPart = 'automatic' | 'colleague' | 'assist' | 'events' | 'unread' | 'wait' | 'key' | 'account' | 'shop';

/** What changed between a stored adapter and the page, and the adapter that fits the page. */
export interface Repair {
  /** null when no transcript was found at all. */
  adapter: Adapter | null;
  changes: RepairChange[];
  lost: LostPart[];
  confidence: number;
  evidence: string[];
  unsure: Doubt['part'][];
}

const MOST_ITEMS = 200;

/**
 * Repairs an adapter whose page has changed its markup: what still works stays as it is; what does not is inferred anew and
 * held against what was recorded from the page (customers' names and keys, the account, the latest messages), so that the
 * same conversations keep their keys. Old selectors stay as fallbacks.
 */
export function repairAdapter({
  stored,
  document,
  today,
  now,
  known,
  picks = {},
}: {
  stored: Adapter;
  document: Document;
  today: string;
  now: number;
  known: KnownPage;
  picks?: Picks;
}): Repair {
  const { adapter: found, confidence, evidence, ...rest } = inferAdapter(document, today, picks);
  const unsure = rest.unsure.map(({ part }) => part);
  if (found === null) return { adapter: null, changes: [], lost: [], confidence, evidence, unsure };
  const changes: RepairChange[] = [];
  const lost: LostPart[] = [];
  const change = (part: RepairChange['part'], before: readonly string[], after: readonly string[]) => {
    if (before[0] !== after[0]) changes.push({ part, before: before[0] ?? '–', after: after[0] ?? '–' });
  };

  const pointed = picks.own !== undefined || picks.customer !== undefined || picks.automatic !== undefined;
  const works = !pointed && readsTranscript(stored, document, now);
  const transcript = works ? stored.transcript : repairTranscript({ stored, found, document, now, known, lost });
  change('transcript', ...changedOf(stored.transcript, transcript, 'row'));

  const listWorks = picks.item === undefined && readsList(stored, document, now);
  const conversations = listWorks ? stored.conversations : repairList({ stored, found, document, known, now, lost });
  change('conversations', ...changedOf(stored.conversations, conversations, 'item'));

  const composerWorks = picks.composer === undefined && find(document, stored.composer.field) !== null;
  const field = composerWorks ? stored.composer.field : merged(found.composer.field, stored.composer.field);
  change('composer', stored.composer.field, field);

  const open = repairOpen({ stored, found, document, known, conversations });
  if (open === null) lost.push('key');
  else change('open', stored.open.key.at ?? [], open.key.at ?? []);

  const own = (part: 'account' | 'shop', values: readonly string[]): ValueRule | undefined => {
    const rule = stored[part];
    if (rule === undefined) return undefined;
    const value = readValue(document, rule);
    if (value !== null && (values.length === 0 || values.includes(value))) return rule;
    const next = relocateOnPage(document, rule, (one) => values.includes(one));
    if (next) change(part, rule.at ?? [], next.at ?? []);
    else lost.push(part);
    return next ?? rule;
  };
  const account = own('account', known.accounts);
  const shop = own('shop', known.shops);

  const adapter: Adapter = {
    ...stored,
    transcript,
    conversations,
    open: open ?? found.open,
    composer: { ...stored.composer, field },
    ...(account ? { account } : {}),
    ...(shop ? { shop } : {}),
  };
  return { adapter, changes, lost, confidence, evidence, unsure };
}

/** Of two sets of rules the list's selectors; where these are the same, those of what is in it. */
function changedOf<Part extends string>(
  before: { list: readonly string[] } & Record<Part, readonly string[]>,
  after: { list: readonly string[] } & Record<Part, readonly string[]>,
  part: Part,
): [readonly string[], readonly string[]] {
  return before.list[0] === after.list[0] ? [before[part], after[part]] : [before.list, after.list];
}

function readsTranscript(adapter: Adapter, document: Document, now: number): boolean {
  const messages = findPageParts(adapter, document, now).messages.filter(({ text }) => text !== null);
  const rows = rowsOf(document, adapter.transcript);
  return messages.length > 0 && messages.length >= rows.length / 4;
}

function readsList({ conversations }: Adapter, document: Document, now: number): boolean {
  const list = find(document, conversations.list);
  const items = list ? matchingIn(list, conversations.item, MOST_ITEMS) : [];
  return items.some((item) => readItem(item, conversations, now) !== null);
}

function repairList({
  stored,
  found,
  document,
  known,
  now,
  lost,
}: {
  stored: Adapter;
  found: Adapter;
  document: Document;
  known: KnownPage;
  now: number;
  lost: LostPart[];
}): ListRules {
  const before = stored.conversations;
  const after = found.conversations;
  const list = find(document, after.list);
  const items = list ? matchingIn(list, after.item, MOST_ITEMS) : [];
  if (items.length === 0) return before;
  const names = new Set(known.conversations.flatMap(({ name }) => name ?? []));
  const keys = new Set(known.conversations.map(({ key }) => key));
  const nameOf = (item: Element) => readValue(item, after.name);
  const name = relocate(items, before.name, (value, item) => names.has(value) || value === nameOf(item)) ?? after.name;

  const values = items.map((item) => readValue(item, before.key));
  const keyHolds = values.every((value) => value !== null) && new Set(values).size > items.length / 2;
  const key = keyHolds
    ? before.key
    : before.keyedBy === 'name'
      ? // Of a name that is cut short no key is made, by whatever expression said so.
        { ...name, ...(before.key.match === undefined ? {} : { match: before.key.match }) }
      : (relocate(items, before.key, (value) => keys.has(value)) ?? attributeWith(items, keys));
  if (key === null) lost.push('key');

  const unread = before.unread
    ? relocateUnread(items, before.unread, after.unread)
    : after.unread && { ...after.unread };
  if (before.unread && !unread) lost.push('unread');
  const waitRule = before.wait;
  const wait = waitRule && relocate(items, waitRule, (value) => /\d/u.test(value) && value.length <= 20);
  if (waitRule && !wait && !items.some((item) => readItem(item, before, now)?.waitingSince != null)) lost.push('wait');
  const preview = after.preview ?? before.preview;
  const active = [before.active, after.active].find((test) => test && items.some((item) => holds(test, item)));
  return {
    ...before,
    list: merged(after.list, before.list),
    item: merged(after.item, before.item),
    key: key ?? name,
    keyedBy: key === null ? 'name' : before.keyedBy,
    name,
    ...(active ? { active } : {}),
    ...(unread ? { unread } : {}),
    ...(preview ? { preview } : {}),
    ...(wait ? { wait } : {}),
  };
}

/** Badges may be absent just now: then the old rule stays, and may find nothing. */
function relocateUnread(
  items: readonly Element[],
  before: NonNullable<ListRules['unread']>,
  after: ListRules['unread'],
): ListRules['unread'] | undefined {
  if (items.some((item) => before.at !== undefined && readValue(item, before) !== null)) return before;
  return after ? { ...before, at: merged(after.at ?? [], before.at ?? []) } : undefined;
}

/** The attribute, of the items or below, that holds the keys by which the conversations are known. */
function attributeWith(items: readonly Element[], keys: ReadonlySet<string>): ValueRule | null {
  for (const item of items) {
    for (const element of [item, ...item.querySelectorAll('*')]) {
      for (const { name, value } of element.attributes) {
        if (!keys.has(value)) continue;
        const rule = relocate(items, { attribute: name }, (one) => keys.has(one) || one.length === value.length);
        if (rule) return rule;
      }
    }
  }
  return null;
}

/** The head of the open conversation, by the same kind of key as before; null when only another kind is left. */
function repairOpen({
  stored,
  found,
  document,
  known,
  conversations,
}: {
  stored: Adapter;
  found: Adapter;
  document: Document;
  known: KnownPage;
  conversations: ListRules;
}): Adapter['open'] | null {
  const before = stored.open;
  const keys = new Set(known.conversations.map(({ key }) => key));
  const list = find(document, conversations.list);
  const items = list ? matchingIn(list, conversations.item, MOST_ITEMS) : [];
  for (const item of items) {
    const key = readValue(item, conversations.key);
    if (key !== null) keys.add(key);
  }
  const value = readValue(document, before.key);
  if (value !== null && (keys.size === 0 || keys.has(value) || before.key.from === 'address')) return before;
  const transcript = find(document, found.transcript.list);
  const head = found.open.name.at ? find(document, found.open.name.at) : null;
  // The list holds all the keys; the head is whatever else holds one, nearest to the name over the transcript.
  const rank = (element: Element): number => {
    if (list?.contains(element) || transcript?.contains(element)) return Number.POSITIVE_INFINITY;
    if (head && (element.contains(head) || head.contains(element))) return 0;
    const top = transcript?.getBoundingClientRect().top ?? 0;
    return 1 + Math.abs(element.getBoundingClientRect().bottom - top);
  };
  const name =
    head && found.open.name.at ? { ...before.name, at: merged(found.open.name.at, before.name.at ?? []) } : before.name;
  if (before.keyedBy === 'name') {
    const shown = head === null ? null : normaliseText(head.textContent ?? '');
    return shown === null ? null : { key: name, keyedBy: 'name', name };
  }
  const key =
    relocateOnPage(document, before.key, (one) => keys.has(one), rank) ??
    (conversations.key.attribute === undefined
      ? null
      : relocateOnPage(document, { attribute: conversations.key.attribute }, (one) => keys.has(one), rank));
  return key === null ? null : { key, keyedBy: 'id', name };
}
