import type { QuickReply } from '@/lib/domain/quickReply';
import type { GroupAction, GroupNode } from '@/lib/domain/replyView';
import { groupName, groupPath } from './replyGroup';

/**
 * All groups in their order: those of the stored order first, then those that only replies name; children stand behind
 * their parent, which exists when a child does. `''` (no group) comes last, when there are replies without one.
 */
export function groupNodes(order: readonly string[], replies: readonly Pick<QuickReply, 'group'>[]): GroupNode[] {
  const counts = new Map<string, number>();
  for (const { group } of replies) counts.set(canonical(group), (counts.get(canonical(group)) ?? 0) + 1);
  const children = new Map<string, string[]>();
  for (const name of new Set([...order.map(canonical), ...counts.keys()])) {
    const { parent, child } = groupPath(name);
    const known = children.get(parent) ?? [];
    if (child !== null && !known.includes(child)) known.push(child);
    children.set(parent, known);
  }
  const nodes: GroupNode[] = [];
  const loose = counts.get('') ?? 0;
  for (const [parent, below] of children) {
    if (parent === '') continue;
    const inner = below.map((label): GroupNode => {
      const name = groupName({ parent, child: label });
      return { name, label, depth: 1, count: counts.get(name) ?? 0 };
    });
    const count = inner.reduce((sum, node) => sum + node.count, counts.get(parent) ?? 0);
    nodes.push({ name: parent, label: parent, depth: 0, count }, ...inner);
  }
  if (loose > 0) nodes.push({ name: '', label: '', depth: 0, count: loose });
  return nodes;
}

/** What a group's action changes: replies with their new group, and the order of all groups. */
export function applyGroupAction(
  { order, replies }: { order: readonly string[]; replies: readonly QuickReply[] },
  change: GroupAction,
): { put: QuickReply[]; groups: string[] } {
  const all = groupNodes(order, replies)
    .map(({ name }) => name)
    .filter((name) => name !== '');
  switch (change.action) {
    case 'create':
      return { put: [], groups: unique([...all, canonical(change.name)]) };
    case 'rename': {
      const { parent, child } = groupPath(change.name);
      const written = canonical(change.to);
      const to = child === null || written.includes('/') ? written : groupName({ parent, child: written });
      return renamed(all, replies, (name) => replaced(name, change.name, to));
    }
    case 'nest': {
      const label = groupPath(change.name).child ?? groupPath(change.name).parent;
      const to = change.parent === null ? label : groupName({ parent: change.parent, child: label });
      return renamed(all, replies, (name) => replaced(name, change.name, to));
    }
    case 'delete': {
      const { parent, child } = groupPath(change.name);
      const result = renamed(all, replies, (name) => {
        if (name === change.name) return child === null ? '' : parent;
        const path = groupPath(name);
        return child === null && path.parent === parent && path.child !== null ? path.child : name;
      });
      return { ...result, groups: result.groups.filter((name) => name !== '') };
    }
    case 'move':
      return { put: [], groups: moved(all, change.name, change.by) };
  }
}

/** One shape for one group: `a／b`, `a/b` and ` a / b ` are the same. */
function canonical(name: string): string {
  return groupName(groupPath(name));
}

/** A group below a renamed one goes with it; nested, it becomes part of the name. */
function replaced(name: string, from: string, to: string): string {
  if (name === from) return to;
  return name.startsWith(`${from}/`) ? canonical(`${to}/${name.slice(from.length + 1)}`) : name;
}

function renamed(
  all: readonly string[],
  replies: readonly QuickReply[],
  rename: (name: string) => string,
): { put: QuickReply[]; groups: string[] } {
  const put = replies.flatMap((reply) => {
    const group = rename(canonical(reply.group));
    return group === canonical(reply.group) ? [] : [{ ...reply, group }];
  });
  return { put, groups: unique(all.map(rename)) };
}

/** Changes places with the neighbour on the same level; children go along. */
function moved(all: readonly string[], name: string, by: -1 | 1): string[] {
  const { parent, child } = groupPath(name);
  const level = all.filter((other) => {
    const path = groupPath(other);
    return child === null ? path.child === null : path.parent === parent && path.child !== null;
  });
  const place = level.indexOf(name);
  const other = level[place + by];
  if (place < 0 || other === undefined) return [...all];
  const swapped = level.map((one) => (one === name ? other : one === other ? name : one));
  if (child === null)
    return swapped.flatMap((top) => all.filter((one) => groupPath(one).parent === groupPath(top).parent));
  return all.map((one) => (level.includes(one) ? (swapped[level.indexOf(one)] ?? one) : one));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
