/** The order that stands on the screen, and since when. */
export interface HeldOrder {
  /** Conversation ids, top first. */
  ids: string[];
  /** When this order was taken, ms. */
  at: number;
}

/** The order may change at most this often, ms. */
export const holdOrderMs = 2000;

/**
 * The order to show next. A new order is taken when the standing one is 2 s old and neither pointer nor keyboard is in
 * the list. Until then everybody keeps their place: newcomers go to the end; who was answered leaves at once, except
 * while the list is in use, when the place is kept so that nothing slides under the pointer.
 */
export function nextHeldOrder(held: HeldOrder, wanted: readonly string[], now: number, inUse: boolean): HeldOrder {
  if (!inUse && now - held.at >= holdOrderMs) {
    const same = wanted.length === held.ids.length && wanted.every((id, index) => id === held.ids[index]);
    return same ? held : { ids: [...wanted], at: now };
  }
  const known = new Set(held.ids);
  const kept = inUse ? held.ids : held.ids.filter((id) => wanted.includes(id));
  const added = wanted.filter((id) => !known.has(id));
  if (added.length === 0 && kept.length === held.ids.length) return held;
  return { ids: [...kept, ...added], at: held.at };
}
