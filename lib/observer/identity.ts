import type { Recorder } from '@/lib/domain/reading';
import type { Adapter } from '@/lib/workbenches/types';
import { readValue } from './value';

/** The agent's account and shop as the page shows them; null where it does not. */
export function readIdentity({
  adapter,
  document,
}: {
  adapter: Adapter;
  document: Document;
}): Pick<Recorder, 'account' | 'shop'> {
  return {
    account: adapter.account ? readValue(document, adapter.account) : null,
    shop: adapter.shop ? readValue(document, adapter.shop) : null,
  };
}
