import type { DayShown, FigureRowShown } from '@/components/dashboard/calibration/comparisonRows';
import { COMPARED_FIGURES, PLATFORM_ONLY_FIGURES } from '@/lib/domain/platformReport';
import type { RecordedDays } from '@/lib/metrics/calibration/agentDays';
import { compareReport, type PlatformDay } from '@/lib/metrics/calibration/compareReport';
import type { StoredPlatformDay } from '@/lib/storage/liveQueries/platformFigures';

/** Recorded for less of the time than this, a day says nothing about a profile. */
export const wholeFrom = 0.95;

/** What is known of a day besides its figures. */
export interface DayFacts {
  /** YYYY-MM-DD. */
  today: string;
  /** By date, 0..1; null = not known. */
  coverage: ReadonlyMap<string, number | null>;
}

/** Whether a day may judge a profile: it is over, and was recorded whole as far as is known. */
export function isFit(date: string, { today, coverage }: DayFacts): boolean {
  return date < today && (coverage.get(date) ?? 1) >= wholeFrom;
}

/** The days of one of the platform's agents beside ours, by each profile; `subject` null compares nothing. */
export function comparedDays(input: {
  days: readonly (StoredPlatformDay & Partial<Pick<PlatformDay, 'subject'>>)[];
  recorded: readonly RecordedDays[];
  facts: DayFacts;
}): DayShown[] {
  const { days, recorded, facts } = input;
  return days.map((day) => {
    const { subject } = day;
    const compared = subject === undefined ? [] : compareReport({ days: [{ ...day, subject }], recorded });
    const rows: FigureRowShown[] = COMPARED_FIGURES.flatMap((figure) => {
      const theirs = day.figures[figure];
      if (theirs === undefined) return [];
      const sides = compared.find((one) => one.figure === figure)?.byProfile;
      const ours = recorded.map((_, index) => ({
        value: sides?.[index]?.ours ?? null,
        difference: sides?.[index]?.difference ?? null,
      }));
      return [{ figure, theirs, ours }];
    });
    const only: FigureRowShown[] = PLATFORM_ONLY_FIGURES.flatMap((figure) => {
      const theirs = day.figures[figure];
      return theirs === undefined ? [] : [{ figure, theirs, ours: null }];
    });
    const known = rows.some(({ ours }) => ours?.some(({ value }) => value !== null) ?? false);
    const unfit =
      day.date >= facts.today
        ? 'notOver'
        : !known && subject !== undefined && rows.length > 0
          ? 'noRecord'
          : isFit(day.date, facts)
            ? null
            : 'notWhole';
    return { date: day.date, coverage: facts.coverage.get(day.date) ?? null, unfit, rows: [...rows, ...only] };
  });
}
