import type { Recorder } from '@/lib/domain/reading';
import type { Database } from '../database';

/** Names of the customers who had to do with the account of a recorder since a moment (ms), each once. */
export async function namesInTouch(
  database: Database,
  { recorder, since }: { recorder: Pick<Recorder, 'workbenchId' | 'origin' | 'account'>; since: number },
): Promise<string[]> {
  const conversations = await database.conversations.where('lastAt').aboveOrEqual(since).toArray();
  const names = conversations.flatMap(({ workbenchId, origin, account, name }) =>
    workbenchId === recorder.workbenchId && origin === recorder.origin && account === recorder.account && name !== null
      ? [name]
      : [],
  );
  return [...new Set(names)];
}
