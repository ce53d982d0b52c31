import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import { formatTimeOfDay } from '@/lib/metrics/format/timeOfDay';
import type { OverlayProps } from './overlayProps';

/** Says why the tab is not recording, since when, and what to do; nothing while it is. */
export function StatusNotice({ status, onRecognise, onResume, onStart }: OverlayProps) {
  const t = useT();
  if (status.state === 'recording') return null;
  if (status.state === 'noConsent') {
    return (
      <Notice tone="warning" shape="flow" action={{ label: t('common:startRecording'), onAction: onStart }}>
        {t('overlay:noConsent')}
      </Notice>
    );
  }
  const since = formatTimeOfDay(status.since);
  if (status.state === 'paused') {
    return (
      <Notice tone="warning" shape="flow" action={{ label: t('common:resume'), onAction: onResume }}>
        {t('overlay:paused', { since })}
      </Notice>
    );
  }
  return (
    <Notice tone="error" shape="flow" action={{ label: t('overlay:recognise'), onAction: onRecognise }}>
      {t('overlay:notReading', { problem: t(`common:problem.${status.problem}`), since })}
    </Notice>
  );
}
