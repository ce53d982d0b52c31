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
          async get(request) {
            const found: unknown = await table.get(request);
            if (found !== undefined) add(name, 1);
            return found;
          },
          async getMany(request) {
            const found: unknown[] = await table.getMany(request);
            add(name, found.filter((one) => one !== undefined).length);
            return found;
          },
          async query(request) {
            const found = await table.query(request);
            add(name, found.result.length);
            return found;
          },
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
