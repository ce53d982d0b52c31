import { describe, expect, test } from 'vitest';
import type { Profile } from '@/lib/domain/profile';
import { cloneState, firstIndex, startOutput } from '@/lib/metrics/conversationState';
import { foldConversation } from '@/lib/metrics/foldConversation';
import { type EntryPart, entriesOf, noon, plain } from './turnOf';

function fold(profile: Partial<Profile>, ...parts: EntryPart[]) {
  return foldConversation({ entries: entriesOf(...parts), profile: { ...plain, ...profile } });
}

describe('what ended a turn', () => {
  const minute = 60;
  const cases: [string, string, Partial<Profile>, EntryPart[]][] = [
    ['reply', 'answered', {}, [[5, 'agent']]],
    ['autoReply', 'bot', { autoReplyEndsTurn: true }, [[5, 'auto']]],
    ['colleague', 'excused', {}, [[5, 'colleague']]],
    ['closed', 'unanswered', {}, [[5, 'closed']]],
    ['transferredOut', 'excused', { transferredOut: 'excuse' }, [[5, 'transferredOut']]],
    ['transferredOut', 'unanswered', { transferredOut: 'unanswered' }, [[5, 'transferredOut']]],
    ['longestOpen', 'unanswered', { longestOpenMs: 60_000 }, [[minute + 1, 'checked']]],
    ['dayChange', 'unanswered', { splitByDay: true }, [[12 * 60 * minute, 'checked']]],
  ];
  test.each(cases)('%s: %s', (endedBy, state, profile, parts) => {
    const { turns } = fold(profile, [0, 'customer'], ...parts);
    const endedAt = noon + (parts[0]?.[0] ?? 0) * 1000;
    expect(turns).toMatchObject([{ endedBy, state, endedAt }]);
  });

  test('the grace of closing messages', () => {
    const profile = { closing: 'excuse', closingGraceMs: 60_000 } as const;
    const { turns } = fold(profile, [0, 'customer', { closing: true }], [61, 'agent']);
    expect(turns).toMatchObject([{ endedBy: 'closingGrace', state: 'excused' }]);
    expect(fold(profile, [0, 'customer', { closing: true }], [60, 'agent']).turns).toMatchObject([
      { endedBy: 'reply' },
    ]);
  });

  test('an open turn of closing messages needed no reply, whatever ends it', () => {
    const { turns } = fold({ closing: 'excuse' }, [0, 'customer', { closing: true }], [5, 'closed']);
    expect(turns).toMatchObject([{ endedBy: 'closed', state: 'excused' }]);
  });

  test('nothing, while it is open', () => {
    expect(fold({}, [0, 'customer'], [5, 'auto']).turns).toMatchObject([
      { state: 'pending', endedBy: null, endedAt: null },
    ]);
  });
});

describe('a turn', () => {
  test('knows its place in the session and its messages', () => {
    const { turns, sessions } = fold(
      {},
      [0, 'customer'],
      [3, 'customer'],
      [5, 'agent'],
      [7, 'agent'],
      [20, 'customer'],
    );
    expect(turns).toMatchObject([
      {
        index: 0,
        numberInSession: 1,
        first: true,
        incoming: 2,
        outgoing: 2,
        startedAt: noon,
        lastMessageAt: noon + 3_000,
      },
      { index: 1, numberInSession: 2, first: false, incoming: 1, outgoing: 0 },
    ]);
    expect(sessions).toMatchObject([{ startedAt: noon, lastAt: noon + 20_000, customerBegan: true, turns: 2 }]);
  });

  test('is not first in a session that the agent began', () => {
    const { turns, proactive } = fold({}, [0, 'agent'], [5, 'customer'], [9, 'agent']);
    expect(turns).toMatchObject([{ first: false, numberInSession: 1 }]);
    expect(proactive).toMatchObject([{ at: noon, continues: false }]);
  });

  test('belongs to the person of the reply, or of its start while there is none', () => {
    const { turns } = fold(
      {},
      [0, 'customer', { person: 'Lin' }],
      [9, 'agent', { person: 'Mo' }],
      [10, 'customer', { person: 'Lin' }],
    );
    expect(turns.map((turn) => turn.person)).toEqual(['Mo', 'Lin']);
  });

  test('takes from its reply when the conversation was opened and typing began', () => {
    const seen = { openedAt: noon + 2_000, firstKeyAt: noon + 4_000 };
    expect(fold({}, [0, 'customer'], [9, 'agent', seen]).turns).toMatchObject([seen]);
  });

  test('undone by a robot leaves its number to the next', () => {
    const { turns, activity } = fold({}, [0, 'customer'], [1, 'robotHolds'], [5, 'robotReleases'], [8, 'agent']);
    expect(turns).toMatchObject([{ index: 0, handover: true, first: true, incoming: 0, startedAt: noon + 5_000 }]);
    expect(activity).toMatchObject([{ held: 1, human: 1 }]);
  });
});

