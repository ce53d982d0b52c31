import { useCallback, useMemo, useState } from 'react';
import { CalibrationPage } from '@/components/dashboard/calibration/CalibrationPage';
import type { AgentChoice, OpenRow } from '@/components/dashboard/calibration/comparisonRows';
import { nameOfProfile } from '@/components/dashboard/profileName';
import { ruleOf } from '@/components/dashboard/settings/profileRules';
import { isCompared, type ReportSubject } from '@/lib/domain/platformReport';
import { valueOfCell } from '@/lib/exports/reports/readReport';
import { reportFormats } from '@/lib/exports/reports/reportFormats';
import { sendMessage } from '@/lib/messaging/protocol';
import { agentDay } from '@/lib/metrics/calibration/agentDays';
import { closenessOf, comparedDays as countDays } from '@/lib/metrics/calibration/closeness';
import { compareReport, type PlatformDay } from '@/lib/metrics/calibration/compareReport';
import { explainingTurns } from '@/lib/metrics/calibration/explainingTurns';
import { subjectOf } from '@/lib/metrics/calibration/subjectOf';
import { customProfile, freeProfileId, profileInfos, profileOf } from '@/lib/metrics/profiles/registry';
import { dayName } from '@/lib/metrics/zone';
import { updateSettings } from '@/lib/settings/settingsStore';
import { type PlatformReports, readPlatformReports } from '@/lib/storage/liveQueries/platformFigures';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import { comparedDays, isFit } from './comparedDays';
import { database } from './database';
import type { PageProps } from './pageProps';
import { useDay } from './useDay';
import { useFit } from './useFit';
import { useRecorded } from './useRecorded';
import { useRederivation } from './useRederivation';
import { useReportDraft } from './useReportDraft';
import { useThrottledQuery } from './useThrottledQuery';

const TABLES = ['platformFigures', 'platformImports', 'reportAgents'];
/** So many of the latest days are compared: enough to judge, and read in a moment. */
const DAYS = 31;
const NOTHING: PlatformReports = { days: [], imports: [], subjects: new Map(), accounts: [] };

