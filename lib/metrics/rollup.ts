import type { Figures, MoreFigures } from '@/lib/domain/figures';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import type { HourActivity, ProactiveMessage, Session } from './conversationState';
import { figuresOfTally, moreFiguresOfTally, type SpanMaterial } from './figures';
import { mergeTallies } from './mergeTallies';
import { emptyTally, type Tally, tallyActivity, tallyProactive, tallySession } from './tally';
import { tallyTurn } from './tallyTurn';
import { hourOfDayStart, zoneOf } from './zone';

/**
 * Rollups: what a local hour adds to every figure, so that no surface has to read turns, let alone messages. A day's
 * figures are those of at most 26 records for each account and person. The outcomes of customer-days stand inside, by
 * conversation and day, and come together when rollups merge.
 *
 * To replace a re-derived session: fold its old and its new entries from the same checkpoint, `placeMaterial` both,
 * `removeMaterial` the old from, and `addMaterial` the new to, the rollups of their keys.
 */

/** Which rollup something belongs to. */
export interface RollupPlace {
  profileId: string;
  /** Number of the derivation that it belongs to. */
  generation: number;
  account: string | null;
  /** Who was on duty; null = 未指定. */
  person: string | null;
  /**
   * UTC start of the local hour, ms. A local hour that repeats when clocks go back is two, as is one within which a
   * day starts.
   */
  hourStart: number;
}

/** One stored rollup. Plain data. */
export interface Rollup extends RollupPlace, Tally {}

/** Everything that began in one place. */
export interface PlacedMaterial extends RollupPlace {
  turns: Turn[];
  proactive: ProactiveMessage[];
  activity: HourActivity[];
  sessions: Session[];
}

/** A rollup's key: one string, ordered by hour within profile, generation, account and person. */
export function rollupKey(place: RollupPlace): string {
  return `${place.profileId}|${place.generation}|${escapePart(place.account)}|${escapePart(place.person)}|${hourPart(place.hourStart)}`;
}

/** Names may hold anything; a bare % stands for null, which no escaped name is. */
function escapePart(name: string | null): string {
  return name === null ? '%' : encodeURIComponent(name);
}

/** Hours in fixed width, so that keys sort as times do. */
function hourPart(hourStart: number): string {
  return String(hourStart).padStart(15, '0');
}

/** A rollup of nothing. */
export function emptyRollup(place: RollupPlace): Rollup {
  const { profileId, generation, account, person, hourStart } = place;
  return { profileId, generation, account, person, hourStart, ...emptyTally() };
}

/** Nothing is left in it: the record may be deleted. */
export function isEmptyRollup(rollup: Rollup): boolean {
  const none = Object.keys(rollup.customers).length === 0 && rollup.sessionLengths.length === 0;
  return none && rollup.outgoing === 0;
}

/**
 * Sorts what folding gave into places, by rollup key: a turn, a session by its start, a proactive message by its time,
 * each with its own person.
 */
export function placeMaterial(
  material: SpanMaterial,
  { profile, generation, account }: { profile: Profile; generation: number; account: string | null },
): Map<string, PlacedMaterial> {
  const places = new Map<string, PlacedMaterial>();
  const zone = zoneOf(profile.timeZone);
  const at = (hourStart: number, person: string | null): PlacedMaterial => {
    const place = { profileId: profile.id, generation, account, person, hourStart };
    const key = rollupKey(place);
    const known = places.get(key);
    if (known) return known;
    const created = { ...place, turns: [], proactive: [], activity: [], sessions: [] };
    places.set(key, created);
    return created;
  };
  const hourOf = (moment: number) => hourOfDayStart(zone, moment, profile.dayStartsAtMs);
  for (const turn of material.turns) at(hourOf(turn.startedAt), turn.person).turns.push(turn);
  for (const message of material.proactive ?? []) {
    at(hourOf(message.at), message.person).proactive.push(message);
  }
  for (const activity of material.activity ?? []) at(activity.hourStart, activity.person).activity.push(activity);
  for (const session of material.sessions ?? []) {
    at(hourOf(session.startedAt), session.person).sessions.push(session);
  }
  return places;
}

/** Adds turns of the rollup's place, changing it. */
export function addTurns(rollup: Rollup, turns: Iterable<Turn>, profile: Profile): void {
  for (const turn of turns) tallyTurn(rollup, turn, profile, false, 1);
}

/** Takes away turns exactly as they were added: adding, then removing, leaves the rollup as it was. */
export function removeTurns(rollup: Rollup, turns: Iterable<Turn>, profile: Profile): void {
  for (const turn of turns) tallyTurn(rollup, turn, profile, false, -1);
}

/** Adds everything of the rollup's place, changing it. */
export function addMaterial(rollup: Rollup, material: SpanMaterial, profile: Profile): void {
  changeMaterial(rollup, material, profile, 1);
}

/** Takes away everything exactly as it was added. */
export function removeMaterial(rollup: Rollup, material: SpanMaterial, profile: Profile): void {
  changeMaterial(rollup, material, profile, -1);
}

function changeMaterial(rollup: Rollup, material: SpanMaterial, profile: Profile, sign: 1 | -1): void {
  for (const turn of material.turns) tallyTurn(rollup, turn, profile, false, sign);
  for (const message of material.proactive ?? []) tallyProactive(rollup, message, profile, sign);
  for (const activity of material.activity ?? []) tallyActivity(rollup, activity, profile, sign);
  for (const session of material.sessions ?? []) tallySession(rollup, session, sign);
}

/** The tally of all of them together. */
export function mergeRollups(rollups: Iterable<Rollup>): Tally {
  return mergeTallies(rollups);
}

/**
 * The figures of a span from its rollups: exactly those of its turns, live. `peakWaiting` is computed from the span's
 * turns (see figures/peakWaiting.ts). `now` null = not known.
 */
export function figuresFromRollups(input: {
  rollups: Iterable<Rollup>;
  profile: Profile;
  now: number | null;
  peakWaiting: number;
  seconds?: readonly number[];
}): Figures {
  const { rollups, ...rest } = input;
  return figuresOfTally({ ...rest, tally: mergeRollups(rollups) });
}

/** The figures beside the headline ones, from rollups. Thresholds in ms. */
export function moreFiguresFromRollups(input: {
  rollups: Iterable<Rollup>;
  profile: Profile;
  slowTurnMs?: number;
  longReceptionMs?: number;
}): MoreFigures {
  const { rollups, ...rest } = input;
  return moreFiguresOfTally({ ...rest, tally: mergeRollups(rollups) });
}
