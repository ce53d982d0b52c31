import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import type { DashboardFrameProps } from './DashboardFrame';
import { timeToMinute } from './timeOfDay';

type StatusBannerProps = Pick<
  DashboardFrameProps,
  'page' | 'consented' | 'pausedAt' | 'tabs' | 'storageProblem' | 'timeZone' | 'onPage' | 'onPause'
>;

/** What keeps messages from being recorded, each with what to do. Nothing when all is well. */
export function StatusBanner({ page, consented, pausedAt, tabs, storageProblem, timeZone, ...on }: StatusBannerProps) {
  const t = useT();
  if (storageProblem !== null) {
    return (
      <Notice tone="error" action={{ label: t('dashboard:status.show'), onAction: () => on.onPage('diagnostics') }}>
        {t('dashboard:status.storageBroken', { reason: storageProblem })}
      </Notice>
    );
  }
  if (!consented) {
    // What will be stored stands beside the button in the settings: there it is pressed, having been read.
    const there = page === 'settings';
    return (
      <Notice
        tone="warning"
        {...(there ? {} : { action: { label: t('common:startRecording'), onAction: () => on.onPage('settings') } })}
      >
        {t('dashboard:status.noConsent')}
      </Notice>
    );
  }
  return (
    <>
      {pausedAt === null ? null : (
        <Notice tone="warning" action={{ label: t('common:resume'), onAction: () => on.onPause(false) }}>
          {t('dashboard:status.pausedSince', { time: timeToMinute(pausedAt, timeZone) })}
        </Notice>
      )}
      {tabs.map(({ tabId, workbenchName, status }) =>
        status.state === 'notReading' ? (
          <Notice
            key={tabId}
            tone="error"
            action={{ label: t('dashboard:status.show'), onAction: () => on.onPage('workbenches') }}
          >
            {t('dashboard:status.notReading', {
              workbench: workbenchName,
              problem: t(`common:problem.${status.problem}`),
              time: timeToMinute(status.since, timeZone),
            })}
          </Notice>
        ) : null,
      )}
    </>
  );
}
