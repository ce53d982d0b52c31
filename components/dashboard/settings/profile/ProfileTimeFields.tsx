import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Profile } from '@/lib/domain/profile';
import { dayStart, zoneOf } from '@/lib/metrics/zone';
import { SettingRow } from '../../controls/SettingRow';
import { TextField } from '../../controls/TextField';
import { dateOf } from '../../timeOfDay';
import type { ProfileFieldProps } from './ProfileFields';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** `08:00` of a time of day; a field cannot say 24:00, which reads 00:00 as an end. */
const clockOf = (ms: number): string => {
  const minutes = Math.round((ms % dayMs) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
const msOf = (clock: string): number | null => {
  const found = /^(\d{2}):(\d{2})/.exec(clock);
  return found === null ? null : Number(found[1]) * hourMs + Number(found[2]) * 60_000;
};

/** The hours that count: all day, or from when to when by whose start. */
export function WindowField({ profile: { window }, onChange }: ProfileFieldProps) {
  const t = useT();
  const label = t('settings:rule.window');
  const kind = window === null ? 'allDay' : window.key;
  const change = (next: Partial<NonNullable<Profile['window']>>) =>
    onChange({ window: { fromMs: 8 * hourMs, toMs: 23 * hourMs, key: 'turn', ...window, ...next } });
  const toMs = (clock: string) => {
    const at = msOf(clock);
    return at === 0 ? dayMs : at;
  };
  return (
    <SettingRow label={label} hint={t('settings:profileEditor.hint.window')}>
      <Select
        label={label}
        value={kind}
        options={(['allDay', 'turn', 'session'] as const).map((value) => ({
          value,
          label: t(`settings:profileEditor.windowKind.${value}`),
        }))}
        onChange={(value) => (value === 'allDay' ? onChange({ window: null }) : change({ key: value }))}
      />
      {window === null ? null : (
        <span className="mh-range mh-range--times">
          <TextField
            type="time"
            label={t('settings:profileEditor.windowFrom')}
            value={clockOf(window.fromMs)}
            onChange={(clock) => {
              const fromMs = msOf(clock);
              if (fromMs !== null) change({ fromMs });
            }}
          />
          <span aria-hidden="true">–</span>
          <TextField
            type="time"
            label={t('settings:profileEditor.windowTo')}
            value={clockOf(window.toMs)}
            onChange={(clock) => {
              const end = toMs(clock);
              if (end !== null) change({ toMs: end });
            }}
          />
        </span>
      )}
    </SettingRow>
  );
}

/** When a day starts. */
export function DayStartField({ profile, onChange }: ProfileFieldProps) {
  const t = useT();
  const label = t('settings:profileEditor.field.dayStartsAtMs');
  return (
    <SettingRow label={label} hint={t('settings:profileEditor.hint.dayStartsAtMs')}>
      <TextField
        type="time"
        label={label}
        value={clockOf(profile.dayStartsAtMs)}
        onChange={(clock) => {
          const dayStartsAtMs = msOf(clock);
          if (dayStartsAtMs !== null) onChange({ dayStartsAtMs });
        }}
      />
    </SettingRow>
  );
}

/** From which day perfunctory replies are none; empty = they are replies. */
export function PerfunctoryField({ profile, onChange }: ProfileFieldProps) {
  const t = useT();
  const label = t('settings:rule.perfunctorySinceMs');
  const { perfunctorySinceMs: since, timeZone, dayStartsAtMs } = profile;
  return (
    <SettingRow label={label} hint={t('settings:profileEditor.hint.perfunctorySinceMs')}>
      <TextField
        type="date"
        label={label}
        value={since === null ? '' : dateOf(since, timeZone)}
        onChange={(date) => {
          const day = Date.parse(date) / dayMs;
          onChange({ perfunctorySinceMs: date === '' ? null : dayStart(zoneOf(timeZone), day, dayStartsAtMs) });
        }}
      />
    </SettingRow>
  );
}

const isZone = (name: string): boolean => {
  try {
    return zoneOf(name).name === name && name !== '';
  } catch {
    return false;
  }
};

/** The zone of days and hours; this computer's is one press away. */
export function ZoneField({ profile, onChange, browserZone }: ProfileFieldProps & { browserZone: string }) {
  const t = useT();
  const label = t('settings:profileEditor.field.timeZone');
  // What is typed, while it is no zone yet.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? profile.timeZone;
  return (
    <SettingRow label={label} hint={t('settings:profileEditor.hint.timeZone')}>
      <TextField
        label={label}
        value={text}
        autoComplete="off"
        error={isZone(text.trim()) ? null : t('settings:profileEditor.badZone')}
        onChange={(next) => {
          const timeZone = next.trim();
          setTyped(isZone(timeZone) ? null : next);
          if (isZone(timeZone)) onChange({ timeZone });
        }}
      />
      {browserZone === profile.timeZone ? null : (
        <Button
          small
          onClick={() => {
            setTyped(null);
            onChange({ timeZone: browserZone });
          }}
        >
          {t('settings:profileEditor.useZone', { zone: browserZone })}
        </Button>
      )}
    </SettingRow>
  );
}
