import { textCore } from '@/lib/quickReplies/nearText';
import type { Database } from './database';

/** What is typed again and again is no longer offered for saving, in all its spellings; or is again. */
export async function dismissPhrase(
  database: Database,
  { text, dismissed, at }: { text: string; dismissed: boolean; at: number },
): Promise<void> {
  const core = textCore(text);
  if (dismissed) await database.dismissedPhrases.put({ core, at });
  else await database.dismissedPhrases.delete(core);
}
