import { useCallback, useState } from 'react';
import { ExportPage } from '@/components/dashboard/export/ExportPage';
import type { ExportRequest, SpanChoice } from '@/lib/domain/exportRequest';
import { dailyReport } from '@/lib/exports/dailyReport';
import { dailyReportInput } from '@/lib/exports/dailyReportInput';
import { datesOf, spanOf } from '@/lib/exports/span';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { updateSettings } from '@/lib/settings/settingsStore';
import { readDayCorrections } from '@/lib/storage/liveQueries/dayCorrections';
import { countSpan, type ExportDataRequest } from '@/lib/storage/liveQueries/exportData';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { workbenchProfile } from '@/lib/workbenches/registry';
import { download } from './download';
import { makeExport } from './makeExport';
import type { PageProps } from './pageProps';
import { useCopied } from './useCopied';
import { useDay } from './useDay';
import { useThrottledQuery } from './useThrottledQuery';

/** 导出: files of a span, and the line of 复制日报. */
export function ExportRoute({ settings, view, translator: { t }, attempt }: PageProps) {
  const { date, from, to } = useDay(view, settings);
  const [span, setSpan] = useState<SpanChoice>({ kind: 'today' });
  const [running, setRunning] = useState(false);
  const [copied, copy] = useCopied(attempt);
  const { targets, profileId } = view;

  const dataOf = useCallback(
    (choice: SpanChoice): ExportDataRequest => {
      const profile = profileOf(profileId, settings.customProfiles);
      const now = Date.now();
      const profileFor = (id: string) => profileOf(settings.profileId ?? workbenchProfile(id), settings.customProfiles);
      return { profile, profileFor, targets, settings, now, ...spanOf(choice, now, profile) };
    },
    [profileId, targets, settings],
  );
  // The targets are new with each view; what a span holds does not depend on them.
  const count = useCallback(
    async (database: ReadableDatabase) => {
      const profile = profileOf(profileId, settings.customProfiles);
      const now = Date.now();
      const { first, last } = datesOf(span, now, profile);
      const held = await countSpan(database, { profile, ...spanOf(span, now, profile) });
      return { from: first, to: last, ...held };
    },
    [profileId, settings.customProfiles, span],
  );
  const summary = useThrottledQuery({ read: count });
  const readCorrections = useCallback(
    async (database: ReadableDatabase) => readDayCorrections(database, { from, to }),
    [from, to],
  );
  const read = useThrottledQuery({ read: readCorrections });
  const corrections = read?.kind === 'value' ? read.value : [];

  const run = async (request: ExportRequest) => {
    setRunning(true);
    try {
      for (const file of await makeExport(request, dataOf(request.span), t)) download(file);
    } finally {
      setRunning(false);
    }
  };
  const line = dailyReport(settings.dailyReport, dailyReportInput(view, settings, corrections), t);
  return (
    <ExportPage
      today={date}
      summary={summary?.kind === 'value' ? summary.value : null}
      onSpan={setSpan}
      onExport={(request) => attempt(run(request))}
      running={running}
      reportLine={line}
      reportFields={settings.dailyReport}
      onReportFields={(dailyReportFields) => attempt(updateSettings(() => ({ dailyReport: dailyReportFields })))}
      onCopyReport={() => copy(line)}
      copied={copied}
    />
  );
}
