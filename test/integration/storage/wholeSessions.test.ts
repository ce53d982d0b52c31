import { afterEach, expect, test } from 'vitest';
import type { RowEvent } from '@/lib/domain/reading';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { defaultSettings } from '@/lib/settings/schema';
import { foldOnDemand } from '@/lib/storage/foldOnDemand';
import { readSpanEntries } from '@/lib/storage/liveQueries/dayConversations';
import { deriveSpan } from '@/lib/storage/liveQueries/deriveSpan';
import { minuteMs, morning, openStore } from './storedShop';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const days = [0, 1, 2, 3, 4].map((day) => ({
  from: morning - 9 * hourMs + day * dayMs,
  to: morning + (15 + day * 24) * hourMs,
}));
const texts = {
  customer: ['有货吗', '好的', '谢谢', '什么时候发'],
  own: ['有的', '要现在下单吗?', '在的', '今天发'],
} as const;
const events: RowEvent[] = ['robotHolds', 'robotReleases', 'accepted', 'transferredOut', 'closed'];
/** Within a visit, between visits of a day, over night. */
const pauses = [20_000, 90_000, 12 * minuteMs, 45 * minuteMs, 11 * hourMs, 26 * hourMs];

let close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const each of close) await each();
  close = [];
});

/** Days of talk in some conversations: questions, closing words, perfunctory replies, robots, transfers, nights. */
async function shop(seed: number) {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
  const store = await openStore({ ...defaultSettings(), profileId: 'selfcoach' });
  close.push(() => store.close());
  for (const conversation of ['a', 'b', 'c', 'd']) {
    let at = morning + random(hourMs);
    for (let n = 0; n < 26; n++) {
      const kind = random(8);
      if (kind === 0) {
        await store.happen({ conversation, at, event: events[random(events.length)] ?? 'closed' });
      } else {
        const author = kind < 5 ? 'customer' : 'own';
        await store.say({ conversation, at, author, text: texts[author][random(4)] ?? '' });
      }
      at += (pauses[Math.max(0, random(9) - 3)] ?? 0) + random(5_000);
    }
  }
  return store;
}

test.each([3, 17, 90])(
  'a day by any profile is the same from whole sessions as from whole conversations (%i)',
  async (seed) => {
    const { database } = await shop(seed);
    const conversations = await database.conversations.toArray();
    const entries = await database.entries.orderBy('[conversationId+seq]').toArray();
    let turns = 0;
    for (const id of ['selfcoach', 'lastclock', 'jd', 'pinduoduo', 'chatwoot', 'rocketchat']) {
      const profile = profileOf(id);
      const folded = conversations.map((conversation) =>
        foldOnDemand({
          conversation,
          entries: entries.filter((entry) => entry.conversationId === conversation.id),
          profile,
          generation: 1,
          rules: null,
          stretches: [],
        }),
      );
      for (const span of days) {
        const isIn = (at: number) => at >= span.from && at < span.to;
        const read = await readSpanEntries(database, span);
        const derived = await deriveSpan(database, { ...span, read, profile, generation: 1, counts: () => true });
        const whole = {
          turns: folded.flatMap((one) => one.turns).filter(({ startedAt }) => isIn(startedAt)),
          sessions: folded.flatMap((one) => one.sessions).filter(({ startedAt }) => isIn(startedAt)),
          proactive: folded.flatMap((one) => one.proactive).filter(({ at }) => isIn(at)),
          activity: folded.flatMap((one) => one.activity).filter(({ hourStart }) => isIn(hourStart)),
        };
        const ordered = <T extends { conversationId: string }>(items: Iterable<T>, at: (item: T) => number) =>
          [...items].sort((a, b) =>
            a.conversationId < b.conversationId ? -1 : a.conversationId > b.conversationId ? 1 : at(a) - at(b),
          );
        const plain = (items: Iterable<(typeof whole.turns)[number]>) =>
          ordered(items, ({ startedAt }) => startedAt).map((turn) => ({
            ...turn,
            // Numbered from where folding began; counted over all turns that are open then; seen by the store alone.
            ...{ index: 0, pressure: null, openedAt: null, firstKeyAt: null },
            // An accept of another day moves no clock.
            acceptedAt: turn.acceptedAt !== null && turn.acceptedAt > turn.startedAt ? turn.acceptedAt : null,
          }));
        const wanted = plain(whole.turns);
        expect(plain(derived.turns).map((turn, i) => ({ ...turn, ...wanted[i] }))).toEqual(plain(derived.turns));
        expect(derived.turns.length).toBe(whole.turns.length);
        expect(ordered(derived.sessions, ({ startedAt }) => startedAt)).toEqual(
          ordered(whole.sessions, ({ startedAt }) => startedAt),
        );
        expect(ordered(derived.proactive, ({ at }) => at)).toEqual(ordered(whole.proactive, ({ at }) => at));
        expect(ordered(derived.activity, ({ hourStart }) => hourStart)).toEqual(
          ordered(whole.activity, ({ hourStart }) => hourStart),
        );
        turns += whole.turns.length;
      }
    }
    expect(turns).toBeGreaterThan(100);
  },
);
