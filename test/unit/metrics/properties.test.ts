import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figures } from '@/lib/domain/figures';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { startConversation, startOutput } from '@/lib/metrics/conversationState';
import { figuresOfTally, moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { sortedLatencies } from '@/lib/metrics/figures/latencies';
import { peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import { splitOf } from '@/lib/metrics/figures/split';
import { foldConversation } from '@/lib/metrics/foldConversation';
import { splitLog } from '@/lib/metrics/log';
import { mergeTallies } from '@/lib/metrics/mergeTallies';
import { parseLog } from '@/lib/metrics/parseLog';
import { foldLog, replay } from '@/lib/metrics/replay';
import { step } from '@/lib/metrics/turns';
import { arbitraryLog, arbitraryProfile, runs } from './arbitraries';

const later = Date.UTC(2027, 0, 1);

function live(log: LogEntry[], profile: Profile, now: number | null = later): Figures {
  return replay({ log, profile, now, final: false });
}

function final(log: LogEntry[], profile: Profile, now: number | null = null): Figures {
  return replay({ log, profile, now, final: true });
}

const logAndProfile = [arbitraryLog({ duty: true, uncertain: true }), arbitraryProfile] as const;

describe('properties of the figures', () => {
  test('feeding messages twice changes nothing', () => {
    fc.assert(
      fc.property(...logAndProfile, fc.array(fc.nat(29)), (log, profile, picks) => {
        const again = picks.flatMap((pick) => log[pick] ?? []);
        expect(live([...log, ...again], profile)).toEqual(live(log, profile));
      }),
      runs,
    );
  });

  test('shifting by whole days in a zone of one offset changes nothing', () => {
    fc.assert(
      fc.property(...logAndProfile, fc.integer({ min: -300, max: 300 }), (log, profile, days) => {
        const by = days * 86_400_000;
        const fixed = { ...profile, timeZone: 'Asia/Shanghai' };
        const since = fixed.perfunctorySinceMs;
        const shiftedProfile = { ...fixed, perfunctorySinceMs: since === null ? null : since + by };
        const shifted = log.map((entry) => ({ ...entry, at: entry.at + by }));
        expect(live(shifted, shiftedProfile, later + by)).toEqual(live(log, fixed));
      }),
      runs,
    );
  });

  test('more seconds are never met by fewer, on a final log', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const { within } = final(log, profile);
        const rates = [10, 30, 60, 180].map((seconds) => within[seconds]?.rate ?? 0);
        expect([...rates].sort((a, b) => a - b)).toEqual(rates);
      }),
      runs,
    );
  });

  test('every incoming message that no robot holds is in exactly one turn', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const counting = { ...profile, closing: profile.closing === 'drop' ? ('count' as const) : profile.closing };
        const { turns, activity } = foldLog(log, counting);
        const inTurns = turns.reduce((sum, turn) => sum + turn.incoming, 0);
        const held = activity.reduce((sum, hour) => sum + hour.held, 0);
        expect(inTurns + held).toBe(log.filter((entry) => 'author' in entry && entry.author === 'customer').length);
      }),
      runs,
    );
  });

  test('conversations are independent: the merged parts are the whole', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const parts = ['A', 'B', 'C'].map((id) => {
          const part = log.filter((entry) => !('conversationId' in entry) || entry.conversationId === id);
          return tallyOf(foldLog(part, profile), profile, false);
        });
        const whole = foldLog(log, profile);
        const input = { profile, now: later, peakWaiting: peakWaiting(whole.turns, profile, later, false) };
        const merged = mergeTallies(parts);
        expect(figuresOfTally({ ...input, tally: merged })).toEqual(live(log, profile));
        expect(moreFiguresOfTally({ tally: merged, profile })).toEqual(
          moreFiguresOfTally({ tally: tallyOf(whole, profile, false), profile }),
        );
      }),
      runs,
    );
  });

  test('automatic messages change nothing where they do not end a turn', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const patient = { ...profile, autoReplyEndsTurn: false };
        const without = log.filter((entry) => !('author' in entry) || entry.author !== 'auto');
        expect(live(without, patient)).toEqual(live(log, patient));
      }),
      runs,
    );
  });

  test('latency from the first message is at least that from the last', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const first = foldLog(log, { ...profile, clock: 'firstMessage' }).turns;
        const last = foldLog(log, { ...profile, clock: 'lastMessage' }).turns;
        expect(last).toHaveLength(first.length);
        for (const [index, turn] of first.entries())
          expect(turn.clockAt).toBeLessThanOrEqual(last[index]?.clockAt ?? 0);
      }),
      runs,
    );
  });

  test('entries one by one, the state stored in between, give what a batch gives', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const { conversations, duty } = splitLog(log);
        for (const [conversationId, entries] of conversations) {
          const whole = foldConversation({ entries, profile, duty });
          let state = startConversation(conversationId);
          const turns = new Map<number, unknown>();
          for (const entry of entries) {
            state = JSON.parse(JSON.stringify(state));
            const output = startOutput(state);
            step(state, entry, { profile, duty }, output);
            for (const index of turns.keys()) if (index >= state.nextIndex) turns.delete(index);
            for (const turn of output.turns) turns.set(turn.index, structuredClone(turn));
          }
          expect([...turns.values()]).toEqual(whole.turns);
          expect(state).toEqual(whole.state);
        }
      }),
      runs,
    );
  });

  test('final figures do not depend on now', () => {
    fc.assert(
      fc.property(...logAndProfile, fc.option(fc.integer({ min: 0, max: later * 2 })), (log, profile, now) => {
        expect(final(log, profile, now)).toEqual(final(log, profile));
      }),
      runs,
    );
  });

  test('notice, think and type add up and are never negative', () => {
    const time = fc.integer({ min: -100_000, max: 400_000 });
    fc.assert(
      fc.property(fc.nat(200_000), time, time, (repliedAt, openedAt, firstKeyAt) => {
        const { noticeMs, thinkMs, typeMs } = splitOf({ startedAt: 0, openedAt, firstKeyAt, repliedAt });
        const parts = [noticeMs ?? -1, thinkMs ?? -1, typeMs ?? -1];
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(parts.reduce((sum, part) => sum + part)).toBe(repliedAt);
      }),
      runs,
    );
  });

  test('empty input gives zeros for counts and nulls for the rest', () => {
    fc.assert(
      fc.property(arbitraryProfile, fc.boolean(), (profile, isFinal) => {
        const none = { rate: null, decided: 0 };
        expect(replay({ log: [], profile, now: null, final: isFinal })).toEqual({
          turns: 0,
          answered: 0,
          unanswered: 0,
          pending: 0,
          excused: 0,
          incoming: 0,
          outgoing: 0,
          firstResponseMs: null,
          averageResponseMs: null,
          medianResponseMs: null,
          p90ResponseMs: null,
          longestResponseMs: null,
          answerQuestionRatio: null,
          replyRate: null,
          turnReplyRate: null,
          robotOnly: 0,
          offDuty: 0,
          offDutyReplyRate: null,
          within: { 10: none, 30: none, 60: none, 180: none },
          peakWaiting: 0,
        });
      }),
      runs,
    );
  });

  test('a log written out and read again gives the same figures', () => {
    fc.assert(
      fc.property(...logAndProfile, fc.boolean(), (log, profile, lines) => {
        const text = lines ? log.map((entry) => JSON.stringify(entry)).join('\n') : JSON.stringify(log);
        expect(live(parseLog(text), profile)).toEqual(live(log, profile));
      }),
      runs,
    );
  });

  test('checked entries, whenever they come, leave final figures as they are', () => {
    const check = fc.record({
      conversationId: fc.constantFrom('A', 'B', 'C'),
      after: fc.nat(29),
      by: fc.oneof(fc.nat(4_000_000), fc.nat(200_000_000)),
    });
    fc.assert(
      fc.property(...logAndProfile, fc.array(check, { maxLength: 8 }), (log, profile, checks) => {
        // Where an automatic message ends turns, one that a check has ended before is not there for it to end.
        const patient = { ...profile, autoReplyEndsTurn: false };
        const added = checks.flatMap(({ conversationId, after, by }): LogEntry[] => {
          const at = log[after]?.at;
          return at === undefined ? [] : [{ conversationId, at: at + by, event: 'checked' }];
        });
        expect(final([...log, ...added], patient)).toEqual(final(log, patient));
      }),
      runs,
    );
  });

  test('an uncertain turn is counted, and in no figure in seconds', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const sure = log.map((entry) => ({ ...entry, uncertain: false }));
        const certain = tallyOf(foldLog(sure, profile), profile, true);
        const folded = foldLog(log, profile);
        const tally = tallyOf(folded, profile, true);
        const figures = figuresOfTally({ tally, profile, now: null, peakWaiting: 0 });
        const expected = figuresOfTally({ tally: certain, profile, now: null, peakWaiting: 0 });
        for (const name of ['turns', 'answered', 'unanswered', 'incoming', 'outgoing', 'replyRate'] as const) {
          expect(figures[name]).toBe(expected[name]);
        }
        const { uncertain } = moreFiguresOfTally({ tally, profile });
        const timed = sortedLatencies(tally).length;
        expect(timed).toBeGreaterThanOrEqual(figures.answered - uncertain);
        expect(timed).toBeLessThanOrEqual(figures.answered);
      }),
      runs,
    );
  });
});
