import type { Database } from './database';

/** Notes who is on duty from now on; null = 未指定. */
export async function noteDuty(database: Database, duty: { at: number; person: string | null }): Promise<void> {
  await database.duties.add(duty);
}
