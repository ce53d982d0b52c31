import type { AllFigures } from '@/lib/domain/figures';
import type { Profile } from '@/lib/domain/profile';
import type { Settings } from '@/lib/domain/settings';
import { allFiguresOfTally, type SpanMaterial, standardSeconds, tallyOf } from '@/lib/metrics/figures';
import { peakWaiting } from '@/lib/metrics/figures/peakWaiting';
import { receiving } from '@/lib/metrics/figures/receiving';
import { mergeRollups } from '@/lib/metrics/rollup';
import type { Tally } from '@/lib/metrics/tally';
import type { Database } from '../database';
import { exclusionOf } from '../excluded';
import { liveGeneration } from '../generation';
import type { StoredConversation, StoredTurn } from '../records.types';
import { type GenerationRules, readStoredRules } from '../rules';
import { type ConversationEntries, readSpanEntries, receivedIn, type TimeSpan } from './dayConversations';
import { deriveSpan } from './deriveSpan';
import { readTurns } from './listedTurns';

/** Which span, half-open in ms, and by which rules. */
export interface AllFiguresRequest extends TimeSpan {
  /** The profile whose rollups are shown. */
  profile: Profile;
  /** The live profile of a workbench. */
  profileFor: (workbenchId: string) => Profile;
  settings: Pick<Settings, 'ownSeconds' | 'slowTurnMs' | 'longSessionMs'>;
  /** The N of the profile's own rate, beside the usual ones. */
  withinSeconds: number;
  now: number;
  /** Only what was on duty's of this person; absent = everybody's. */
  person?: string | null;
}

/** The span's rollups of the profile, merged. */
async function readTally(
  database: Database,
  { from, to, profile, person }: AllFiguresRequest,
  generation: number,
): Promise<Tally> {
  const rollups = await database.rollups
    .where('[generation+hourStart]')
    .between([generation, from], [generation, to], true, false)
    .toArray();
  return mergeRollups(
    rollups.filter((one) => one.profileId === profile.id && (person === undefined || one.person === person)),
  );
}

/** Every figure of a tally, with peak waiting from the turns and receiving from the messages. */
export function figuresOf(
  request: AllFiguresRequest,
  source: { tally: Tally; turns: readonly StoredTurn[]; counted: CountedSpan | null },
): AllFigures {
  const { profile, settings, now, to } = request;
  const { tally, turns, counted } = source;
  const seconds = [
    ...new Set([
      ...standardSeconds,
      request.withinSeconds,
      ...(settings.ownSeconds === null ? [] : [settings.ownSeconds]),
    ]),
  ].sort((a, b) => a - b);
  const received = counted === null ? null : receivedIn(counted.read, { ...request, rules: counted.rules });
  const all = allFiguresOfTally({
    tally,
    profile,
    now,
    seconds,
    peakWaiting: peakWaiting(turns, profile, Math.min(now, to), false),
    receiving:
      received === null
        ? null
        : receiving({ starts: received.flatMap((one) => one.starts), ends: received.flatMap((one) => one.ends) }),
    slowTurnMs: settings.slowTurnMs,
    longReceptionMs: settings.longSessionMs,
  });
  // Figures of a day whose history was deleted are there, its turns and messages are not.
  return turns.length < all.figures.turns
    ? { ...all, peakWaiting: null, receiving: null, customersPerHour: null }
    : all;
}

/** What a span holds of the conversations that count by the live profile, and by which rules. */
export interface CountedSpan {
  read: ConversationEntries[];
  rules: GenerationRules | null;
  /** Whether a conversation counts: one of the profile's workbenches, no advertiser's and no internal account's. */
  counts: (conversation: StoredConversation) => boolean;
}

/** See CountedSpan. */
export async function readCountedSpan(
  database: Database,
  { profile, profileFor, from, to }: Pick<AllFiguresRequest, 'profile' | 'profileFor' | 'from' | 'to'>,
): Promise<CountedSpan> {
  const rules = await readStoredRules(database);
  const counts = (one: StoredConversation) =>
    profileFor(one.workbenchId).id === profile.id && exclusionOf(one, rules) === null;
  const found = await readSpanEntries(database, { from, to });
  return { read: found.filter(({ conversation }) => counts(conversation)), rules, counts };
}

/** What began by another profile, tallied for a person or for all. */
export function tallyOfPerson(
  material: Required<SpanMaterial>,
  { profile, person }: Pick<AllFiguresRequest, 'profile' | 'person'>,
): Tally {
  if (person === undefined) return tallyOf(material, profile, false);
  const own = <T extends { person: string | null }>(items: Iterable<T>): T[] =>
    [...items].filter((item) => item.person === person);
  const { turns, proactive, sessions, activity } = material;
  return tallyOf(
    { turns: own(turns), proactive: own(proactive), sessions: own(sessions), activity: own(activity) },
    profile,
    false,
  );
}

/** Every figure of a span by the live profile, from its rollups. */
export async function readLiveFigures(
  database: Database,
  request: AllFiguresRequest,
  counted: CountedSpan | null,
): Promise<AllFigures> {
  const generation = await liveGeneration(database);
  const tally = await readTally(database, request, generation);
  const { person } = request;
  const turns = (await readTurns(database, request)).filter(
    (turn) =>
      request.profileFor(turn.workbenchId).id === request.profile.id &&
      (person === undefined || turn.person === person),
  );
  return figuresOf(request, { tally, turns, counted });
}

/**
 * Every figure of a span by the live profile, and, where one is asked for, by a second one beside it: of the same
 * conversations, derived on demand.
 */
export async function readAllFigures(
  database: Database,
  request: AllFiguresRequest & { second: Profile | null },
): Promise<{ live: AllFigures; second: AllFigures | null }> {
  const counted = await readCountedSpan(database, request);
  const live = await readLiveFigures(database, request, counted);
  if (request.second === null) return { live, second: null };
  const profile = request.second;
  const generation = await liveGeneration(database);
  const derived = await deriveSpan(database, { ...request, ...counted, profile, generation });
  const tally = tallyOfPerson(derived, { ...request, profile });
  return { live, second: figuresOf({ ...request, profile }, { tally, turns: derived.turns, counted }) };
}
