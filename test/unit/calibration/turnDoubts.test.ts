import { expect, test } from 'vitest';
import type { Turn } from '@/lib/domain/turn';
import { turnDoubts } from '@/lib/metrics/calibration/turnDoubts';
import { customProfile } from '@/lib/metrics/profiles/registry';
import { noon, plain, turnOf } from '../metrics/turnOf';

const minute = 60_000;
const noonOfDay = 12 * 60 * minute;
const of = (changes: Partial<Turn>, profile: Parameters<typeof customProfile>[1]) =>
  turnDoubts(turnOf(1_000, changes), customProfile(plain, profile));

test('a reply is in doubt when it came after the cap, not at it', () => {
  const took = (ms: number) => turnDoubts(turnOf(ms), customProfile(plain, { capMs: 10_000 }));
  expect(took(10_000)).toEqual([]);
  expect(took(10_001)).toEqual(['capped']);
});

test('a turn that nobody answered is in doubt only where it is charged', () => {
  const unanswered = { state: 'unanswered', repliedAt: null, effectiveRepliedAt: null } as const;
  expect(of(unanswered, { unansweredCountsAsMs: null, capMs: 1 })).toEqual([]);
  expect(of(unanswered, { unansweredCountsAsMs: 600_000 })).toEqual(['charged']);
});

test('one that came by a transfer, or was accepted, may be timed from elsewhere', () => {
  expect(of({ acceptedAt: noon }, {})).toEqual(['handover']);
  expect(of({ handover: true }, {})).toEqual(['handover']);
});

test('it began at an edge within ten minutes of it: the turn, or its session, as the window says', () => {
  const edge = (key: 'turn' | 'session', fromMs: number, toMs: number, changes: Partial<Turn> = {}) =>
    of(changes, { window: { key, fromMs, toMs } });
  const far = 20 * 60 * minute;
  expect(edge('turn', noonOfDay - 10 * minute, far)).toEqual(['windowEdge']);
  expect(edge('turn', noonOfDay - 10 * minute - 1, far)).toEqual([]);
  expect(edge('turn', 0, noonOfDay + 10 * minute)).toEqual(['windowEdge']);
  expect(edge('turn', 0, noonOfDay + 10 * minute + 1)).toEqual([]);
  const early = { sessionStartedAt: noon - 60 * minute };
  expect(edge('session', noonOfDay, far, early)).toEqual([]);
  expect(edge('session', noonOfDay - 60 * minute, far, early)).toEqual(['windowEdge']);
});
