import { accountKey } from '@/lib/domain/duty';
import type { Database } from './database';
import type { MetaRecord } from './records.types';

type Account = Parameters<typeof accountKey>[0];

const keyOf = (account: Account) => `clockSkew ${accountKey(account)}` as const;

/** What is known of the difference between an account's workbench's clock and ours, the latest sample last. */
export function skewSamples(meta: readonly MetaRecord[], account: Account): number[] {
  const key = keyOf(account);
  const record = meta.find((one) => one.key === key);
  return Array.isArray(record?.value) ? record.value.filter((one) => typeof one === 'number') : [];
}

/** Stores the samples. Runs inside the writer's transaction. */
export async function keepSamples(database: Database, account: Account, samples: number[]): Promise<void> {
  await database.meta.put({ key: keyOf(account), value: samples });
}

/** Our clock was set: what was measured before says nothing any more. */
export async function forgetSamples(database: Database): Promise<void> {
  await database.meta.where('key').startsWith('clockSkew ').delete();
}
