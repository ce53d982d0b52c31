import type { Database } from './database';

/**
 * Gives what was recorded on an origin's pages the shop as it is named now. A shop that the page itself showed is another
 * one than the agent's name for it, and stays.
 */
export async function nameShop(
  database: Database,
  { origin, before, shop }: { origin: string; before: string | null; shop: string | null },
): Promise<void> {
  const isNamed = (one: { origin: string; shop: string | null }) => one.origin === origin && one.shop === before;
  await database.transaction('rw', [database.conversations, database.recorders], async () => {
    await database.conversations.filter(isNamed).modify({ shop });
    await database.recorders.filter(isNamed).modify({ shop });
  });
}
