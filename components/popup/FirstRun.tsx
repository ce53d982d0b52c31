import { Button } from '@/components/design/Button';
import { EmptyState } from '@/components/design/EmptyState';
import { useT } from '@/components/i18n/TranslatorContext';

/** Before consent: three lines on what is stored, and the one button. Nothing is recorded until it is pressed. */
export function FirstRun({ onStart }: { onStart: () => void }) {
  const t = useT();
  return (
    <EmptyState
      title={t('popup:firstRun.title')}
      action={
        <>
          <Button kind="primary" onClick={onStart}>
            {t('common:startRecording')}
          </Button>
          <p className="mh-small mh-muted mh-first-run__asked">{t('popup:firstRun.asked')}</p>
        </>
      }
    >
      <ol className="mh-first-run">
        <li>{t('popup:firstRun.times')}</li>
        <li>{t('popup:firstRun.text')}</li>
        <li>{t('popup:firstRun.local')}</li>
      </ol>
    </EmptyState>
  );
}
