import type { Figures } from '@/lib/domain/figures';
import type { ReportSubject } from '@/lib/domain/platformReport';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import type { ProactiveMessage } from '../conversationState';
import { computeFigures, moreFiguresOfTally, tallyOf } from '../figures';
import { dayName, dayNumber, zoneOf } from '../zone';

/** What one profile makes of a recorded conversation. */
export interface RecordedConversation {
  workbenchId: string;
  account: string | null;
  turns: readonly Turn[];
  proactive: readonly ProactiveMessage[];
  /** Times of the own messages that may be automatic, and that nobody has looked at. */
  inReview?: ReadonlySet<number>;
}

/** Turns and proactive messages, each with whose they are. */
interface RecordedDay {
  turns: { of: RecordedConversation; turn: Turn }[];
  proactive: { of: RecordedConversation; message: ProactiveMessage }[];
}

/** Everything recorded, by date (`YYYY-MM-DD`), as one profile has it. */
export interface RecordedDays {
  profile: Profile;
  byDate: ReadonlyMap<string, RecordedDay>;
}

/** One agent's day by one profile. */
export interface AgentDay {
  turns: Turn[];
  proactive: ProactiveMessage[];
  /** Those of the turns whose first reply may be automatic. */
  inReview: ReadonlySet<Turn>;
  figures: Figures;
  /** Conversations with a counted turn. */
  customers: number;
}

/** Whose day: the report's agent as one of ours, on one workbench (null = all of them). */
export interface AgentDayRequest {
  date: string;
  subject: ReportSubject;
  workbenchId: string | null;
}

/** Sorts conversations by date: a turn belongs to the day of its start, in the profile's zone. */
export function recordedDays(conversations: Iterable<RecordedConversation>, profile: Profile): RecordedDays {
  const zone = zoneOf(profile.timeZone);
  const byDate = new Map<string, RecordedDay>();
  const dayOf = (at: number): RecordedDay => {
    const date = dayName(dayNumber(zone, at, profile.dayStartsAtMs));
    const known = byDate.get(date) ?? { turns: [], proactive: [] };
    byDate.set(date, known);
    return known;
  };
  for (const of of conversations) {
    for (const turn of of.turns) dayOf(turn.startedAt).turns.push({ of, turn });
    for (const message of of.proactive) dayOf(message.at).proactive.push({ of, message });
  }
  return { profile, byDate };
}

/**
 * The day of an agent: a turn is the person's of its reply, or the account's of its conversation. null when nothing
 * was recorded. The day is taken as final: a platform's report is of days that are over.
 */
export function agentDay({ profile, byDate }: RecordedDays, request: AgentDayRequest): AgentDay | null {
  const day = byDate.get(request.date);
  if (day === undefined) return null;
  const own = day.turns.filter(({ of, turn }) => isOf(request, of, turn.person));
  const turns = own.map(({ turn }) => turn);
  const inReview = new Set(own.flatMap(({ of, turn }) => (isInReview(turn, of) ? [turn] : [])));
  const proactive = day.proactive
    .filter(({ of, message }) => isOf(request, of, message.person))
    .map(({ message }) => message);
  if (turns.length === 0 && proactive.length === 0) return null;
  return { turns, proactive, inReview, ...figuresOfDay({ turns, proactive }, profile) };
}

/** The figures of an agent's day. */
export function figuresOfDay(
  material: { turns: readonly Turn[]; proactive: readonly ProactiveMessage[] },
  profile: Profile,
): Pick<AgentDay, 'figures' | 'customers'> {
  const { customers } = moreFiguresOfTally({ tally: tallyOf(material, profile, true), profile });
  return { figures: computeFigures({ ...material, profile, now: null, final: true }), customers };
}

function isInReview({ repliedAt }: Turn, { inReview }: RecordedConversation): boolean {
  return repliedAt !== null && inReview?.has(repliedAt) === true;
}

function isOf({ subject, workbenchId }: AgentDayRequest, of: RecordedConversation, person: string | null): boolean {
  if (workbenchId !== null && of.workbenchId !== workbenchId) return false;
  if (subject.kind === 'everyone') return true;
  return subject.kind === 'account' ? of.account === subject.account : person === subject.person;
}
