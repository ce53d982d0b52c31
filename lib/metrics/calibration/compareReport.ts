import {
  COMPARED_FIGURES,
  type ComparedFigure,
  type ReportLine,
  type ReportSubject,
} from '@/lib/domain/platformReport';
import { agentDay, type RecordedDays } from './agentDays';
import { ourFigure } from './ourFigure';

/** A line of a report with whose recorded turns it is held against. */
export interface PlatformDay extends ReportLine {
  /** null = all of them. */
  workbenchId: string | null;
  subject: ReportSubject;
}

/** Ours beside theirs, by one profile. */
export interface OurSide {
  profileId: string;
  /** null = nothing recorded for that agent and day, or not known. */
  ours: number | null;
  /** Ours − theirs; null where ours is. */
  difference: number | null;
}

/** One figure of one agent on one day: 和后台对数. */
export interface Comparison {
  agent: string;
  date: string;
  figure: ComparedFigure;
  theirs: number;
  byProfile: OurSide[];
}

/**
 * Holds a platform's report against what was recorded: per agent, day and figure theirs, ours by each profile, and the
 * difference. Figures that only the platform can know are left out.
 */
export function compareReport(input: {
  days: readonly PlatformDay[];
  recorded: readonly RecordedDays[];
}): Comparison[] {
  return input.days.flatMap((platform) => {
    const own = input.recorded.map((recorded) => ({
      profileId: recorded.profile.id,
      day: agentDay(recorded, platform),
    }));
    return COMPARED_FIGURES.flatMap((figure) => {
      const theirs = platform.figures[figure];
      if (theirs === undefined) return [];
      const byProfile = own.map(({ profileId, day }) => {
        const ours = day === null ? null : ourFigure(figure, day);
        return { profileId, ours, difference: ours === null ? null : ours - theirs };
      });
      return [{ agent: platform.agent, date: platform.date, figure, theirs, byProfile }];
    });
  });
}
