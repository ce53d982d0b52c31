import type { KnownPage } from '@/lib/domain/knownPage';
import { inferAdapter } from '@/lib/inference/inferAdapter';
import type { Picks } from '@/lib/inference/picks';
import { type Repair, repairAdapter } from '@/lib/inference/repair';
import { type OwnAdapter, ownAdapterId, patternOfPage } from '@/lib/workbenches/ownAdapter';
import type { Adapter } from '@/lib/workbenches/types';

/** How a page is read: anew, or by an adapter that no longer fits it. */
export interface Recognition {
  stored: Adapter | null;
  known: KnownPage;
}

/** Looks at the page with what was pointed out so far. */
export function recognise({ stored, known }: Recognition, picks: Picks, document: Document): Repair {
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  if (stored !== null) return repairAdapter({ stored, document, today, now, known, picks });
  const { adapter, confidence, evidence, ...rest } = inferAdapter(document, today, picks);
  const unsure = rest.unsure.map(({ part }) => part);
  const { href, host } = document.location;
  const taught: Adapter | null = adapter && {
    ...adapter,
    id: ownAdapterId(href),
    name: { zh: host, en: host },
    matches: [patternOfPage(href)],
    status: { state: 'confirmed', date: today },
  };
  return { adapter: taught, changes: [], lost: [], confidence, evidence, unsure };
}

/** What is kept when the user says that it is so. */
export function ownAdapterOf(adapter: Adapter, { stored }: Recognition, confidence: number, href: string): OwnAdapter {
  const page = patternOfPage(href);
  const repairs = stored === null || stored.id === ownAdapterId(href) ? null : stored.id;
  const status = { state: 'confirmed' as const, date: new Date().toISOString().slice(0, 10) };
  const matches = [...new Set([page, ...adapter.matches])];
  return {
    origin: new URL(href).origin,
    adapter: { ...adapter, matches, status },
    savedAt: Date.now(),
    confidence,
    repairs,
  };
}
