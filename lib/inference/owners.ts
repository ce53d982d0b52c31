import { first } from '@/lib/observer/query';
import { holds, readValue } from '@/lib/observer/value';
import type { ValueRule } from '@/lib/workbenches/types';
import type { FoundList } from './conversations';
import { wayTo } from './naming';

/** How rows say to which conversation they belong, and how items of the list and the chosen one say the same. */
export interface FoundOwners {
  /** Of a row. */
  owner: ValueRule;
  /** Of an item. */
  item: ValueRule;
  /** Of the page: the chosen item's. */
  open: ValueRule;
}

/** An id, or an id within what a page made of it. */
const PARTS = [undefined, '\\d{3,}', '^(?:.*[^\\w])?(\\w{6,})$'];
/** This much of the rows has it; what the system says often has not. */
const MOST = 0.5;

/**
 * Finds the attribute in which rows carry the key of their conversation: its values are keys of the list's items, among them
 * the chosen one's. null where rows carry none.
 */
export function findOwners(rows: readonly Element[], list: FoundList): FoundOwners | null {
  const { active, name } = list.rules;
  if (active?.self === undefined) return null;
  const chosen = list.items.filter((item) => holds(active, item));
  for (const attribute of attributesOf(list.items)) {
    for (const match of PARTS) {
      const item: ValueRule = { attribute, ...(match === undefined ? {} : { match }) };
      const keys = list.items.map((one) => readValue(one, item));
      const names = list.items.map((one) => readValue(one, name));
      // Copies of an item in another group have its key and its name.
      const isKey = new Set(keys).size === new Set(keys.map((key, i) => `${key} ${names[i]}`)).size;
      if (keys.includes(null) || !isKey || new Set(keys).size < 2) continue;
      const open = new Set(chosen.map((one) => readValue(one, item)));
      const owner = open.size === 1 ? ownerRule(rows, new Set(keys), [...open][0] ?? '') : null;
      if (owner) return { owner, item, open: { ...item, at: [`${wayTo(list.container)} ${active.self}`] } };
    }
  }
  return null;
}

function attributesOf([item]: readonly Element[]): string[] {
  return [...(item?.attributes ?? [])].flatMap(({ name }) => (/^(?:data-|id$|href$)/u.test(name) ? [name] : []));
}

function ownerRule(rows: readonly Element[], keys: ReadonlySet<string | null>, open: string): ValueRule | null {
  const candidates = new Map<string, ValueRule>();
  for (const row of rows) {
    for (const element of [row, ...row.querySelectorAll('*')]) {
      for (const { name, value } of element.attributes) {
        if (!keys.has(value)) continue;
        const place = element === row ? {} : { at: [`[${CSS.escape(name)}]`] };
        candidates.set(`${element === row} ${name}`, { ...place, attribute: name });
      }
    }
  }
  return (
    [...candidates.values()].find((rule) => {
      const values = rows.flatMap((row) =>
        rule.at === undefined || first(row, rule.at) ? [readValue(row, rule)] : [],
      );
      return values.length >= rows.length * MOST && values.every((value) => keys.has(value)) && values.includes(open);
    }) ?? null
  );
}
