import { useMemo } from 'react';
import { browser } from 'wxt/browser';
import { DashboardFrame } from '@/components/dashboard/DashboardFrame';
import { Welcome } from '@/components/dashboard/Welcome';
import { Notice } from '@/components/design/Notice';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { createTranslator } from '@/lib/i18n/translator';
import { sendMessage } from '@/lib/messaging/protocol';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { useDocumentLooks } from '@/lib/settings/useDocumentLooks';
import { useSettings } from '@/lib/settings/useSettings';
import { DiagnosticsRoute } from './DiagnosticsRoute';
import { Page } from './Page';
import { useAttempt } from './useAttempt';
import { useHashPage } from './useHashPage';
import { useLiveView } from './useLiveView';

/** The dashboard: welcome before the first consent, afterwards the page that the address names. */
export function DashboardRoot() {
  const settings = useSettings();
  const [hashPage, goTo] = useHashPage();
  const { failure, attempt, forget } = useAttempt();
  const translator = useMemo(
    () => createTranslator(settings?.language ?? 'auto', browser.i18n.getUILanguage()),
    [settings?.language],
  );
  const { t, language } = translator;
  useDocumentLooks(settings, language);
  const reading = useLiveView(settings, language);
  if (settings === null || reading === null || (reading.kind === 'value' && reading.value === null)) return null;

  const consented = settings.consentedAt !== null;
  if (hashPage === 'welcome' && !consented) {
    return (
      <TranslatorProvider translator={translator}>
        <Welcome onStart={() => attempt(sendMessage('startRecording', { origin: null }))} />
      </TranslatorProvider>
    );
  }
  const page = hashPage === 'welcome' ? 'today' : hashPage;
  const live = reading.kind === 'value' ? reading.value : null;
  const view = live?.view ?? null;
  const storageProblem = reading.kind === 'broken' ? reading.reason : null;
  const { timeZone } = profileOf(
    view?.profileId ?? settings.profileId,
    (live?.generation.settings ?? settings).customProfiles,
  );
  return (
    <TranslatorProvider translator={translator}>
      <DashboardFrame
        page={page}
        onPage={(next) => {
          forget();
          goTo(next);
        }}
        consented={consented}
        pausedAt={settings.pausedAt}
        tabs={view?.tabs ?? []}
        storageProblem={storageProblem}
        persons={settings.persons}
        person={settings.person}
        timeZone={timeZone}
        onPerson={(person) => attempt(sendMessage('setPerson', { person }))}
        onPause={(paused) => attempt(sendMessage('setPaused', { paused }))}
      >
        {failure === null ? null : (
          <Notice tone="error" action={{ label: t('common:close'), onAction: forget }}>
            {t('dashboard:failed', { reason: failure })}
          </Notice>
        )}
        {live === null || page === 'diagnostics' ? (
          <DiagnosticsRoute {...{ translator, attempt, storageProblem, timeZone }} />
        ) : (
          <Page page={page} settings={settings} {...live} translator={translator} attempt={attempt} />
        )}
      </DashboardFrame>
    </TranslatorProvider>
  );
}
