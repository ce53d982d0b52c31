import type { Correction } from './records.types';

/**
 * The corrections of who was on duty that can be taken back, by id: they hold, no later one that holds covers any of
 * their time, and who stood there before was kept. Give it all corrections of that kind.
 */
export function undoablePersons(corrections: readonly Correction[]): Set<number> {
  const undone = new Set(corrections.flatMap(({ undoes }) => (undoes === undefined ? [] : [undoes])));
  const held = corrections.filter(
    ({ id, kind, undoes }) => kind === 'person' && undoes === undefined && !undone.has(id),
  );
  const covers = (one: Correction, other: Correction): boolean =>
    one.span !== undefined &&
    other.span !== undefined &&
    one.span.from < other.span.to &&
    other.span.from < one.span.to;
  return new Set(
    held.flatMap((one) => {
      const isCovered = held.some((later) => later.id > one.id && covers(one, later));
      return one.persons === undefined || isCovered ? [] : [one.id];
    }),
  );
}
