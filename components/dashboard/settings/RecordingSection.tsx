import { Button } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { StatusDot } from '@/components/design/StatusDot';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';
import { StoredLines } from '../StoredLines';
import { dateAndMinute } from '../timeOfDay';
import type { SettingsSectionProps } from './settingsChange';

const RETENTION_DAYS = [0, 7, 30, 90, 180, 365];

interface RecordingSectionProps extends SettingsSectionProps {
  timeZone: string;
  onConsent: (consented: boolean) => void;
}

/** Consent, what is stored, and how long text stays. */
export function RecordingSection({ settings, onChange, timeZone, onConsent }: RecordingSectionProps) {
  const t = useT();
  const { consentedAt, pausedAt, retentionDays } = settings;
  const state = consentedAt === null ? 'noConsent' : pausedAt === null ? 'recording' : 'paused';
  const days = [...new Set([...RETENTION_DAYS, retentionDays])].sort((a, b) => a - b);
  return (
    <Card title={t('settings:section.recording')}>
      <SettingRow
        label={t('settings:recording.state')}
        {...(consentedAt === null ? {} : { hint: t('settings:recording.stopHint') })}
      >
        <span className={`mh-status mh-status--${state}`}>
          <StatusDot state={state} />
          {t(`common:state.${state}`)}
        </span>
        {consentedAt === null ? (
          <Button kind="primary" onClick={() => onConsent(true)}>
            {t('settings:recording.start')}
          </Button>
        ) : (
          <>
            <span className="mh-muted">
              {t('settings:recording.since', { time: dateAndMinute(consentedAt, timeZone) })}
            </span>
            <Button onClick={() => onConsent(false)}>{t('settings:recording.stop')}</Button>
          </>
        )}
      </SettingRow>
      <StoredLines title={t('settings:recording.stored')} />
      <SettingRow label={t('settings:recording.retention')} hint={t('settings:recording.retentionHint')}>
        <Select
          label={t('settings:recording.retention')}
          value={String(retentionDays)}
          options={days.map((count) => ({
            value: String(count),
            label:
              count === 0 ? t('settings:recording.retentionOff') : t('settings:recording.retentionDays', { count }),
          }))}
          onChange={(value) => onChange({ retentionDays: Number(value) })}
        />
      </SettingRow>
    </Card>
  );
}
