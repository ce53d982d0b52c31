import type { QuickReply } from '@/lib/domain/quickReply';

/** The replies that change when one moves among those of its own group: to the place of the neighbour, or of `before`. */
export function moveReply(
  replies: readonly QuickReply[],
  move: { id: string; by: -1 | 1 } | { id: string; before: string | null },
): QuickReply[] {
  const reply = replies.find(({ id }) => id === move.id);
  if (reply === undefined) return [];
  const group = replies.filter((other) => other.group === reply.group).sort((a, b) => a.order - b.order);
  const rest = group.filter((other) => other.id !== reply.id);
  const from = group.indexOf(reply);
  const to = 'by' in move ? from + move.by : rest.findIndex(({ id }) => id === move.before);
  const place = to < 0 ? ('by' in move ? 0 : rest.length) : to;
  const ordered = [...rest.slice(0, place), reply, ...rest.slice(place)];
  return ordered.flatMap((each, order) => (each.order === order ? [] : [{ ...each, order }]));
}
