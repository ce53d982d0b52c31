import { createStore } from 'zustand/vanilla';
import type { PanelPlace } from '@/components/teaching/TeachingPanel';
import type { TeachingView } from '@/components/teaching/teachingProps';

/** What one teaching shows, and where its panel stands. */
export type TeachingState = TeachingView & { place: PanelPlace };

/** Empty until the first look at the page. */
export function createTeachingStore(start: Pick<TeachingState, 'mode' | 'host' | 'place'>) {
  return createStore<TeachingState>(() => ({
    ...start,
    counts: { customer: 0, own: 0, automatic: 0, item: 0, composer: 0 },
    messages: [],
    boxes: [],
    confidence: null,
    question: null,
    changes: [],
    lost: [],
    picking: null,
    candidate: null,
    misunderstood: false,
    failed: null,
  }));
}

export type TeachingStore = ReturnType<typeof createTeachingStore>;
