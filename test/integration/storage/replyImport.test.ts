import { expect, it } from 'vitest';
import type { QuickReply } from '@/lib/domain/quickReply';
import { readPictureBlob } from '@/lib/storage/liveQueries/pictures';
import { readLastImport, readLibrary } from '@/lib/storage/liveQueries/quickReplies';
import { purgePictures, savePicture } from '@/lib/storage/pictures';
import { changeQuickReplies, saveQuickReply } from '@/lib/storage/quickReplies';
import { importQuickReplies, undoImport } from '@/lib/storage/replyImport';
import { openStore } from './openStore';

function reply(id: string, change: Partial<QuickReply> = {}): QuickReply {
  return { id, code: id, title: '', text: id, group: '', order: 0, uses: 0, lastUsedAt: null, ...change };
}

const all = async (database: Awaited<ReturnType<typeof openStore>>['database']) =>
  (await database.quickReplies.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));

it('takes an import back whole, but for what was edited since; use since then is kept', async () => {
  const { database } = await openStore();
  await changeQuickReplies(database, { put: [reply('a'), reply('b')], remove: [], groups: ['旧的'] });
  const put = [reply('a', { text: 'new a' }), reply('b', { text: 'new b' }), reply('c', { group: '新的' }), reply('d')];
  await importQuickReplies(database, { file: 'x.csv', put, groups: ['新的'], at: 7 });
  expect(await readLastImport(database)).toEqual({ file: 'x.csv', at: 7, added: 2, changed: 2 });
  expect((await readLibrary(database)).groups).toEqual(['旧的', '新的', '']);
  await saveQuickReply(database, reply('a', { text: 'new a', uses: 3, lastUsedAt: 9 }));
  await saveQuickReply(database, reply('d', { text: 'edited' }));
  expect(await undoImport(database)).toEqual({ undone: 3, kept: 1 });
  expect(await all(database)).toEqual([
    reply('a', { uses: 3, lastUsedAt: 9 }),
    reply('b'),
    reply('d', { text: 'edited' }),
  ]);
  expect((await readLibrary(database)).groups).toEqual(['旧的', '']);
  expect(await readLastImport(database)).toBeNull();
  expect(await undoImport(database)).toEqual({ undone: 0, kept: 0 });
});

it('changes nothing when two would have one code', async () => {
  const { database } = await openStore();
  await changeQuickReplies(database, { put: [reply('a')], remove: [] });
  const put = [reply('x', { code: 'new' }), reply('y', { code: 'a' })];
  await expect(importQuickReplies(database, { file: 'x', put, groups: [], at: 1 })).rejects.toThrow(/code a/);
  await expect(changeQuickReplies(database, { put, remove: [] })).rejects.toThrow(/code a/);
  expect(await all(database)).toEqual([reply('a')]);
  expect(await readLastImport(database)).toBeNull();
  // A code that is freed in the same step may be taken.
  await changeQuickReplies(database, { put: [reply('y', { code: 'a' })], remove: ['a'] });
  expect(await all(database)).toEqual([reply('y', { code: 'a' })]);
});

it('keeps a picture byte for byte while a reply has it, and refuses what is too large or no picture', async () => {
  const { database } = await openStore();
  const blob = new Blob([Uint8Array.of(1, 2, 255, 0)], { type: 'image/png' });
  await savePicture(database, { id: 'p', blob, at: 1 });
  await savePicture(database, { id: 'orphan', blob, at: 1 });
  const attachments = [{ kind: 'image' as const, id: 'p', name: 'p.png', type: 'image/png' as const, bytes: 4 }];
  await saveQuickReply(database, reply('a', { attachments }));
  const day = 86_400_000;
  await purgePictures(database, day);
  expect(await readPictureBlob(database, 'orphan')).not.toBeNull();
  await purgePictures(database, day + 2);
  expect(await readPictureBlob(database, 'orphan')).toBeNull();
  const kept = await readPictureBlob(database, 'p');
  expect(kept?.type).toBe('image/png');
  expect([...new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer())]).toEqual([1, 2, 255, 0]);
  const text = new Blob(['x'], { type: 'text/html' });
  await expect(savePicture(database, { id: 'q', blob: text, at: 1 })).rejects.toThrow(/no picture/);
  const large = new Blob([new Uint8Array(3_000_001)], { type: 'image/png' });
  await expect(savePicture(database, { id: 'q', blob: large, at: 1 })).rejects.toThrow(/3000000 are the most/);
});
