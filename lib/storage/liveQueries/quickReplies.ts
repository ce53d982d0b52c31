import type { QuickReply } from '@/lib/domain/quickReply';
import { groupNodes } from '@/lib/quickReplies/groupOrder';
import { starterLibrary } from '@/lib/quickReplies/starterLibrary';
import type { Database } from '../database';
import type { LastImport } from '../records.types';

const SALE_ORDER = [...new Set(starterLibrary().map(({ group }) => group))];

/** The whole library, and its groups in the agent's order; until that is made, in the order in which a sale goes. */
export async function readLibrary(database: Database): Promise<{ replies: QuickReply[]; groups: string[] }> {
  const replies = await database.quickReplies.toArray();
  const record = await database.meta.get('replyGroups');
  const held = new Set(replies.map(({ group }) => group));
  const order = record?.key === 'replyGroups' ? record.value : SALE_ORDER.filter((group) => held.has(group));
  const groups = groupNodes(order, replies).map(({ name }) => name);
  const rank = new Map(groups.map((name, place) => [name, place]));
  const rankOf = ({ group }: QuickReply) => rank.get(group) ?? groups.length;
  return { replies: replies.sort((a, b) => rankOf(a) - rankOf(b) || a.order - b.order), groups };
}

/** The last import, while it can be taken back: which file, when, and how many replies it wrote; null = none. */
export async function readLastImport(
  database: Database,
): Promise<(Pick<LastImport, 'at' | 'file'> & { added: number; changed: number }) | null> {
  const record = await database.meta.get('lastImport');
  if (record?.key !== 'lastImport') return null;
  const { at, file, before, after } = record.value;
  return { at, file, added: after.length - before.length, changed: before.length };
}

/** Shops of the workbenches seen lately, and of quick replies, in the order of their names. */
export async function readShops(database: Database): Promise<string[]> {
  const shops = new Set<string>();
  await database.recorders.each(({ shop }) => {
    if (shop !== null) shops.add(shop);
  });
  await database.quickReplies.each((reply) => {
    for (const shop of reply.shops ?? []) shops.add(shop);
  });
  return [...shops].sort((a, b) => a.localeCompare(b, 'zh'));
}
