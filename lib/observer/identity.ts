import type { Recorder, WorkbenchDuty } from '@/lib/domain/reading';
import type { Adapter } from '@/lib/workbenches/types';
import { expression, readValue } from './value';

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

/** The agent's own state as the page shows it; null where it shows none, or one that is not known. */
export function readDuty({ adapter, document }: { adapter: Adapter; document: Document }): WorkbenchDuty | null {
  const value = adapter.duty ? readValue(document, adapter.duty) : null;
  if (value === null) return null;
  return adapter.duty?.states.find(({ is }) => expression(is)?.test(value))?.state ?? null;
}
