import type { LogEntry } from '@/lib/domain/logEntry';
import type { Profile } from '@/lib/domain/profile';
import { agentDayKey, agentDays } from './agentDays';
import { type ExplainingTurn, explainingTurns } from './explainingTurns';
import { ourFigure } from './ourFigure';
import type { ComparedFigure, PlatformOnlyFigure, ReportLine } from './types';

/** Ours beside theirs, by one profile. */
export interface OurSide {
  profileId: string;
  /** null = nothing recorded for that agent and day, or not known. */
  ours: number | null;
  /** Ours − theirs; null where ours is. */
  difference: number | null;
  explaining: ExplainingTurn[];
}

/** One figure of one agent on one day: 和后台对数. */
export interface Comparison {
  agent: string;
  date: string;
  figure: ComparedFigure;
  theirs: number;
  byProfile: OurSide[];
}

const platformOnly: ReadonlySet<string> = new Set<PlatformOnlyFigure>(['satisfaction', 'dsr', 'complaints']);

/**
 * Holds a platform's report against what was recorded: per agent, day and figure theirs, ours by each profile, the
 * difference and the turns that could explain it. `personOf` gives our name of the report's agent (null = 未指定).
 */
export function compareReport(input: {
  lines: readonly ReportLine[];
  log: readonly LogEntry[];
  profiles: readonly Profile[];
  personOf?: (agent: string) => string | null;
}): Comparison[] {
  const { lines, log, profiles, personOf = (agent) => agent } = input;
  const recorded = profiles.map((profile) => ({ profile, days: agentDays(log, profile) }));
  return lines.flatMap(({ agent, date, figures }) =>
    comparedFigures(figures).map(([figure, theirs]) => ({
      agent,
      date,
      figure,
      theirs,
      byProfile: recorded.map(({ profile, days }) => {
        const day = days.get(agentDayKey(personOf(agent), date));
        const ours = day === undefined ? null : ourFigure(figure, day.figures, day.more.customers);
        return {
          profileId: profile.id,
          ours,
          difference: ours === null ? null : ours - theirs,
          explaining:
            day === undefined || ours === theirs ? [] : explainingTurns({ figure, turns: day.turns, profile, theirs }),
        };
      }),
    })),
  );
}

function comparedFigures(figures: ReportLine['figures']): [ComparedFigure, number][] {
  return Object.entries(figures).flatMap(([name, value]) =>
    platformOnly.has(name) ? [] : [[name as ComparedFigure, value] satisfies [ComparedFigure, number]],
  );
}
