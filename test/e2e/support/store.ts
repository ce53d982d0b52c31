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

/** Puts records into a table, past all of the extension's own code. */
export async function putRecords(serviceWorker: Worker, table: string, records: readonly object[]): Promise<void> {
  await serviceWorker.evaluate(
    async ([name, all]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('miaohui');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const transaction = database.transaction(name, 'readwrite');
      for (const record of all) transaction.objectStore(name).put(record);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    [table, records] as const,
  );
}
