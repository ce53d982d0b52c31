import type { LiveView } from '@/lib/domain/live';

/** What the extension's icon says: its text, and the meaning that its colour carries. */
export interface Badge {
  text: string;
  tone: 'none' | 'waiting' | 'near' | 'late' | 'paused' | 'stopped';
}

/**
 * The badge on the extension's icon: how many customers wait (those who may need no answer left out), `near` from two
 * thirds of the limit on, `late` over it. Not recording comes before everything that a stopped record would say.
 */
export function badgeOf(view: LiveView, recording: 'on' | 'paused' | 'noConsent', now: number): Badge {
  if (recording === 'noConsent') return { text: '', tone: 'none' };
  if (recording === 'paused') return { text: '‖', tone: 'paused' };
  if (view.tabs.some((tab) => tab.status.state === 'notReading')) return { text: '!', tone: 'stopped' };
  const counted = view.waiting.filter((waiting) => !waiting.closingOnly);
  if (counted.length === 0) return { text: '', tone: 'none' };
  const share = Math.max(...counted.map((waiting) => (now - waiting.startedAt) / waiting.limitMs));
  return { text: String(counted.length), tone: share > 1 ? 'late' : share > 2 / 3 ? 'near' : 'waiting' };
}