describe('the wait for a reply with substance', () => {
  test('ends with the first one, and is that of first turns alone', () => {
    const { turns } = fold(
      {},
      [0, 'customer'],
      [5, 'agent'],
      [7, 'agent'],
      [10, 'customer'],
      [15, 'agent', { perfunctory: true }],
      [20, 'customer'],
      [25, 'agent'],
    );
    expect(turns.map((turn) => turn.effectiveRepliedAt)).toEqual([noon + 5_000, null, null]);
  });
});

describe('a message that answers nothing', () => {
  test('has its person and its length, where they are known', () => {
    const { proactive } = fold({}, [0, 'agent', { person: 'Lin', length: 7 }], [9, 'agent']);
    expect(proactive).toMatchObject([
      { person: 'Lin', characters: 7 },
      { person: null, characters: null },
    ]);
  });

  test('goes on from the one before when less than 5 s lie between them and nobody else wrote', () => {
    const continues = (...parts: EntryPart[]) => fold({}, ...parts).proactive.map((message) => message.continues);
    expect(continues([0, 'agent'], [4.999, 'agent'])).toEqual([false, true]);
    expect(continues([0, 'agent'], [5, 'agent'])).toEqual([false, false]);
    expect(continues([0, 'agent'], [1, 'colleague'], [2, 'agent'])).toEqual([false, false]);
  });
});

describe('a closed session', () => {
  const profile = { reopenWithinMs: 600_000 };
  const began = (...parts: EntryPart[]) =>
    fold(profile, [0, 'customer'], [5, 'agent'], [10, 'closed'], ...parts).sessions.map(
      ({ startedAt }) => (startedAt - noon) / 1000,
    );

  test.each(['customer', 'agent', 'colleague'])('goes on with a message by the %s within the time', (author) => {
    // Open again: what comes long after the close still belongs to it.
    expect(began([610, author], [1_300, 'customer'])).toEqual([0]);
  });

  test('is over for a message that comes later', () => {
    expect(began([611, 'customer'])).toEqual([0, 611]);
    expect(began([611, 'agent'])).toEqual([0, 611]);
    expect(began([611, 'colleague'])).toEqual([0]);
  });

  test('does not go on with what is no message', () => {
    for (const event of ['checked', 'accepted', 'transferredOut']) {
      expect(began([300, event], [700, 'customer'])).toEqual([0, 700]);
    }
    expect(began([20, 'robotHolds'], [30, 'customer'], [40, 'transferredOut'], [700, 'customer'])).toEqual([0, 700]);
  });

  test.each(['robotReleases', 'accepted', 'transferredIn'])('is over for a robot’s customer at %s', (event) => {
    const { turns } = fold({}, [0, 'agent'], [10, 'closed'], [20, 'robotHolds'], [30, 'customer'], [40, event]);
    expect(turns).toMatchObject([{ first: true, sessionStartedAt: noon + 40_000, handover: true }]);
  });
});

describe('a robot’s hold', () => {
  test('ends when the conversation is transferred to somebody else', () => {
    const { turns } = fold({}, [0, 'robotHolds'], [5, 'customer'], [10, 'transferredOut'], [20, 'customer']);
    expect(turns).toMatchObject([{ handover: false, startedAt: noon + 20_000 }]);
  });

  test('takes the wait back from a handover that nobody has written after, and counts no message twice', () => {
    const { turns, activity } = fold(
      { clockAfterRobot: 'firstMessage' },
      [0, 'robotHolds'],
      [5, 'customer'],
      [3_600, 'robotReleases'],
      [3_605, 'robotHolds'],
      [3_610, 'robotReleases'],
    );
    expect(turns).toMatchObject([{ startedAt: noon + 5_000 }]);
    expect(activity).toMatchObject([{ held: 1, human: 0 }]);
  });

  test('hands over with the clock of an accept, where the profile starts it there', () => {
    const { turns } = fold(
      { clock: 'accepted', clockAfterRobot: 'firstMessage' },
      [0, 'robotHolds'],
      [5, 'customer'],
      [30, 'accepted'],
      [40, 'agent'],
    );
    expect(turns).toMatchObject([{ startedAt: noon + 5_000, clockAt: noon + 30_000 }]);
  });
});

describe('a session', () => {
  test('is of the person who was on duty when it began', () => {
    const { sessions } = fold({}, [0, 'customer', { person: 'Lin' }], [9, 'agent', { person: 'Mo' }]);
    expect(sessions).toMatchObject([{ person: 'Lin' }]);
    expect(fold({}, [0, 'customer']).sessions).toMatchObject([{ person: null }]);
  });
});

