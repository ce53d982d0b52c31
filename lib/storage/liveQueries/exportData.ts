import type { DayCorrection } from '@/lib/domain/dayCorrection';
import type { ExportIncludes } from '@/lib/domain/exportRequest';
import { dayNumbered, dayOf, type RuleDay } from '@/lib/metrics/dayOf';
import { splitOf } from '@/lib/metrics/figures/split';
import type { Database } from '../database';
import type { RecordedCorrection } from './corrections';
import { readCoverage } from './coverage';
import { type DailyRequest, type DayFigures, readDailyFigures } from './dailyFigures';
import { readDayCorrections } from './dayCorrections';
import { countTurns, type ListedTurn, readListedTurns } from './listedTurns';
import { readMessagesOfTurns, type TurnMessageRecord } from './turnMessages';

/** Which span, half-open in ms, and by which rules. */
export type ExportDataRequest = Omit<DailyRequest, 'day'> & { from: number; to: number };

/** A correction of a day without whom it concerns: a conversation's id may hold a name. */
export type DayFacts = Pick<RecordedCorrection, 'at' | 'kind' | 'before' | 'after' | 'holds' | 'figures'>;

function factsOf({ at, kind, before, after, holds, figures }: DayCorrection): DayFacts {
  return {
    at,
    kind,
    before,
    after,
    holds,
    figures: figures && { before: { ...figures.before }, after: { ...figures.after } },
  };
}

/** A turn with the parts of its time and its messages. */
export interface RecordedTurn extends ListedTurn {
  /** ms; null when this browser did not see the opening or the typing. */
  split: { noticeMs: number; thinkMs: number; typeMs: number } | null;
  /** null when they were not asked for. */
  messages: TurnMessageRecord[] | null;
}

/** How many turns a span holds, and on how many days; counted, not read. */
export async function countSpan(
  database: Database,
  request: Pick<ExportDataRequest, 'profile' | 'from' | 'to'>,
): Promise<{ turns: number; days: number }> {
  let turns = 0;
  let days = 0;
  for (const { from, to } of daysOf(request)) {
    const count = await countTurns(database, { from, to });
    turns += count;
    if (count > 0) days += 1;
  }
  return { turns, days };
}

/** A span, one day after the other: the store is read in pieces of a day, however long the span is. */
export async function* readExportDays(
  database: Database,
  request: ExportDataRequest,
  includes: ExportIncludes,
): AsyncGenerator<{ figures: DayFigures & { corrections: DayFacts[] }; turns: RecordedTurn[] }> {
  for (const { day, from, to } of daysOf(request)) {
    const figures = await readDailyFigures(database, { ...request, day });
    const listed = await readListedTurns(database, { from, to });
    const corrections = (await readDayCorrections(database, { from, to })).reverse();
    const messages = includes.texts ? await messagesOf(database, listed) : null;
    const turns = listed.map((one) => ({
      ...one,
      split: splitOfTurn(one),
      messages: messages?.get(one.turn.id) ?? null,
    }));
    if (turns.length > 0 || figures.figures.turns > 0 || figures.coverage !== null) {
      yield { figures: { ...figures, corrections: corrections.map(factsOf) }, turns };
    }
  }
}

/** Coverage over the whole span, 0..1; null when nothing was to be recorded. */
export function readSpanCoverage(database: Database, { from, to, now }: ExportDataRequest): Promise<number | null> {
  return readCoverage(database, { from, to: Math.min(to, now) });
}

function daysOf({ profile, from, to }: Pick<ExportDataRequest, 'profile' | 'from' | 'to'>): RuleDay[] {
  const first = dayOf(profile, from).day;
  const last = dayOf(profile, to - 1).day;
  return Array.from({ length: last - first + 1 }, (_, index) => dayNumbered(profile, first + index));
}

function splitOfTurn({ turn }: ListedTurn): RecordedTurn['split'] {
  const { repliedAt } = turn;
  if (repliedAt === null || turn.state !== 'answered') return null;
  const { noticeMs, thinkMs, typeMs } = splitOf({ ...turn, repliedAt });
  return noticeMs === null || thinkMs === null || typeMs === null ? null : { noticeMs, thinkMs, typeMs };
}

/** Messages by the turn's id. */
async function messagesOf(
  database: Database,
  listed: readonly ListedTurn[],
): Promise<Map<string, TurnMessageRecord[]>> {
  const byConversation = new Map<string, ListedTurn['turn'][]>();
  for (const { turn } of listed) {
    const known = byConversation.get(turn.conversationId);
    if (known === undefined) byConversation.set(turn.conversationId, [turn]);
    else known.push(turn);
  }
  const messages = new Map<string, TurnMessageRecord[]>();
  for (const turns of byConversation.values()) {
    const found = await readMessagesOfTurns(database, turns);
    for (const turn of turns) messages.set(turn.id, found.get(turn.index) ?? []);
  }
  return messages;
}
