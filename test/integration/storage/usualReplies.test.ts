import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { Database } from '@/lib/storage/database';
import { forgetUsualReplies, keepUsualReplies, readUsualReplies } from '@/lib/storage/usualReplies';

const replies = Array.from({ length: 300 }, (_, order): QuickReply => {
  const plain = { id: `r${order}`, code: '', title: '', text: `${order}`, group: '', order, uses: 0, lastUsedAt: null };
  if (order === 299) return { ...plain, favourite: true };
  if (order === 298) return { ...plain, uses: 5 };
  return order === 297 ? { ...plain, validFrom: 10 } : plain;
});

let database: Database;
beforeEach(async () => {
  database = new Database(`usual-${crypto.randomUUID()}`);
  await database.quickReplies.bulkPut(replies);
});
afterEach(async () => database.delete());

describe('usual replies', () => {
  it('are campaigns, favourites and what is used most, read as they are now', async () => {
    expect(await readUsualReplies(database)).toBeNull();
    await keepUsualReplies(database, replies);
    await database.quickReplies.update('r299', { text: 'changed since' });
    const usual = await readUsualReplies(database);
    expect(usual?.isWhole).toBe(false);
    expect(usual?.replies.slice(0, 4).map(({ id, text }) => `${id} ${text}`)).toEqual([
      'r297 297',
      'r299 changed since',
      'r298 298',
      'r0 0',
    ]);
  });

  it('are found anew when replies came or went, or the library was changed', async () => {
    await keepUsualReplies(database, replies);
    await database.quickReplies.delete('r5');
    expect(await readUsualReplies(database)).toBeNull();
    await keepUsualReplies(database, await database.quickReplies.toArray());
    expect(await readUsualReplies(database)).not.toBeNull();
    await forgetUsualReplies(database);
    expect(await readUsualReplies(database)).toBeNull();
  });

  it('are the whole of a small library', async () => {
    await database.quickReplies.bulkDelete(replies.slice(10).map(({ id }) => id));
    await keepUsualReplies(database, replies.slice(0, 10));
    expect(await readUsualReplies(database)).toMatchObject({ isWhole: true });
  });
});
