import type { Database } from './database';
import { newSecret } from './textHash';

/** The secret of this installation's text hashes; made at the first use. */
export async function ensureSecret(database: Database): Promise<string> {
  const secret = newSecret();
  return database.transaction('rw', database.meta, async () => {
    const known = await database.meta.get('hashSecret');
    if (typeof known?.value === 'string') return known.value;
    await database.meta.put({ key: 'hashSecret', value: secret });
    return secret;
  });
}