/** 和后台对数: reports come in through the preview, and stand beside what was recorded. */
export function CalibrationRoute({ settings, view, translator: { t, language }, attempt }: PageProps) {
  const { date: today } = useDay(view, settings);
  const yesterday = dayName(Math.floor(Date.parse(today) / 86_400_000) - 1);
  const read = useCallback(() => readPlatformReports(database), []);
  const stored = useThrottledQuery({ read, tables: TABLES });
  const reports = stored?.kind === 'value' ? stored.value : NOTHING;
  const drafting = useReportDraft(yesterday);
  const [saving, setSaving] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [otherId, setOtherId] = useState<string | null>(null);
  const [opened, setOpened] = useState<Pick<OpenRow, 'date' | 'figure'> | null>(null);
  const [used, setUsed] = useState(false);
  const { fit, searching, search, forget } = useFit();
  const rederivation = useRederivation();

  const agents = useMemo(() => {
    const known = { said: reports.subjects, persons: settings.persons, accounts: reports.accounts };
    const found = new Map<string, AgentChoice & { workbenchId: string | null }>();
    for (const { agent, workbenchId } of reports.days) {
      const key = JSON.stringify([workbenchId, agent]);
      const name = workbenchId === null ? null : workbenchName(workbenchId, language);
      const subject = subjectOf(agent, workbenchId, known);
      found.set(key, { key, agent, workbenchId, workbenchName: name, subject });
    }
    return [...found.values()];
  }, [reports, settings.persons, language]);
  const agent = agents.find(({ key }) => key === chosen) ?? agents[0] ?? null;

  const live = profileOf(
    settings.profileId ?? (agent?.workbenchId == null ? view.profileId : workbenchProfile(agent.workbenchId)),
    settings.customProfiles,
  );
  const profiles = useMemo(
    () => [...profileInfos.map(({ profile }) => profile), ...settings.customProfiles],
    [settings.customProfiles],
  );
  const other = profiles.find(({ id }) => id === otherId && id !== live.id) ?? null;
  const dates = useMemo(
    () => [...new Set(reports.days.map(({ date }) => date))].sort().reverse().slice(0, DAYS),
    [reports],
  );
  const recorded = useRecorded(dates, live);

  // Everything that one profile can be judged by: the days of all agents on this workbench whose side is known.
  const judged = useMemo((): PlatformDay[] => {
    if (agent === null || recorded === null) return [];
    return reports.days.flatMap((day) => {
      const own = agents.find(({ key }) => key === JSON.stringify([day.workbenchId, day.agent]));
      const subject = own?.subject ?? null;
      if (day.workbenchId !== agent.workbenchId || subject === null || !dates.includes(day.date)) return [];
      return isFit(day.date, { today, coverage: recorded.coverage }) ? [{ ...day, subject }] : [];
    });
  }, [reports, agents, agent, recorded, dates, today]);

  const shown = useMemo(() => {
    if (agent === null) return { days: [], closeness: null, compared: 0, own: null };
    const days = reports.days
      .filter((day) => day.agent === agent.agent && day.workbenchId === agent.workbenchId && dates.includes(day.date))
      .map((day) => (agent.subject === null ? day : { ...day, subject: agent.subject }));
    const facts = { today, coverage: recorded?.coverage ?? new Map<string, number | null>() };
    const own = recorded?.derive(live) ?? null;
    const sides = own === null || recorded === null ? [] : [own, ...(other === null ? [] : [recorded.derive(other)])];
    const comparisons = own === null ? [] : compareReport({ days: judged, recorded: [own] });
    return {
      days: comparedDays({ days, recorded: sides, facts }),
      closeness: closenessOf(comparisons, live.id),
      compared: countDays(comparisons, live.id),
      own,
    };
  }, [reports, agent, dates, recorded, live, other, judged, today]);

  const open = useMemo((): OpenRow | null => {
    if (opened === null || agent?.subject == null || shown.own === null || !isCompared(opened.figure)) return null;
    const { date, figure } = opened;
    const theirs = shown.days.find((day) => day.date === date)?.rows.find((row) => row.figure === figure)?.theirs;
    const day = agentDay(shown.own, { date, subject: agent.subject, workbenchId: agent.workbenchId });
    if (theirs === undefined || day === null) return { date, figure, turns: [] };
    const { turns, proactive } = day;
    const found = explainingTurns({ figure, turns, proactive, profile: live, theirs });
    return {
      date,
      figure,
      turns: found.map((one) => ({ ...one, customerName: recorded?.names.get(one.turn.conversationId) ?? null })),
    };
  }, [opened, agent, shown, live, recorded]);

  const workbenches = useMemo(() => {
    const ids = new Set([
      ...reports.accounts.map(({ workbenchId }) => workbenchId),
      ...reportFormats.map(({ workbenchId }) => workbenchId),
      ...(drafting.draft?.workbenchId == null ? [] : [drafting.draft.workbenchId]),
    ]);
    return [...ids].map((id) => ({ id, name: workbenchName(id, language) }));
  }, [reports, drafting.draft?.workbenchId, language]);
  const subjects = useMemo((): ReportSubject[] => {
    const own = reports.accounts.filter(
      ({ workbenchId }) => agent?.workbenchId == null || workbenchId === agent.workbenchId,
    );
    const accounts = [...new Set(own.flatMap(({ account }) => (account === null ? [] : [account])))];
    return [
      ...settings.persons.map((person): ReportSubject => ({ kind: 'person', person })),
      ...accounts.map((account): ReportSubject => ({ kind: 'account', account })),
      { kind: 'everyone' },
    ];
  }, [reports, agent, settings.persons]);

  const nameOf = (profile: Parameters<typeof nameOfProfile>[0]) => nameOfProfile(profile, t);
  const save = async () => {
    const report = drafting.report();
    if (report === null) return;
    setSaving(true);
    try {
      await sendMessage('savePlatformReport', { report });
      drafting.discard();
      forget();
    } finally {
      setSaving(false);
    }
  };
  const { draft } = drafting;
  const better = fit?.proposal.better ?? null;
  const betterProfile = better === null ? null : { ...live, [better.parameter]: better.value };
  const rule = betterProfile === null || better === null ? null : ruleOf(betterProfile, better.parameter, t);
  const takeBetter = async () => {
    if (better === null) return;
    await updateSettings(({ customProfiles }) => {
      const name = t('dashboard:calibration.copyName', { profile: nameOf(live) });
      const id = freeProfileId(customProfiles);
      const copy = customProfile(live, { [better.parameter]: better.value, id, name });
      return { customProfiles: [...customProfiles, copy], profileId: id };
    });
    setUsed(true);
  };
  return (
    <CalibrationPage
      importing={{
        onFile: (file) => attempt(drafting.open(file)),
        fileProblem: drafting.fileProblem,
        today,
        knownAgents: [...new Set(agents.map((one) => one.agent))],
        workbenches,
        readValue: (figure, text) => valueOfCell(figure, text, 'auto'),
        onTyped: (line, workbenchId) =>
          attempt(
            sendMessage('savePlatformReport', {
              report: { kind: 'typed', name: '', format: null, workbenchId, lines: [line], skipped: 0 },
            }),
          ),
      }}
      draft={
        draft === null
          ? null
          : {
              draft,
              today,
              workbenches,
              saving,
              onDraft: drafting.change,
              onSave: () => attempt(save()),
              onDiscard: drafting.discard,
            }
      }
      comparison={{
        agents,
        agent,
        subjects,
        profiles: profiles.map((profile) => ({ id: profile.id, name: nameOf(profile) })),
        live: { id: live.id, name: nameOf(live) },
        otherId: other?.id ?? null,
        days: shown.days,
        open,
        timeZone: live.timeZone,
        onAgent: (key) => {
          setChosen(key);
          setOpened(null);
          forget();
        },
        onSubject: (name, subject) => {
          forget();
          attempt(sendMessage('setReportAgent', { agent: name, subject }));
        },
        onOther: setOtherId,
        onOpen: setOpened,
      }}
      closeness={
        agent === null
          ? null
          : {
              closeness: shown.closeness,
              comparedDays: shown.compared,
              live: { id: live.id, name: nameOf(live) },
              fit:
                fit === null
                  ? null
                  : {
                      profiles: fit.closeness.map((closeness) => ({
                        closeness,
                        name: nameOf(profileOf(closeness.profileId, settings.customProfiles)),
                      })),
                      better:
                        better === null || rule === null
                          ? null
                          : { rule: rule.name, value: rule.value, error: better.closeness.error },
                    },
              searching,
              used,
              onSearch: () => {
                if (recorded === null) return;
                setUsed(false);
                attempt(search({ live, profiles, days: judged, derive: recorded.derive }));
              },
              onUseProfile: (profileId) => {
                forget();
                attempt(updateSettings(() => ({ profileId })));
              },
              onUseBetter: () => attempt(takeBetter()),
            }
      }
      imports={reports.imports.map(({ format, ...one }) => ({
        ...one,
        formatName: reportFormats.find(({ id }) => id === format)?.name ?? null,
      }))}
      timeZone={live.timeZone}
      onUndo={(importId) => {
        forget();
        attempt(sendMessage('undoPlatformReport', { importId }));
      }}
      rederivation={rederivation}
    />
  );
}
