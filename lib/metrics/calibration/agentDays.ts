import type { Figures, MoreFigures } from '@/lib/domain/figures';
import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { computeFigures, moreFiguresOfTally, tallyOf } from '../figures';
import { foldLog } from '../replay';
import { dayName, dayNumber, zoneOf } from '../zone';

/** One agent's day by one profile. */
export interface AgentDay {
  turns: Turn[];
  figures: Figures;
  more: MoreFigures;
}

/** Key of an agent's day; `person` null = 未指定. */
export function agentDayKey(person: string | null, date: string): string {
  return JSON.stringify([person, date]);
}

/**
 * The days of each agent in a log, by one profile: a turn belongs to the day of its start and to the person of its
 * reply. The log is taken as final: a platform's report is of days that are over.
 */
export function agentDays(log: Iterable<LogEntry>, profile: Profile): Map<string, AgentDay> {
  const folded = foldLog(log, profile);
  const zone = zoneOf(profile.timeZone);
  const keyOf = (person: string | null, at: number) =>
    agentDayKey(person, dayName(dayNumber(zone, at, profile.dayStartsAtMs)));
  const turns = grouped(folded.turns, (turn) => keyOf(turn.person, turn.startedAt));
  const proactive = grouped(folded.proactive, (message) => keyOf(message.person, message.at));
  const days = new Map<string, AgentDay>();
  for (const [key, own] of turns) {
    const material = { turns: own, proactive: proactive.get(key) ?? [] };
    days.set(key, {
      turns: own,
      figures: computeFigures({ ...material, profile, now: null, final: true }),
      more: moreFiguresOfTally({ tally: tallyOf(material, profile, true), profile }),
    });
  }
  return days;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
