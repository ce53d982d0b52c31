import { StatusDot } from '@/components/design/StatusDot';
import { useT } from '@/components/i18n/TranslatorContext';
import type { WorkbenchTab } from '@/lib/domain/live';

interface StatusLineProps {
  consented: boolean;
  paused: boolean;
  broken: boolean;
  tabs: readonly WorkbenchTab[];
}

/** Whether recording runs, in a dot and its word: one tab that is not read makes it red. */
export function StatusLine({ consented, paused, broken, tabs }: StatusLineProps) {
  const t = useT();
  const reading = tabs.filter(({ status }) => status.state === 'recording').length;
  const failing = broken || tabs.some(({ status }) => status.state === 'notReading');
  const state = !consented ? 'noConsent' : failing ? 'notReading' : paused ? 'paused' : 'recording';
  const none = state === 'recording' && reading === 0;
  const words =
    state !== 'recording'
      ? t(`common:state.${state}`)
      : none
        ? t('dashboard:status.noTabs')
        : t('dashboard:status.recordingTabs', { count: reading });
  return (
    <output className={`mh-status mh-status--${state}`}>
      <StatusDot state={none ? 'noConsent' : state} />
      {words}
    </output>
  );
}
