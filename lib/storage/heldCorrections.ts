import type { Correction } from './records.types';

/**
 * Of some corrections those that still hold: not undone, no undoing themselves, and none that only confirms what a
 * message was taken for. A mark of a conversation is undone
 * by setting it back to what it was. Give it all corrections of the conversations concerned.
 */
export function heldCorrections(corrections: readonly Correction[]): Set<number> {
  const undone = new Set(corrections.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
  const held = new Set<number>();
  const marks = new Map<string, Correction[]>();
  for (const one of [...corrections].sort((a, b) => a.id - b.id)) {
    const { id, kind, conversationId, undoes } = one;
    if (kind !== 'advertiser' && kind !== 'outcome') {
      const isCorrection = kind !== 'author' || one.before !== one.after;
      if (undoes === undefined && !undone.has(id) && isCorrection) held.add(id);
      continue;
    }
    const key = `${kind}|${conversationId}`;
    const stack = marks.get(key) ?? [];
    marks.set(key, stack);
    const last = stack.at(-1);
    if (last !== undefined && last.before === one.after) {
      held.delete(last.id);
      stack.pop();
    } else {
      held.add(id);
      stack.push(one);
    }
  }
  return held;
}
