import { useMemo } from 'react';
import type { Profile } from '@/lib/domain/profile';
import { closenessOf, comparedDays as countDays } from '@/lib/metrics/calibration/closeness';
import { compareReport, type PlatformDay } from '@/lib/metrics/calibration/compareReport';
import type { PlatformReports } from '@/lib/storage/liveQueries/platformFigures';
import { comparedDays, isFit } from './comparedDays';
import { useRecorded } from './useRecorded';
import { agentKey, type ReportAgentChoice } from './useReportAgents';

/** So many of the latest days are compared: enough to judge, and read in a moment. */
const DAYS = 31;

/** What was recorded beside the reports: the days of the chosen agent, and how close the live profile comes. */
export function useComparison(input: {
  reports: PlatformReports;
  agents: readonly ReportAgentChoice[];
  agent: ReportAgentChoice | null;
  live: Profile;
  other: Profile | null;
  today: string;
}) {
  const { reports, agents, agent, live, other, today } = input;
  const dates = useMemo(
    () => [...new Set(reports.days.map(({ date }) => date))].sort().reverse().slice(0, DAYS),
    [reports],
  );
  const recorded = useRecorded(dates, live);

  // Everything that one profile can be judged by: the days of all agents on this workbench whose side is known.
  const judged = useMemo((): PlatformDay[] => {
    if (agent === null || recorded === null) return [];
    return reports.days.flatMap((day) => {
      const subject = agents.find(({ key }) => key === agentKey(day))?.subject ?? null;
      if (day.workbenchId !== agent.workbenchId || subject === null || !dates.includes(day.date)) return [];
      return isFit(day.date, { today, coverage: recorded.coverage }) ? [{ ...day, subject }] : [];
    });
  }, [reports, agents, agent, recorded, dates, today]);

  const own = useMemo(() => recorded?.derive(live) ?? null, [recorded, live]);
  const shown = useMemo(() => {
    if (agent === null) return { days: [], closeness: null, compared: 0 };
    const days = reports.days
      .filter((day) => agentKey(day) === agent.key && dates.includes(day.date))
      .map((day) => (agent.subject === null ? day : { ...day, subject: agent.subject }));
    const facts = { today, coverage: recorded?.coverage ?? new Map<string, number | null>() };
    const sides = own === null || recorded === null ? [] : [own, ...(other === null ? [] : [recorded.derive(other)])];
    const comparisons = own === null ? [] : compareReport({ days: judged, recorded: [own] });
    return {
      days: comparedDays({ days, recorded: sides, facts }),
      closeness: closenessOf(comparisons, live.id),
      compared: countDays(comparisons, live.id),
    };
  }, [reports, agent, dates, recorded, own, live, other, judged, today]);
  return { ...shown, recorded, judged, own };
}