describe('uncertain times', () => {
  const unsure = { uncertain: true };

  test('matter where they decide the clock or the reply, and nowhere else', () => {
    const uncertain = (clock: Profile['clock'], ...parts: EntryPart[]) =>
      fold({ clock }, ...parts).turns.map((turn) => turn.uncertain);
    expect(uncertain('firstMessage', [0, 'customer', unsure], [3, 'customer'], [9, 'agent'])).toEqual([true]);
    expect(uncertain('firstMessage', [0, 'customer'], [3, 'customer', unsure], [9, 'agent'])).toEqual([false]);
    expect(uncertain('lastMessage', [0, 'customer', unsure], [3, 'customer'], [9, 'agent'])).toEqual([false]);
    expect(uncertain('lastMessage', [0, 'customer'], [3, 'customer', unsure], [9, 'agent'])).toEqual([true]);
    expect(uncertain('accepted', [0, 'customer', unsure], [3, 'accepted'], [9, 'agent'])).toEqual([false]);
    expect(uncertain('accepted', [0, 'customer'], [3, 'accepted', unsure], [9, 'agent'])).toEqual([true]);
    expect(uncertain('firstMessage', [0, 'customer'], [9, 'agent', unsure], [10, 'agent'])).toEqual([true]);
    expect(uncertain('firstMessage', [0, 'customer'], [9, 'agent'], [10, 'agent', unsure])).toEqual([false]);
  });

  test('of a handover matter where the wait begins with it', () => {
    const parts: EntryPart[] = [
      [0, 'robotHolds'],
      [1, 'customer'],
      [5, 'robotReleases', unsure],
      [8, 'agent'],
    ];
    expect(fold({ clockAfterRobot: 'release' }, ...parts).turns).toMatchObject([{ uncertain: true }]);
    expect(fold({ clockAfterRobot: 'firstMessage' }, ...parts).turns).toMatchObject([{ uncertain: false }]);
  });

  test('of a held customer matter where the wait begins with the first held message', () => {
    const parts: EntryPart[] = [
      [0, 'robotHolds'],
      [1, 'customer', unsure],
      [5, 'robotReleases'],
      [8, 'agent'],
    ];
    expect(fold({ clockAfterRobot: 'release' }, ...parts).turns).toMatchObject([{ uncertain: false }]);
    expect(fold({ clockAfterRobot: 'firstMessage' }, ...parts).turns).toMatchObject([
      { uncertain: true, startedAt: noon + 1_000 },
    ]);
  });
});

describe('what people wrote in an hour', () => {
  test('is counted for each of them', () => {
    const { activity } = fold(
      {},
      [0, 'agent', { person: 'Lin' }],
      [5, 'agent', { person: 'Mo' }],
      [6, 'agent', { person: 'Mo' }],
      [9, 'agent'],
    );
    expect(activity.map(({ person, human }) => [person, human])).toEqual([
      ['Lin', 1],
      ['Mo', 2],
      [null, 1],
    ]);
  });
});

describe('the state after an entry', () => {
  const stateAfter = (...parts: EntryPart[]) => fold({}, ...parts).state;
  const waits = () =>
    stateAfter([0, 'customer'], [5, 'agent', { perfunctory: true }], [10, 'customer'], [12, 'customer']);

  test('says from which turn on things may still change', () => {
    expect(firstIndex(waits())).toBe(0);
    expect(firstIndex(stateAfter([0, 'customer'], [5, 'agent'], [10, 'customer']))).toBe(1);
    expect(firstIndex(stateAfter([0, 'customer'], [5, 'agent']))).toBe(0);
    expect(firstIndex(stateAfter([0, 'customer'], [5, 'closed']))).toBe(1);
  });

  test('carries on what may still change, and nothing else', () => {
    const state = waits();
    const { turns, sessions, activity, proactive } = startOutput(state);
    expect(turns.map((turn) => turn.index)).toEqual([0, 1]);
    expect(sessions).toEqual([state.session]);
    expect(activity).toEqual([state.activity]);
    expect(proactive).toEqual([]);
    const none = startOutput(stateAfter([0, 'robotHolds']));
    expect(none).toEqual({ turns: [], sessions: [], activity: [], proactive: [] });
  });

  test('has copies that share nothing with it', () => {
    const state = waits();
    const before = structuredClone(state);
    const copy = cloneState(state);
    expect(copy).toEqual(before);
    for (const part of [copy.open, copy.awaiting, copy.session, copy.activity]) Object.assign(part ?? {}, { x: 1 });
    expect(state).toEqual(before);
  });
});

describe('checkpoints', () => {
  test('one for each session, its state as it was before the first entry', () => {
    const entries = entriesOf([0, 'customer'], [5, 'agent'], [7_200, 'customer'], [7_210, 'agent']);
    const profile = { ...plain, sessionIdleMs: 600_000, splitByDay: false };
    const { checkpoints, turns } = foldConversation({ entries, profile, checkpoints: true });
    expect(checkpoints.map(({ position, sessionStartedAt }) => [position, sessionStartedAt])).toEqual([
      [0, noon],
      [2, noon + 7_200_000],
    ]);
    const [, last] = checkpoints;
    const again = foldConversation({ entries: entries.slice(2), profile, ...(last ? { state: last.state } : {}) });
    expect(again.turns).toEqual(turns);
    expect(last?.state.tail?.index).toBe(0);
    expect(foldConversation({ entries, profile }).checkpoints).toEqual([]);
  });
});
