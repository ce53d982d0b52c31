import { useCallback, useMemo, useState } from 'react';
import type { AgentChoice } from '@/components/dashboard/calibration/comparisonRows';
import type { ReportSubject } from '@/lib/domain/platformReport';
import type { Language } from '@/lib/i18n/translator';
import { subjectOf } from '@/lib/metrics/calibration/subjectOf';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { type PlatformReports, readPlatformReports } from '@/lib/storage/liveQueries/platformFigures';
import { workbenchName } from '@/lib/workbenches/registry';
import { useThrottledQuery } from '../useThrottledQuery';

const NOTHING: PlatformReports = { days: [], imports: [], subjects: new Map(), accounts: [] };

/** An agent that reports name, on a workbench. */
export type ReportAgentChoice = AgentChoice & { workbenchId: string | null };

/** The key of an agent; see AgentChoice. */
export function agentKey({ workbenchId, agent }: { workbenchId: string | null; agent: string }): string {
  return JSON.stringify([workbenchId, agent]);
}

/** The platform's reports, live, and the agents that they name; `choose` takes one by its key. */
export function useReportAgents({ persons, language }: { persons: readonly string[]; language: Language }) {
  const read = useCallback((database: ReadableDatabase) => readPlatformReports(database), []);
  const stored = useThrottledQuery({ read });
  const reports = stored?.kind === 'value' ? stored.value : NOTHING;
  const [chosen, choose] = useState<string | null>(null);

  const agents = useMemo(() => {
    const known = { said: reports.subjects, persons, accounts: reports.accounts };
    const found = new Map<string, ReportAgentChoice>();
    for (const { agent, workbenchId } of reports.days) {
      const key = agentKey({ workbenchId, agent });
      const name = workbenchId === null ? null : workbenchName(workbenchId, language);
      found.set(key, { key, agent, workbenchId, workbenchName: name, subject: subjectOf(agent, workbenchId, known) });
    }
    return [...found.values()];
  }, [reports, persons, language]);
  const agent = agents.find(({ key }) => key === chosen) ?? agents[0] ?? null;

  const subjects = useMemo((): ReportSubject[] => {
    const own = reports.accounts.filter(
      ({ workbenchId }) => agent?.workbenchId == null || workbenchId === agent.workbenchId,
    );
    const accounts = [...new Set(own.flatMap(({ account }) => (account === null ? [] : [account])))];
    return [
      ...persons.map((person): ReportSubject => ({ kind: 'person', person })),
      ...accounts.map((account): ReportSubject => ({ kind: 'account', account })),
      { kind: 'everyone' },
    ];
  }, [reports, agent, persons]);
  return { reports, agents, agent, subjects, choose };
}
