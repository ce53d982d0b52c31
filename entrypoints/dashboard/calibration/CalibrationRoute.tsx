import { useMemo, useState } from 'react';
import { CalibrationPage } from '@/components/dashboard/calibration/CalibrationPage';
import { nameOfProfile } from '@/components/dashboard/profileName';
import { valueOfCell } from '@/lib/exports/reports/readReport';
import { reportFormats } from '@/lib/exports/reports/reportFormats';
import { sendMessage } from '@/lib/messaging/protocol';
import { profileInfos, profileOf } from '@/lib/metrics/profiles/registry';
import { dayName } from '@/lib/metrics/zone';
import { workbenchName, workbenchProfile } from '@/lib/workbenches/registry';
import type { PageProps } from '../pageProps';
import { useDay } from '../useDay';
import { useRederivation } from '../useRederivation';
import { useCloseness } from './useCloseness';
import { useComparison } from './useComparison';
import { useExplaining } from './useExplaining';
import { useReportAgents } from './useReportAgents';
import { useReportDraft } from './useReportDraft';

/** 和后台对数: reports come in through the preview, and stand beside what was recorded. */
export function CalibrationRoute({ settings, view, translator: { t, language }, attempt }: PageProps) {
  const { date: today } = useDay(view, settings);
  const yesterday = dayName(Math.floor(Date.parse(today) / 86_400_000) - 1);
  const drafting = useReportDraft(yesterday);
  const [saving, setSaving] = useState(false);
  const [otherId, setOtherId] = useState<string | null>(null);
  const { reports, agents, agent, subjects, choose } = useReportAgents({ persons: settings.persons, language });
  const live = profileOf(
    settings.profileId ?? (agent?.workbenchId == null ? view.profileId : workbenchProfile(agent.workbenchId)),
    settings.customProfiles,
  );
  const profiles = useMemo(
    () => [...profileInfos.map(({ profile }) => profile), ...settings.customProfiles],
    [settings.customProfiles],
  );
  const other = profiles.find(({ id }) => id === otherId && id !== live.id) ?? null;
  const { days, closeness, compared, recorded, judged, own } = useComparison({
    reports,
    agents,
    agent,
    live,
    other,
    today,
  });
  const { open, openTurn, onOpen } = useExplaining({ agent, days, recorded, own, live, language, attempt });
  const { card, forget } = useCloseness({
    compared: { closeness, comparedDays: compared },
    live,
    profiles,
    judged,
    recorded,
    t,
    attempt,
  });
  const rederivation = useRederivation();

  const { draft } = drafting;
  const draftWorkbench = draft?.workbenchId ?? null;
  const workbenches = useMemo(() => {
    const ids = new Set([
      ...reports.accounts.map(({ workbenchId }) => workbenchId),
      ...reportFormats.map(({ workbenchId }) => workbenchId),
      ...(draftWorkbench === null ? [] : [draftWorkbench]),
    ]);
    return [...ids].map((id) => ({ id, name: workbenchName(id, language) }));
  }, [reports, draftWorkbench, language]);

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
  return (
    <CalibrationPage
      importing={{
        onFile: (file) => attempt(drafting.open(file)),
        fileProblem: drafting.fileProblem,
        reports: reportFormats.map(({ name, basis }) => ({ name: language === 'en' ? name.en : name.zh, basis })),
        today,
        knownAgents: [...new Set(agents.map((one) => one.agent))],
        workbenches,
        readValue: (figure, text) => valueOfCell(figure, text, 'auto'),
        onTyped: (line, workbenchId) => {
          forget();
          const report = { kind: 'typed' as const, name: '', format: null, workbenchId, lines: [line], skipped: 0 };
          attempt(sendMessage('savePlatformReport', { report }));
        },
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
        profiles: profiles.map((profile) => ({ id: profile.id, name: nameOfProfile(profile, t) })),
        live: card.live,
        otherId: other?.id ?? null,
        days,
        open,
        openTurn,
        timeZone: live.timeZone,
        onAgent: (key) => {
          choose(key);
          onOpen(null);
          forget();
        },
        onSubject: (name, subject) => {
          forget();
          attempt(sendMessage('setReportAgent', { agent: name, subject }));
        },
        onOther: setOtherId,
        onOpen,
      }}
      closeness={agent === null ? null : card}
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
