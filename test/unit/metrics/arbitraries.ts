import fc from 'fast-check';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';

/** How often each property is tried: FC_RUNS, or 1,000 times. Seeded, so that a failure comes back. */
export const runs = { numRuns: Number(process.env.FC_RUNS ?? 1000), seed: 20261121 };

/** Where a log begins: the evening before a day change in many zones, and shortly before clocks are moved. */
const starts = [
  // An hour before Berlin's go back.
  Date.UTC(2026, 9, 24, 23, 30),
  // Lord Howe moves them by 30 minutes, at 2:00.
  Date.UTC(2026, 9, 3, 14, 30),
  Date.UTC(2026, 3, 4, 14, 0),
  // Santiago and Cairo have a day without midnight, and one in which the hour before it repeats.
  Date.UTC(2026, 8, 6, 3, 0),
  Date.UTC(2026, 3, 5, 1, 30),
  Date.UTC(2026, 3, 23, 21, 0),
  Date.UTC(2026, 9, 29, 19, 30),
];

const gap = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 40_000, max: 1_300_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, 59_999, 600_000, 600_001, 1_800_000, 1_800_001, 86_400_000) },
  { weight: 1, arbitrary: fc.integer({ min: 1_300_000, max: 100_000_000 }) },
);

const message = fc.record({
  author: fc.constantFrom('customer', 'customer', 'customer', 'agent', 'agent', 'assist', 'auto', 'colleague'),
  closing: fc.boolean(),
  perfunctory: fc.boolean(),
  length: fc.nat(40),
  person: fc.constantFrom(null, 'Lin', 'Mo'),
});

const event = fc.constantFrom(
  'closed',
  'accepted',
  'transferredIn',
  'transferredOut',
  'robotHolds',
  'robotReleases',
  'checked',
);

/** A conversation's entry without its time: mostly messages. */
const happening = fc.oneof(
  { weight: 5, arbitrary: message },
  { weight: 2, arbitrary: event.map((name) => ({ event: name })) },
);

/** Options of arbitraryLog. */
export interface LogOptions {
  /** Agents' going on and off duty. */
  duty?: boolean;
  /** No `checked` entries. */
  unchecked?: boolean;
  /** Some entries' times are not known to the second. */
  uncertain?: boolean;
}

/** A log of up to three conversations in the order of time, each entry with an id of its own. */
export function arbitraryLog(options: LogOptions = {}): fc.Arbitrary<LogEntry[]> {
  const entry = fc.record({
    gap,
    conversationId: fc.constantFrom('A', 'A', 'B', 'C'),
    happening,
    uncertain: fc.nat(9).map((n) => options.uncertain === true && n === 0),
    duty: fc.nat(19),
  });
  return fc.tuple(fc.constantFrom(...starts), fc.array(entry, { maxLength: 30 })).map(([start, parts]) => {
    let at = start;
    const log: LogEntry[] = [];
    for (const [index, part] of parts.entries()) {
      at += part.gap;
      if (options.duty === true && part.duty < 2) {
        log.push({ at, event: part.duty === 0 ? 'onDuty' : 'offDuty' });
        continue;
      }
      const { conversationId, happening: what } = part;
      const base = { conversationId, at, id: String(index), ...(part.uncertain ? { uncertain: true } : {}) };
      if ('event' in what) {
        if (options.unchecked !== true || what.event !== 'checked')
          log.push({ ...base, event: what.event } as LogEntry);
      } else {
        const { author, closing, perfunctory, length, person } = what;
        const flags = author === 'customer' ? { closing } : author === 'agent' ? { perfunctory } : {};
        log.push({ ...base, author, length, person, ...flags } as LogEntry);
      }
    }
    return log;
  });
}

/** Any profile. */
export const arbitraryProfile: fc.Arbitrary<Profile> = fc.record({
  id: fc.constant('custom'),
  timeZone: fc.constantFrom(
    'Asia/Shanghai',
    'Asia/Kolkata',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Africa/Cairo',
  ),
  clock: fc.constantFrom('firstMessage', 'lastMessage', 'accepted'),
  answeredBy: fc.constantFrom(['agent'] as const, ['agent', 'assist'] as const),
  autoReplyEndsTurn: fc.boolean(),
  sessionIdleMs: fc.constantFrom(null, 0, 600_000, 1_800_000),
  reopenWithinMs: fc.constantFrom(0, 1, 600_000),
  splitByDay: fc.boolean(),
  dayStartsAtMs: fc.constantFrom(0, 2 * 3_600_000, 4.5 * 3_600_000),
  longestOpenMs: fc.constantFrom(600_000, 3_600_000, 86_400_000),
  window: fc.constantFrom(
    null,
    { fromMs: 8 * 3_600_000, toMs: 23 * 3_600_000, key: 'turn' } as const,
    { fromMs: 2 * 3_600_000, toMs: 23 * 3_600_000, key: 'session' } as const,
    { fromMs: 0, toMs: 3_600_000, key: 'turn' } as const,
  ),
  capMs: fc.constantFrom(null, 10_000, 600_000),
  unansweredCountsAsMs: fc.constantFrom(null, 0, 600_000),
  averageIncludesFirst: fc.boolean(),
  average: fc.constantFrom('pooled', 'meanOfSessionMeans', 'median'),
  closing: fc.constantFrom('count', 'excuse', 'drop'),
  closingGraceMs: fc.constantFrom(0, 1_800_000),
  clockAfterRobot: fc.constantFrom('release', 'firstMessage'),
  offDutyTurns: fc.constantFrom('count', 'leaveOut'),
  perfunctorySinceMs: fc.constantFrom(null, 0, (starts[0] ?? 0) + 600_000),
  transferredOut: fc.constantFrom('unanswered', 'excuse'),
  rateUnit: fc.constantFrom('turn', 'firstTurnOfSession', 'customerDay'),
});
