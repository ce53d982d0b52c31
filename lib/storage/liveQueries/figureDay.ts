import Dexie from 'dexie';
import type { FigureName } from '@/lib/domain/figureRef';
import type { AllFigures } from '@/lib/domain/figures';
import type { Profile } from '@/lib/domain/profile';
import type { Session } from '@/lib/metrics/conversationState';
import type { ExplainInput } from '@/lib/metrics/explain';
import { sessionKeyOf } from '@/lib/metrics/explainUnits';
import { peakMoment } from '@/lib/metrics/figures/peakWaiting';
import type { Database } from '../database';
import { liveGeneration } from '../generation';
import { runningParts } from '../oldMaterial';
import type { Gap, PartKind, StoredConversation, StoredPart } from '../records.types';
import {
  type AllFiguresRequest,
  type CountedSpan,
  figuresOf,
  readCountedSpan,
  readLiveFigures,
  tallyOfPerson,
} from './allFigures';
import { receivedIn } from './dayConversations';
import { deriveSpan } from './deriveSpan';
import { type ListedTurn, readExcludedTurns, readListedTurns } from './listedTurns';

/** Everything that opening a figure of a span needs. */
export interface FigureDay {
  all: AllFigures;
  /** All turns that began in the span, those that are in no figure too. */
  listed: ListedTurn[];
  /** What explaining them needs beside the turns. */
  explain: Pick<ExplainInput, 'excludedConversations' | 'otherConversations' | 'received' | 'longSessions'>;
  /** Of figures that count something without turns: what that is. */
  withoutTurns: { name: string | null; shop: string | null }[];
  /** Of `coverage`: when nothing was recorded, oldest first. */
  gaps: Pick<Gap, 'kind' | 'from' | 'to' | 'workbenchId' | 'problem' | 'waiting'>[];
  /** Where turns end, by conversation, when they are not the stored ones; null = they are. */
  bounds: Map<string, number[]> | null;
}

/** The figures that no turn tells: they are read from every message of the span. */
const OF_MESSAGES: readonly FigureName[] = ['receiving', 'receivingPeak', 'receivingMean', 'customersPerHour'];
/** Those that stand in the sessions and hours of the conversations that have a message in the span. */
const OF_PARTS: readonly FigureName[] = ['longReceptions', 'robotOnly'];

/** Whether opening a figure by its live profile reads every message of the span: not to be done at each new one. */
export function readsMessages(figure: FigureName): boolean {
  return OF_MESSAGES.includes(figure) || OF_PARTS.includes(figure);
}

/**
 * What opening a figure of a span needs. `live` = the profile that the shown figures are made by: another one than it
 * is derived on demand, over the same conversations.
 */
export async function readFigureDay(
  database: Database,
  request: AllFiguresRequest & { figure: FigureName; live: Profile },
): Promise<FigureDay> {
  const { figure, person, live } = request;
  const isDerived = live.id !== request.profile.id;
  const ofPerson = (turn: { person: string | null }) => person === undefined || turn.person === person;
  const generation = await liveGeneration(database);
  const stored = (await readListedTurns(database, request)).filter(({ turn }) => ofPerson(turn));
  const out = (await readExcludedTurns(database, request)).filter(({ turn }) => ofPerson(turn));
  const others = new Set(
    stored.flatMap(({ turn }) => (request.profileFor(turn.workbenchId).id === live.id ? [] : [turn.conversationId])),
  );
  const isOfParts = OF_PARTS.includes(figure);
  const needsMessages = isDerived || readsMessages(figure);
  const counted = needsMessages ? await readCountedSpan(database, { ...request, profile: live }) : null;
  const conversations = counted?.read.map(({ conversation }) => conversation) ?? [];
  const common = {
    withoutTurns: [],
    gaps: figure === 'coverage' ? await readGaps(database, request) : [],
    explain: { excludedConversations: new Set(out.map(({ turn }) => turn.conversationId)), otherConversations: others },
  };
  if (!isDerived || counted === null) {
    const all = await readLiveFigures(database, request, isOfParts ? null : counted);
    const listed = [...stored, ...out].sort((a, b) => a.turn.startedAt - b.turn.startedAt);
    const day = { ...common, all, listed, bounds: null };
    const parts = isOfParts ? await readParts(database, conversations, generation) : [];
    return withExtras(day, {
      request,
      counted,
      conversations,
      sessions: sessionsOf(parts),
      activity: activityOf(parts),
    });
  }
  const derived = await deriveSpan(database, { ...request, ...counted, generation });
  const own = derived.turns.filter((turn) => ofPerson(turn));
  const all = figuresOf(request, { tally: tallyOfPerson(derived, request), turns: own, counted });
  const listed = [...listedOf(conversations, own), ...out].sort((a, b) => a.turn.startedAt - b.turn.startedAt);
  return withExtras(
    { ...common, all, listed, bounds: derived.bounds },
    { request, counted, conversations, sessions: [...derived.sessions], activity: [...derived.activity] },
  );
}

