import type { Worker } from '@playwright/test';

/** A stored record, as IndexedDB gives it. */
export type StoredRecord = Record<string, unknown>;

/** Reads a whole table of the extension's database, past all of its own code. */
export async function readTable(serviceWorker: Worker, table: string): Promise<StoredRecord[]> {
  return serviceWorker.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('miaohui');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      return await new Promise<StoredRecord[]>((resolve, reject) => {
        const request = database.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    } finally {
      database.close();
    }
  }, table);
}
