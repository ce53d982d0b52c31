import type { Database } from '@/lib/storage/database';

/** Counts the records that leave a database's tables, however they are asked for, until it is closed. */
export function countReads(database: Database): { records: Map<string, number>; total(): number } {
  const records = new Map<string, number>();
  const add = (table: string, count: number) => records.set(table, (records.get(table) ?? 0) + count);
  database.use({
    stack: 'dbcore',
    name: 'countReads',
    create: (down) => ({
      ...down,
      table(name) {
        const table = down.table(name);
        return {
          ...table,
          // Not async functions: a native promise of theirs would leave the transaction.
          get: (request) =>
            table.get(request).then((found: unknown) => {
              if (found !== undefined) add(name, 1);
              return found;
            }),
          getMany: (request) =>
            table.getMany(request).then((found: unknown[]) => {
              add(name, found.filter((one) => one !== undefined).length);
              return found;
            }),
          query: (request) =>
            table.query(request).then((found) => {
              add(name, found.result.length);
              return found;
            }),
          async openCursor(request) {
            const cursor = await table.openCursor(request);
            if (cursor === null) return null;
            // Every step of a cursor reads one record.
            return new Proxy(cursor, {
              get(target, property) {
                if (property === 'start') {
                  return (onNext: () => void) =>
                    target.start(() => {
                      add(name, 1);
                      onNext();
                    });
                }
                const value: unknown = Reflect.get(target, property);
                return typeof value === 'function' ? value.bind(target) : value;
              },
            });
          },
        };
      },
    }),
  });
  return { records, total: () => [...records.values()].reduce((sum, count) => sum + count, 0) };
}
