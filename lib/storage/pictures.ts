import { ATTACHMENT_MAX_BYTES, ATTACHMENT_TYPES } from '@/lib/domain/quickReply';
import type { Database } from './database';

/** A picture without a quick reply is kept for a day: its reply may be just being written, or its deletion be undone. */
const ORPHAN_MS = 86_400_000;

/** Keeps the bytes of an attached picture. Rejects what is too large or no picture that a composer takes. */
export async function savePicture(
  database: Database,
  { id, blob, at }: { id: string; blob: Blob; at: number },
): Promise<void> {
  if (blob.size > ATTACHMENT_MAX_BYTES)
    throw new RangeError(`The picture has ${blob.size} bytes, and ${ATTACHMENT_MAX_BYTES} are the most.`);
  if (!ATTACHMENT_TYPES.some((type) => type === blob.type))
    throw new RangeError(`${blob.type || 'This file'} is no picture that can be attached.`);
  await database.pictures.put({ id, blob, at });
}

/** Deletes pictures of a day ago and older that no quick reply has, nor the undoing of an import. */
export async function purgePictures(database: Database, now: number): Promise<void> {
  await database.transaction('rw', [database.pictures, database.quickReplies, database.meta], async () => {
    const old = await database.pictures
      .where('at')
      .below(now - ORPHAN_MS)
      .primaryKeys();
    if (old.length === 0) return;
    const undo = await database.meta.get('lastImport');
    const before = undo?.key === 'lastImport' ? undo.value.before : [];
    const used = new Set<string>();
    const use = ({ attachments = [] }: { attachments?: { kind: string; id?: string }[] | undefined }) => {
      for (const { id } of attachments) if (id !== undefined) used.add(id);
    };
    await database.quickReplies.each(use);
    before.forEach(use);
    await database.pictures.bulkDelete(old.filter((id) => !used.has(id)));
  });
}
