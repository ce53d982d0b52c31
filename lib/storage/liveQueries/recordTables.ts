import type { Database } from '../database';

/**
 * The same database, saying which tables are asked for through it: whatever a reading touches is what it has to be made
 * again for. `all` = something asked for every table.
 */
export function recordTables(database: Database, onTable: (name: string) => void): Database {
  const names = new Set(database.tables.map(({ name }) => name));
  return new Proxy(database, {
    get(target, property) {
      if (property === 'tables') for (const name of names) onTable(name);
      if (typeof property === 'string' && names.has(property)) onTable(property);
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function') return value;
      return (...input: unknown[]) => {
        const [first] = input;
        if (property === 'table' && typeof first === 'string') onTable(first);
        return Reflect.apply(value, target, input);
      };
    },
  });
}
