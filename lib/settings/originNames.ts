import type { Recorder } from '@/lib/domain/reading';
import type { Settings } from '@/lib/domain/settings';

/**
 * The recorder with the shop as the agent named it, where the page does not show one. The account stays as the page has
 * it: conversations are kept by it, and a name given later must not make two of one.
 */
export function withOriginNames(recorder: Recorder, { origins }: Settings): Recorder {
  return { ...recorder, shop: recorder.shop ?? origins[recorder.origin]?.shop ?? null };
}

/** The names by origin, once the agent has named an origin's shop, or said that it needs no name (null). */
export function withShopName(
  { origins }: Pick<Settings, 'origins'>,
  { origin, shop }: { origin: string; shop: string | null },
): Settings['origins'] {
  return { ...origins, [origin]: { account: null, ...origins[origin], shop, asked: true } };
}

/** The names to ask the agent for, when this page shows no shop and its origin has none yet; null = nothing to ask. */
export function missingOriginNames(recorder: Recorder, { origins }: Settings): Settings['origins'] | null {
  if (recorder.shop !== null || origins[recorder.origin] !== undefined) return null;
  return { ...origins, [recorder.origin]: { account: recorder.account, shop: null } };
}
