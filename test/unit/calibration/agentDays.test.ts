import { expect, test } from 'vitest';
import type { Turn } from '@/lib/domain/turn';
import { agentDay, type RecordedConversation, recordedDays } from '@/lib/metrics/calibration/agentDays';
import type { ProactiveMessage } from '@/lib/metrics/conversationState';
import { noon, pendingTurn, plain, turnOf } from '../metrics/turnOf';

const date = '2026-10-20';
const message = (person: string): ProactiveMessage => ({
  conversationId: 'A',
  at: noon,
  sessionStartedAt: noon,
  person,
  continues: false,
  characters: null,
});

function dayOf(recorded: Partial<RecordedConversation>, person = 'Lin', on = date) {
  const of = { workbenchId: 'taobao', account: null, turns: [], proactive: [], ...recorded };
  const request = { date: on, subject: { kind: 'person' as const, person }, workbenchId: null };
  return agentDay(recordedDays([of], plain), request);
}
const turnBy = (person: string, changes: Partial<Turn> = {}) => turnOf(5_000, { person, ...changes });

test('a day on which nothing was recorded is none', () => {
  expect(dayOf({ turns: [turnBy('Lin')] }, 'Lin', '2026-10-21')).toBeNull();
  expect(dayOf({ turns: [turnBy('Mo')], proactive: [message('Mo')] })).toBeNull();
});

test('a day is also one on which the agent only wrote first, and holds nobody else’s messages', () => {
  const day = dayOf({ proactive: [message('Lin'), message('Mo')] });
  expect(day).toMatchObject({ turns: [], proactive: [message('Lin')], customers: 0 });
});

test('the replies that may be automatic are those that nobody has looked at', () => {
  const unclear = turnBy('Lin');
  const clear = turnBy('Lin', { repliedAt: noon + 9_000, effectiveRepliedAt: noon + 9_000 });
  const day = dayOf({ turns: [unclear, clear], inReview: new Set([noon + 5_000]) });
  expect(day?.inReview).toEqual(new Set([unclear]));
  expect(dayOf({ turns: [unclear] })?.inReview).toEqual(new Set());
});

test('what is still open counts as unanswered: the day is over', () => {
  const day = dayOf({ turns: [{ ...pendingTurn(), person: 'Lin' }] });
  expect(day?.figures.replyRate).toBe(0);
  expect(day?.customers).toBe(1);
});
