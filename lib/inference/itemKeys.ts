import { readValue } from '@/lib/observer/value';
import type { ValueRule } from '@/lib/workbenches/types';

/** An attribute that tells the items apart. */
export function keyRule(rows: readonly Element[]): ValueRule | null {
  const [first0] = rows;
  if (!first0 || rows.length < 2) return null;
  const candidates = [...first0.attributes]
    .map(({ name }) => name)
    .filter((name) => (name.startsWith('data-') && !/index|pos|v-/u.test(name)) || name === 'id' || name === 'href')
    .sort((a, b) => Number(/id|key/u.test(b)) - Number(/id|key/u.test(a)));
  const name = candidates.find((one) => {
    const values = rows.map((row) => row.getAttribute(one));
    return (
      values.every((value) => value !== null && value !== '' && value.length <= 120) &&
      new Set(values).size === rows.length
    );
  });
  return name === undefined ? null : { attribute: name };
}

/** Where a conversation stands in several groups: an attribute, or the number in it, that its items share. */
export function groupKeyRule(rows: readonly Element[], names: readonly string[]): ValueRule | null {
  const attributes = [...(rows[0]?.attributes ?? [])]
    .map((one) => one.name)
    .filter((one) => /^(?:data-|id$|href$)/u.test(one));
  const rules = [undefined, '\\d{3,}'].flatMap((match) =>
    attributes.map((attribute): ValueRule => ({ attribute, ...(match === undefined ? {} : { match }) })),
  );
  const fits = (rule: ValueRule) => {
    const keys = rows.map((row) => readValue(row, rule));
    const pairs = new Set(keys.map((key, i) => `${key} ${names[i]}`));
    return !keys.includes(null) && pairs.size === new Set(keys).size && pairs.size === new Set(names).size;
  };
  return rules.find(fits) ?? null;
}

/** Keys that differ by a number alone, as those of conversations do and those of a menu's pages do not. */
export function areNumbered(rows: readonly Element[], { attribute }: ValueRule): boolean {
  if (attribute === undefined) return false;
  const keys = rows.map((row) => row.getAttribute(attribute) ?? '');
  return keys.every((key) => /\d{3,}/u.test(key)) && new Set(keys.map((key) => key.replace(/\d+/gu, ''))).size === 1;
}
