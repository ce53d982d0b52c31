import type { Recorder } from '@/lib/domain/reading';
import type { Adapter } from '@/lib/workbenches/types';
import { readIdentity } from './identity';

const LOOK_MS = 200;
/** After this the page is taken not to show its account. */
const GIVE_UP_MS = 5_000;

/**
 * The agent's account and shop, once the page shows them: conversations are kept per account, so that a name that comes
 * a second later must not make two of one. Resolves with null for what does not appear in time.
 */
export function awaitIdentity({
  adapter,
  document,
  signal,
}: {
  adapter: Adapter;
  document: Document;
  signal: AbortSignal;
}): Promise<Pick<Recorder, 'account' | 'shop'>> {
  return new Promise((resolve) => {
    let waited = 0;
    const look = () => {
      const identity = readIdentity({ adapter, document });
      const complete = (!adapter.account || identity.account !== null) && (!adapter.shop || identity.shop !== null);
      if (complete || waited >= GIVE_UP_MS || signal.aborted) {
        resolve(identity);
        return;
      }
      waited += LOOK_MS;
      setTimeout(look, LOOK_MS);
    };
    look();
  });
}