type Extras = {
  request: AllFiguresRequest & { figure: FigureName };
  counted: CountedSpan | null;
  conversations: StoredConversation[];
  sessions: Session[];
  activity: { conversationId: string; hourStart: number; held: number; human: number; person: string | null }[];
};

/** What turns alone cannot tell: long sessions, who was being received, and what has no turn. */
function withExtras(day: FigureDay, { request, counted, conversations, sessions, activity }: Extras): FigureDay {
  const { figure, person, from, to, now } = request;
  const isOwn = (one: { person: string | null }) => person === undefined || one.person === person;
  const named = (ids: Iterable<string>) => {
    const known = new Map(conversations.map((one) => [one.id, one]));
    return [...ids].map((id) => ({ name: known.get(id)?.name ?? null, shop: known.get(id)?.shop ?? null }));
  };
  const withTurns = new Set(day.listed.map(({ turn }) => turn.conversationId));
  if (figure === 'longReceptions') {
    const long = sessions.filter(
      (one) =>
        isOwn(one) &&
        one.startedAt >= from &&
        one.startedAt < to &&
        one.lastAt - one.startedAt > request.settings.longSessionMs,
    );
    const keyOf = (one: Session) =>
      sessionKeyOf({ conversationId: one.conversationId, sessionStartedAt: one.startedAt });
    const made = new Set(day.listed.map(({ turn }) => sessionKeyOf(turn)));
    return {
      ...day,
      explain: { ...day.explain, longSessions: new Set(long.map(keyOf)) },
      withoutTurns: named(long.flatMap((one) => (made.has(keyOf(one)) ? [] : [one.conversationId]))),
    };
  }
  if (figure === 'robotOnly') {
    const held = new Map<string, { held: number; human: number }>();
    for (const one of activity) {
      if (!isOwn(one) || one.hourStart < from || one.hourStart >= to) continue;
      const sum = held.get(one.conversationId) ?? { held: 0, human: 0 };
      held.set(one.conversationId, { held: sum.held + one.held, human: sum.human + one.human });
    }
    const alone = [...held].filter(([id, sum]) => sum.held > 0 && sum.human === 0 && !withTurns.has(id));
    return { ...day, withoutTurns: named(alone.map(([id]) => id)) };
  }
  if ((figure !== 'receiving' && figure !== 'receivingPeak') || counted === null) return day;
  const received = receivedIn(counted.read, { ...request, rules: counted.rules });
  const at =
    figure === 'receiving'
      ? now
      : peakMoment(
          received.flatMap((one) => one.starts),
          received.flatMap((one) => one.ends),
        );
  if (at === null) return { ...day, explain: { ...day.explain, received: { at: from, conversationIds: new Set() } } };
  const going = received.filter((one) => one.starts.some((start, i) => start <= at && (one.ends[i] ?? start) > at));
  const conversationIds = new Set(going.map((one) => one.conversationId));
  const begun = new Set(day.listed.flatMap(({ turn }) => (turn.startedAt <= at ? [turn.conversationId] : [])));
  return {
    ...day,
    explain: { ...day.explain, received: { at, conversationIds } },
    withoutTurns: named([...conversationIds].filter((id) => !begun.has(id))),
  };
}

function listedOf(conversations: readonly StoredConversation[], turns: readonly ListedTurn['turn'][]): ListedTurn[] {
  const known = new Map(conversations.map((one) => [one.id, one]));
  return turns.map((turn) => {
    const conversation = known.get(turn.conversationId);
    const { name = null, shop = turn.shop, advertiser = false } = conversation ?? {};
    return { turn, conversation: { name, shop, advertiser } };
  });
}

async function readParts(
  database: Database,
  conversations: readonly StoredConversation[],
  generation: number,
): Promise<StoredPart[]> {
  const kinds: PartKind[] = ['session', 'activity'];
  const heads = await database.heads.bulkGet(conversations.map(({ id }): [number, string] => [generation, id]));
  const parts = await Promise.all(
    conversations.flatMap(({ id }) =>
      kinds.map((kind) =>
        database.parts
          .where('[generation+conversationId+kind+n]')
          .between([generation, id, kind, Dexie.minKey], [generation, id, kind, Dexie.maxKey])
          .toArray(),
      ),
    ),
  );
  return [...parts.flat(), ...heads.flatMap((head) => (head === undefined ? [] : runningParts(head)))];
}

function sessionsOf(parts: readonly StoredPart[]): Session[] {
  return parts.flatMap((part) => (part.kind === 'session' ? [part.value] : []));
}

function activityOf(parts: readonly StoredPart[]): Extras['activity'] {
  return parts.flatMap((part) => (part.kind === 'activity' ? [part.value] : []));
}

/** Gaps of a span; one that began before it is found among the last ten of them. */
async function readGaps(database: Database, { from, to }: { from: number; to: number }): Promise<FigureDay['gaps']> {
  const within = await database.gaps.where('from').between(from, to, true, false).toArray();
  const before = await database.gaps.where('from').below(from).reverse().limit(10).toArray();
  return [...before.filter((gap) => (gap.to ?? to) > from), ...within].sort((a, b) => a.from - b.from);
}
