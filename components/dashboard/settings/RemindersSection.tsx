import { useT } from '@/components/i18n/TranslatorContext';
import { toClock, toMinute } from '../clockMinutes';
import { Card } from '../controls/Card';
import { Checkbox } from '../controls/Checkbox';
import { Segments } from '../controls/Segments';
import { SettingRow } from '../controls/SettingRow';
import { TextField } from '../controls/TextField';
import type { SettingsSectionProps } from './settingsChange';

/** 22:00 to 8:00: what stands there when quiet hours are switched on. */
const NIGHT = { fromMinute: 22 * 60, toMinute: 8 * 60 };

/** What sounds or pops up, when not, and who comes first in a peak. */
export function RemindersSection({ settings, onChange }: SettingsSectionProps) {
  const t = useT();
  const { reminders } = settings;
  const quiet = reminders.quietHours;
  const change = (part: Partial<typeof reminders>) => onChange({ reminders: { ...reminders, ...part } });
  return (
    <Card title={t('settings:section.reminders')}>
      <SettingRow label={t('settings:reminders.when')}>
        <div className="mh-checks">
          <Checkbox
            label={t('settings:reminders.tone')}
            hint={t('settings:reminders.toneHint')}
            checked={reminders.tone}
            onChange={(tone) => change({ tone })}
          />
          <Checkbox
            label={t('settings:reminders.notification')}
            checked={reminders.notification}
            onChange={(notification) => change({ notification })}
          />
          <Checkbox
            label={t('settings:reminders.quiet')}
            hint={t('settings:reminders.quietHint')}
            checked={quiet !== null}
            onChange={(on) => change({ quietHours: on ? NIGHT : null })}
          />
        </div>
        {quiet === null ? null : (
          <span className="mh-range">
            <TextField
              type="time"
              label={t('settings:reminders.quietFrom')}
              value={toClock(quiet.fromMinute)}
              onChange={(value) =>
                change({ quietHours: { ...quiet, fromMinute: toMinute(value) ?? quiet.fromMinute } })
              }
            />
            <span aria-hidden="true">–</span>
            <TextField
              type="time"
              label={t('settings:reminders.quietTo')}
              value={toClock(quiet.toMinute)}
              onChange={(value) => change({ quietHours: { ...quiet, toMinute: toMinute(value) ?? quiet.toMinute } })}
            />
          </span>
        )}
      </SettingRow>
      <SettingRow label={t('settings:reminders.peakSort')}>
        <Segments
          label={t('settings:reminders.peakSort')}
          value={settings.peakSort}
          options={(['aboutToBeLate', 'longest'] as const).map((value) => ({
            value,
            label: t(`settings:reminders.${value}`),
          }))}
          onChange={(peakSort) => onChange({ peakSort })}
        />
      </SettingRow>
    </Card>
  );
}
