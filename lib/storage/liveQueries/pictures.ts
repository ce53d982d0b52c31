import type { Database } from '../database';

/** An attached picture; null when it is gone. */
export async function readPictureBlob(database: Database, id: string): Promise<Blob | null> {
  return (await database.pictures.get(id))?.blob ?? null;
}

/** Which of these pictures are kept here. */
export async function readKeptPictures(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const kept = await database.pictures
    .where('id')
    .anyOf([...ids])
    .primaryKeys();
  return new Set(kept);
}
