import type { Words } from './words';

/** What is counted; each has its own unit word (`peopleShort` none in English, for narrow columns). */
export type CountUnit = 'turns' | 'people' | 'peopleShort' | 'messages' | 'conversations';

/** A count with its unit, `186 轮`; null is `–`, 0 is a value. */
export function formatCount(count: number | null, unit: CountUnit, t: Words): string {
  if (count === null) return t('format:unknown');
  return t(`format:${unit}`, { count });
}
