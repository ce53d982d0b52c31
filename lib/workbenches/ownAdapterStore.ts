import { storage } from 'wxt/utils/storage';
import { ownAdapterSchema } from './adapterSchema';
import { type OwnAdapter, withOwnAdapter, withoutOwnAdapter } from './ownAdapter';

// Unknown on purpose: another version or a hand edit may have left anything here.
const item = storage.defineItem<unknown>('local:ownAdapters');
const LOCK = 'miaohui-ownAdapters';

/** As many as anybody teaches. */
const MOST = 50;

/** The own adapters that can be used; one that cannot is passed over, and stays stored until it is deleted. */
export async function readOwnAdapters(): Promise<OwnAdapter[]> {
  return usable(await item.getValue());
}

/** Calls back with them after each change, until the returned function is called. */
export function watchOwnAdapters(callback: (all: OwnAdapter[]) => void): () => void {
  return item.watch((value) => callback(usable(value)));
}

/** Keeps one; one of the same origin and id is replaced. Rejects when there are too many. */
export async function saveOwnAdapter(own: OwnAdapter): Promise<void> {
  await change((all) => {
    const next = withOwnAdapter(all, own);
    if (next.length > MOST) throw new RangeError(`More than ${MOST} own adapters: delete one first.`);
    return next;
  });
}

export async function deleteOwnAdapter(which: { origin: string; id: string }): Promise<void> {
  await change((all) => withoutOwnAdapter(all, which));
}

/** Only the background writes; within it, one change at a time. */
async function change(make: (all: OwnAdapter[]) => OwnAdapter[]): Promise<void> {
  await navigator.locks.request(LOCK, async () => item.setValue(make(usable(await item.getValue()))));
}

function usable(value: unknown): OwnAdapter[] {
  return Array.isArray(value)
    ? value.flatMap((one) => {
        const { success, data } = ownAdapterSchema.safeParse(one);
        return success ? [data] : [];
      })
    : [];
}
