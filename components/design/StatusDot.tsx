import type { TabState } from '@/lib/domain/live';

/** Green 记录中, yellow 已暂停, red 没在记录, hollow before consent. Always beside the word that says the same. */
export function StatusDot({ state }: { state: TabState['state'] }) {
  return <span className={`mh-dot mh-dot--${state}`} aria-hidden="true" />;
}
