import type { Adapter } from '@/lib/workbenches/types';

/** An attribute test in a selector. */
const IN_SELECTOR = /\[\s*([\w-]+)/gu;

/** The attributes that a change of can change what an adapter reads, so that a page's animations wake nobody. */
export function observedAttributes(adapter: Adapter): string[] {
  const names = new Set(['class', 'id', 'hidden']);
  if (adapter.transcript.order === 'top' || adapter.transcript.order === 'turned') names.add('style');
  collect(adapter, names);
  return [...names];
}

function collect(value: unknown, names: Set<string>): void {
  if (typeof value === 'string') {
    for (const [, name] of value.matchAll(IN_SELECTOR)) if (name !== undefined) names.add(name);
  } else if (Array.isArray(value)) {
    for (const part of value) collect(part, names);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (key === 'attribute' && typeof part === 'string') names.add(part);
      else collect(part, names);
      // What stands where may hang on a margin.
      if (key === 'stands') names.add('style');
    }
  }
}
