import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConversationEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { type FoldOutput, firstIndex } from '@/lib/metrics/conversationState';
import { computeFigures, figuresOfTally, moreFiguresOfTally, tallyOf } from '@/lib/metrics/figures';
import { peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import { assignPressure } from '@/lib/metrics/figures/pressure';
import { foldConversation } from '@/lib/metrics/foldConversation';
import { splitLog } from '@/lib/metrics/log';
import { foldLog, replay } from '@/lib/metrics/replay';
import {
  addMaterial,
  addTurns,
  emptyRollup,
  figuresFromRollups,
  isEmptyRollup,
  mergeRollups,
  moreFiguresFromRollups,
  placeMaterial,
  type Rollup,
  removeMaterial,
  removeTurns,
  rollupKey,
} from '@/lib/metrics/rollup';
import { dayNumber, dayStart, localHourStart, zoneOf } from '@/lib/metrics/zone';
import { arbitraryLog, arbitraryProfile, runs } from './arbitraries';
import { entriesOf, noon, pendingTurn, plain, turnOf } from './turnOf';

const later = Date.UTC(2027, 0, 1);
const logAndProfile = [arbitraryLog({ duty: true, uncertain: true }), arbitraryProfile] as const;

function rollupsOf(material: FoldOutput, profile: Profile): Map<string, Rollup> {
  const rollups = new Map<string, Rollup>();
  for (const [key, place] of placeMaterial(material, { profile, generation: 1, account: 'shop' })) {
    const rollup = emptyRollup(place);
    addMaterial(rollup, place, profile);
    rollups.set(key, rollup);
  }
  return rollups;
}

/** A rollup as a set: the order in which latencies came does not matter. */
function unordered(rollup: Rollup): unknown {
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
  const customers = Object.entries(rollup.customers).map(([key, customer]) => [
    key,
    {
      ...customer,
      firstLatencies: sorted(customer.firstLatencies),
      laterLatencies: sorted(customer.laterLatencies),
      pendingClocks: [...customer.pendingClocks].sort(
        (a, b) => a.clockAt - b.clockAt || Number(a.first) - Number(b.first),
      ),
    },
  ]);
  return {
    ...rollup,
    sessionLengths: sorted(rollup.sessionLengths),
    customers: Object.fromEntries(customers),
  };
}

describe('rollups', () => {
  test('give the raw figures exactly, every one of them', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const folded = foldLog(log, profile);
        assignPressure(folded.turns);
        const rollups = structuredClone([...rollupsOf(folded, profile).values()]);
        const peak = peakWaiting(folded.turns, profile, later, false);
        expect(figuresFromRollups({ rollups, profile, now: later, peakWaiting: peak })).toEqual(
          computeFigures({ ...folded, profile, now: later, final: false }),
        );
        expect(moreFiguresFromRollups({ rollups, profile })).toEqual(
          moreFiguresOfTally({ tally: tallyOf(folded, profile, false), profile }),
        );
      }),
      runs,
    );
  });

  test('of a day give the figures of what began on that day', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const rollups = [...rollupsOf(foldLog(log, profile), profile).values()];
        const zone = zoneOf(profile.timeZone);
        const days = new Set(log.map(({ at }) => dayNumber(zone, at, profile.dayStartsAtMs)));
        for (const day of days) {
          const from = dayStart(zone, day, profile.dayStartsAtMs);
          const to = dayStart(zone, day + 1, profile.dayStartsAtMs);
          const own = rollups.filter(({ hourStart }) => hourStart >= from && hourStart < to);
          const { peakWaiting, ...expected } = replay({ log, profile, now: later, final: false, span: { from, to } });
          expect(figuresFromRollups({ rollups: own, profile, now: later, peakWaiting })).toEqual({
            ...expected,
            peakWaiting,
          });
        }
      }),
      runs,
    );
  });

  test('of each person add up to the team, of each hour to the day', () => {
    fc.assert(
      fc.property(...logAndProfile, (log, profile) => {
        const rollups = [...rollupsOf(foldLog(log, profile), profile).values()];
        const whole = figuresFromRollups({ rollups, profile, now: null, peakWaiting: 0 });
        for (const by of ['person', 'hourStart'] as const) {
          const sums = {
            turns: 0,
            answered: 0,
            unanswered: 0,
            pending: 0,
            excused: 0,
            incoming: 0,
            outgoing: 0,
            offDuty: 0,
          };
          for (const value of new Set(rollups.map((rollup) => rollup[by]))) {
            const part = mergeRollups(rollups.filter((rollup) => rollup[by] === value));
            const figures = figuresOfTally({ tally: part, profile, now: null, peakWaiting: 0 });
            for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += figures[name];
          }
          expect(whole).toMatchObject(sums);
        }
      }),
      runs,
    );
  });

  test('are as before after adding and removing', () => {
    fc.assert(
      fc.property(...logAndProfile, arbitraryLog({ uncertain: true }), (log, profile, other) => {
        const folded = foldLog(log, profile);
        const [place] = placeMaterial(folded, { profile, generation: 1, account: null }).values();
        if (!place) return;
        const rollup = emptyRollup(place);
        addMaterial(rollup, place, profile);
        const before = unordered(structuredClone(rollup));
        const extra = foldLog(other, profile);
        addMaterial(rollup, extra, profile);
        removeMaterial(rollup, extra, profile);
        expect(unordered(rollup)).toEqual(before);
        removeMaterial(rollup, place, profile);
        expect(isEmptyRollup(rollup)).toBe(true);
        expect(rollup).toEqual(emptyRollup(place));
      }),
      runs,
    );
  });

  test('follow a re-derived session exactly', () => {
    fc.assert(
      fc.property(...logAndProfile, fc.nat(29), fc.nat(30), (log, profile, changed, pick) => {
        const { conversations, duty } = splitLog(log);
        const entries = conversations.get('A') ?? [];
        const edited = entries.map((entry, index) => (index === changed ? corrected(entry) : entry));
        const base = { profile, duty };
        const old = foldConversation({ entries, ...base, checkpoints: true });
        const usable = old.checkpoints.filter((checkpoint) => checkpoint.position <= changed);
        const checkpoint = usable[pick % Math.max(1, usable.length)];
        if (!checkpoint) return;
        const { position, state } = checkpoint;
        const before = foldConversation({ entries: entries.slice(position), state, ...base });
        const after = foldConversation({ entries: edited.slice(position), state, ...base });

        const rollups = rollupsOf(old, profile);
        change(rollups, before, profile, removeMaterial);
        change(rollups, after, profile, addMaterial);
        for (const [key, rollup] of rollups) if (isEmptyRollup(rollup)) rollups.delete(key);

        const whole = foldConversation({ entries: edited, ...base });
        const expected = rollupsOf(whole, profile);
        for (const [key, rollup] of expected) if (isEmptyRollup(rollup)) expected.delete(key);
        expect([...rollups.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [key, rollup] of expected) expect(unordered(rollups.get(key) ?? rollup)).toEqual(unordered(rollup));
        expect([...old.turns.slice(0, firstIndex(state)), ...after.turns]).toEqual(whole.turns);
        expect(after.state).toEqual(whole.state);
      }),
      runs,
    );
  });

  test('turns go in and out by themselves', () => {
    const profile = { ...fc.sample(arbitraryProfile, { numRuns: 1, seed: 1 })[0] } as Profile;
    const { turns } = foldLog(
      [
        { conversationId: 'A', at: 43_200_000, author: 'customer' },
        { conversationId: 'A', at: 43_205_000, author: 'agent' },
      ],
      { ...profile, window: null, autoReplyEndsTurn: false, perfunctorySinceMs: null },
    );
    const place = { profileId: 'custom', generation: 1, account: null, person: null, hourStart: 0 };
    const rollup = emptyRollup(place);
    addTurns(rollup, turns, { ...profile, window: null });
    expect(rollup.incoming).toBe(1);
    removeTurns(rollup, turns, { ...profile, window: null });
    expect(rollup).toEqual(emptyRollup(place));
  });

  test('are empty when nothing at all is left in them', () => {
    const place = { profileId: 'chitu', generation: 1, account: null, person: null, hourStart: noon };
    const of = (material: Parameters<typeof addMaterial>[1]) => {
      const rollup = emptyRollup(place);
      addMaterial(rollup, material, plain);
      return isEmptyRollup(rollup);
    };
    const { turns, proactive, sessions, activity } = foldConversation({
      entries: entriesOf([0, 'agent'], [5, 'customer']),
      profile: plain,
    });
    expect(of({ turns: [] })).toBe(true);
    expect(of({ turns })).toBe(false);
    expect(of({ turns: [], proactive })).toBe(false);
    expect(of({ turns: [], sessions })).toBe(false);
    expect(of({ turns: [], activity })).toBe(false);
  });

  test('take in and give back an open turn as one that is open', () => {
    const place = { profileId: 'chitu', generation: 1, account: null, person: null, hourStart: noon };
    const rollup = emptyRollup(place);
    const pendingIn = () =>
      figuresFromRollups({ rollups: [rollup], profile: plain, now: null, peakWaiting: 0 }).pending;
    addTurns(rollup, [pendingTurn()], plain);
    expect(pendingIn()).toBe(1);
    addMaterial(rollup, { turns: [pendingTurn({ conversationId: 'B' })] }, plain);
    expect(pendingIn()).toBe(2);
    addTurns(rollup, [pendingTurn(), pendingTurn()], plain);
    removeTurns(rollup, [pendingTurn()], plain);
    removeMaterial(rollup, { turns: [pendingTurn()] }, plain);
    expect(Object.values(rollup.customers)).toMatchObject([
      { conversationId: 'A', pending: 1, unanswered: 0 },
      { conversationId: 'B', pending: 1, unanswered: 0 },
    ]);
    removeMaterial(rollup, { turns: [pendingTurn()] }, plain);
    removeTurns(rollup, [pendingTurn({ conversationId: 'B' })], plain);
    expect(rollup).toEqual(emptyRollup(place));
  });

  test('of turns alone hold nothing else', () => {
    const turn = turnOf(1_000);
    const places = placeMaterial({ turns: [turn] }, { profile: plain, generation: 3, account: 'shop' });
    const place = { profileId: 'custom', generation: 3, account: 'shop', person: null, hourStart: noon };
    expect([...places.values()]).toEqual([{ ...place, turns: [turn], proactive: [], activity: [], sessions: [] }]);
  });

  test('have keys that tell nobody from 未指定 and survive odd names', () => {
    const place = { profileId: 'jd', generation: 2, account: 'a|b', person: null, hourStart: 3_600_000 };
    expect(rollupKey(place)).toBe('jd|2|a%7Cb|%|000000003600000');
    expect(rollupKey({ ...place, person: '' })).toBe('jd|2|a%7Cb||000000003600000');
    expect(rollupKey({ ...place, person: '%' })).toBe('jd|2|a%7Cb|%25|000000003600000');
  });

  test('keep the two runs of a repeated hour apart', () => {
    const berlin = zoneOf('Europe/Berlin');
    const firstRun = Date.UTC(2026, 9, 25, 0, 30);
    const secondRun = Date.UTC(2026, 9, 25, 1, 30);
    expect(localHourStart(berlin, firstRun)).toBe(Date.UTC(2026, 9, 25, 0));
    expect(localHourStart(berlin, secondRun)).toBe(Date.UTC(2026, 9, 25, 1));
  });
});

/** The entry as if the agent had corrected it: another author, or nobody to answer. */
function corrected(entry: ConversationEntry): ConversationEntry {
  if ('event' in entry) return { ...entry, event: 'checked' };
  return { ...entry, author: entry.author === 'customer' ? 'auto' : 'customer', closing: true };
}

function change(
  rollups: Map<string, Rollup>,
  material: FoldOutput,
  profile: Profile,
  apply: (rollup: Rollup, material: FoldOutput, profile: Profile) => void,
): void {
  for (const [key, place] of placeMaterial(material, { profile, generation: 1, account: 'shop' })) {
    const rollup = rollups.get(key) ?? emptyRollup(place);
    apply(rollup, place, profile);
    rollups.set(key, rollup);
  }
}
