import type { KnownPage } from '@/lib/domain/knownPage';
import type { Author } from '@/lib/domain/logEntry';
import type { Database } from './database';

/** Far more than one page shows at once. */
const MOST_CONVERSATIONS = 500;
const MOST_MESSAGES = 1000;

const AUTHORS: Record<Author, KnownPage['messages'][number]['author']> = {
  customer: 'customer',
  agent: 'own',
  auto: 'automatic',
  assist: 'assist',
  colleague: 'colleague',
};

/** What is stored of one workbench at an origin, the latest first: a repair knows the page again by it. null = nothing. */
export async function readKnownPage(
  database: Database,
  { origin, workbenchId }: { origin: string; workbenchId: string | null },
): Promise<KnownPage> {
  const all = await database.conversations
    .filter((one) => one.origin === origin && one.workbenchId === workbenchId)
    .toArray();
  const conversations = all.sort((a, b) => b.lastAt - a.lastAt).slice(0, MOST_CONVERSATIONS);
  const ids = new Set(conversations.map(({ id }) => id));
  const texts = (await database.texts.orderBy('at').reverse().limit(MOST_MESSAGES).toArray()).filter((one) =>
    ids.has(one.conversationId),
  );
  const entries = await database.entries.bulkGet(texts.map(({ key }) => key));
  const messages = texts.flatMap(({ text }, i) => {
    const author = entries[i]?.author ?? null;
    return author === null ? [] : [{ author: AUTHORS[author], text }];
  });
  return {
    accounts: named(conversations.map(({ account }) => account)),
    shops: named(conversations.map(({ shop }) => shop)),
    conversations: conversations.map(({ key, name }) => ({ key, name })),
    messages,
  };
}

function named(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
