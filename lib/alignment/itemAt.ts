/**
 * The item at a position that is known to be inside. Throws: a position outside is a fault of ours, never of the data, and
 * must not pass for "does not fit".
 */
export function itemAt<T>(items: readonly T[], position: number): T {
  const item = items[position];
  if (item === undefined) throw new RangeError(`No item ${position} among ${items.length}.`);
  return item;
}
