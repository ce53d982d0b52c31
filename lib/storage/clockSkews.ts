import { accountKey } from '@/lib/domain/duty';
import type { Recorder } from '@/lib/domain/reading';
import type { Database } from './database';
import type { MetaRecord } from './records.types';

const keyOf = (recorder: Recorder) => `clockSkew ${accountKey(recorder)}` as const;

/** What is known of the difference between an account's workbench's clock and ours, the latest sample last. */
export function skewSamples(meta: readonly MetaRecord[], recorder: Recorder): number[] {
  const key = keyOf(recorder);
  const record = meta.find((one) => one.key === key);
  return Array.isArray(record?.value) ? record.value.filter((one) => typeof one === 'number') : [];
}

/** Stores the samples. Runs inside the writer's transaction. */
export async function keepSamples(database: Database, recorder: Recorder, samples: number[]): Promise<void> {
  await database.meta.put({ key: keyOf(recorder), value: samples });
}

/** Our clock was set: what was measured before says nothing any more. */
export async function forgetSamples(database: Database): Promise<void> {
  await database.meta.where('key').startsWith('clockSkew ').delete();
}
