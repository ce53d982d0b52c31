import type { Settings } from './settings';

/**
 * The settings after a person got another name: what was recorded under the old one, or under an earlier one, is read
 * under the new one. Nothing changes when the old name is not in the list, or the new one is taken.
 */
export function renamed(
  { persons, person, renamedPersons }: Pick<Settings, 'persons' | 'person' | 'renamedPersons'>,
  { from, to: wanted }: { from: string; to: string },
): Partial<Settings> {
  const to = wanted.trim();
  if (to === '' || !persons.includes(from) || !mayBeCalled({ persons, renamedPersons }, { from, to })) return {};
  const moved = Object.entries(renamedPersons).map(([old, now]) => [old, now === from ? to : now] as const);
  const names = [...moved, [from, to] as const].filter(([old, now]) => old !== now);
  return {
    persons: persons.map((each) => (each === from ? to : each)),
    person: person === from ? to : person,
    renamedPersons: Object.fromEntries(names),
  };
}

/**
 * Whether a new name is free: nobody has it, and nobody had it before, whose work would then be read as the new one's.
 * Going back to one's own earlier name is fine.
 */
export function mayBeCalled(
  { persons, renamedPersons }: Pick<Settings, 'persons' | 'renamedPersons'>,
  { from, to }: { from: string | null; to: string },
): boolean {
  if (persons.includes(to)) return false;
  const now = renamedPersons[to];
  return now === undefined || now === from;
}
