import { maskName } from '@/lib/domain/conversation';
import type { DayNotes, PauseNote } from '@/lib/domain/dayNotes';
import type { Profile } from '@/lib/domain/profile';
import { transferredIn } from '@/lib/metrics/figures/transferredIn';
import { summarizePauses } from '@/lib/metrics/gaps';
import { mergeRollups } from '@/lib/metrics/rollup';
import type { Database } from '../database';
import { liveGeneration } from '../generation';
import type { ExcludedTurn } from '../records.types';

/** Which span, half-open in ms, and by which profile. */
export interface DayNotesRequest {
  profile: Profile;
  from: number;
  to: number;
  now: number;
}

/** Turns that began earlier are over by any profile's limit. */
const LONGEST_TURN_MS = 86_400_000;
/** Pauses that began before a span and reach into it are among the last so many gaps. */
const EARLIER_GAPS = 50;

/** What a day's figures do not say. */
export async function readDayNotes(database: Database, request: DayNotesRequest): Promise<DayNotes> {
  const { profile, from, to } = request;
  const generation = await liveGeneration(database);
  const rollups = await database.rollups
    .where('[generation+hourStart]')
    .between([generation, from], [generation, to], true, false)
    .toArray();
  const tally = mergeRollups(rollups.filter((rollup) => rollup.profileId === profile.id));
  const count = (reason: ExcludedTurn['reason']) =>
    database.excludedTurns
      .where('[generation+reason+startedAt]')
      .between([generation, reason, from], [generation, reason, to], true, false)
      .count();
  return {
    pauses: await readPauses(database, request),
    excluded: { advertiser: await count('advertiser'), internal: await count('internal') },
    transferredIn: transferredIn(tally),
  };
}

/** The pauses of a span, cut at its ends and at now, with who was waiting in each. */
export async function readPauses(
  database: Database,
  { from, to, now }: Omit<DayNotesRequest, 'profile'>,
): Promise<PauseNote[]> {
  const within = await database.gaps.where('from').between(from, to, true, false).toArray();
  const before = await database.gaps.where('from').below(from).reverse().limit(EARLIER_GAPS).toArray();
  const end = Math.min(to, now);
  const pauses = [...before, ...within]
    .filter((gap) => gap.kind === 'paused')
    .map((gap) => ({ from: Math.max(gap.from, from), to: Math.min(gap.to ?? end, end) }))
    .filter((pause) => pause.to > pause.from)
    .sort((a, b) => a.from - b.from);
  const first = pauses[0];
  if (first === undefined) return [];
  const generation = await liveGeneration(database);
  const turns = await database.turns
    .where('[generation+startedAt]')
    .between([generation, first.from - LONGEST_TURN_MS], [generation, end], true, true)
    .toArray();
  const summaries = summarizePauses(pauses, turns);
  const ids = [...new Set(summaries.flatMap((pause) => pause.waiting))];
  const conversations = await database.conversations.bulkGet(ids);
  const names = new Map(ids.map((id, index) => [id, maskName(conversations[index]?.name ?? null)]));
  return summaries.map(({ from: begun, to: ended, minutes, waiting }) => ({
    from: begun,
    to: ended,
    minutes,
    waiting: waiting.map((id) => names.get(id) ?? '–'),
  }));
}
