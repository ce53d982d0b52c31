import { accountKey } from '@/lib/domain/duty';
import type { Database } from '../database';

/** An account that was seen on a workbench. */
export interface AccountRecord {
  key: string;
  workbenchId: string;
  origin: string;
  account: string | null;
}

/** The accounts whose pages were observed in the last 90 days, the last seen first. */
export async function readAccounts(database: Database): Promise<AccountRecord[]> {
  const found = new Map<string, AccountRecord>();
  const recorders = await database.recorders.orderBy('lastBeatAt').reverse().toArray();
  for (const { workbenchId, origin, account, problem } of recorders) {
    const key = accountKey({ workbenchId, origin, account });
    // A page that no adapter fits has no account.
    if (problem === 'noAdapter' || found.has(key)) continue;
    found.set(key, { key, workbenchId, origin, account });
  }
  return [...found.values()];
}
