import { useCallback } from 'react';
import { browser } from 'wxt/browser';
import { type DiagnosticError, DiagnosticsPage } from '@/components/dashboard/diagnostics/DiagnosticsPage';
import type { Translator } from '@/lib/i18n/translator';
import type { ReadableDatabase } from '@/lib/storage/liveQueries/openForReading';
import { readStoreCounts } from '@/lib/storage/liveQueries/storeCounts';
import { readTroubles, type Trouble } from '@/lib/storage/liveQueries/troubles';
import { workbenchName } from '@/lib/workbenches/registry';
import type { PageProps } from './pageProps';
import { useCopied } from './useCopied';
import { useSettingsProblems } from './useSettingsProblems';
import { useStorageEstimate } from './useStorageEstimate';
import { useThrottledQuery } from './useThrottledQuery';

interface DiagnosticsRouteProps extends Pick<PageProps, 'translator' | 'attempt'> {
  /** Why the database cannot be read; null = it can. */
  storageProblem: string | null;
  timeZone: string;
}

/** 诊断: whether everything works inside. Needs no readable database. */
export function DiagnosticsRoute({ translator, attempt, storageProblem, timeZone }: DiagnosticsRouteProps) {
  const read = useCallback(async (database: ReadableDatabase) => {
    const [counts, troubles] = await Promise.all([readStoreCounts(database), readTroubles(database)]);
    return { counts, troubles };
  }, []);
  const found = useThrottledQuery({ read });
  const value = found?.kind === 'value' ? found.value : null;
  const problem = storageProblem ?? (found?.kind === 'broken' ? found.reason : null);
  const storage = useStorageEstimate(value?.counts.entries);
  const settingsProblems = useSettingsProblems();
  const [copied, copy] = useCopied(attempt);
  const { version } = browser.runtime.getManifest();
  const errors = (value?.troubles ?? []).map((trouble) => errorOf(trouble, translator));
  return (
    <DiagnosticsPage
      version={version}
      storageProblem={problem}
      storage={storage}
      counts={value?.counts ?? null}
      settingsProblems={settingsProblems}
      errors={errors}
      timeZone={timeZone}
      onCopy={() =>
        copy(
          JSON.stringify(
            {
              version,
              browser: navigator.userAgent,
              storageProblem: problem,
              storage,
              counts: value?.counts ?? null,
              settingsProblems,
              troubles: value?.troubles ?? [],
            },
            null,
            2,
          ),
        )
      }
      copied={copied}
    />
  );
}

function errorOf({ kind, problem, workbenchId, at, times }: Trouble, { t, language }: Translator): DiagnosticError {
  return {
    key: `${kind}|${problem}|${workbenchId}`,
    at,
    times,
    where: workbenchId === null ? t('dashboard:diagnostics.everywhere') : workbenchName(workbenchId, language),
    what: problem === null ? t(`dashboard:diagnostics.trouble.${kind}`) : t(`common:problem.${problem}`),
  };
}
