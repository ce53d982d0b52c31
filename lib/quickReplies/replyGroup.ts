/** A group as it is shown: its parent, and its own name below it; child null = it is the parent itself. */
export interface GroupPath {
  parent: string;
  child: string | null;
}

/** Reads a group's name: what follows the first slash (also full-width) is one level below. */
export function groupPath(group: string): GroupPath {
  const [parent = '', ...rest] = group.split(/[/／]/).map((part) => part.trim());
  const child = rest.filter((part) => part !== '').join('-');
  return { parent, child: child === '' ? null : child };
}

/** Writes a group's name. */
export function groupName({ parent, child }: GroupPath): string {
  return child === null ? parent : `${parent}/${child}`;
}

/** The groups of a library as a tree of two levels, in the order in which they come, each with its number of replies. */
export function groupTree(
  replies: readonly { group: string }[],
): { name: string; count: number; children: { name: string; count: number }[] }[] {
  const tree = new Map<string, { count: number; children: Map<string, number> }>();
  for (const { group } of replies) {
    const { parent, child } = groupPath(group);
    const node = tree.get(parent) ?? { count: 0, children: new Map<string, number>() };
    node.count += 1;
    if (child !== null) node.children.set(child, (node.children.get(child) ?? 0) + 1);
    tree.set(parent, node);
  }
  return [...tree].map(([name, { count, children }]) => ({
    name,
    count,
    children: [...children].map(([childName, childCount]) => ({ name: childName, count: childCount })),
  }));
}
