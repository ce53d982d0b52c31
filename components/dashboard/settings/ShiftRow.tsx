import { useState } from 'react';
import { Button, IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Shift } from '@/lib/domain/duty';
import { toClock, toMinute } from '../clockMinutes';
import { TextField } from '../controls/TextField';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

interface ShiftRowProps {
  shift: Shift;
  onChange: (shift: Shift) => void;
  onRemove: () => void;
}

/** One shift: name, hours, days of the week. What is typed holds when the field is left: every figure hangs on it. */
export function ShiftRow({ shift, onChange, onRemove }: ShiftRowProps) {
  const t = useT();
  const { name, fromMinute, toMinute: endMinute, days } = shift;
  const stored = { name, from: toClock(fromMinute), to: toClock(endMinute) };
  /** What is being typed; null = nothing. */
  const [typed, setTyped] = useState<typeof stored | null>(null);
  const draft = typed ?? stored;
  const commit = () => {
    const from = toMinute(draft.from);
    const to = toMinute(draft.to);
    const named = draft.name.trim();
    setTyped(null);
    if (from === null || to === null || named === '') return;
    if (from === fromMinute && to === endMinute && named === name) return;
    onChange({ ...shift, name: named, fromMinute: from, toMinute: to });
  };
  return (
    <fieldset className="mh-shift" aria-label={name}>
      <TextField
        label={t('settings:shift.name')}
        value={draft.name}
        maxLength={20}
        onChange={(value) => setTyped({ ...draft, name: value })}
        onBlur={commit}
      />
      <TextField
        type="time"
        label={t('settings:shift.from')}
        value={draft.from}
        onChange={(value) => setTyped({ ...draft, from: value })}
        onBlur={commit}
      />
      <span aria-hidden="true">–</span>
      <TextField
        type="time"
        label={t('settings:shift.to')}
        value={draft.to}
        onChange={(value) => setTyped({ ...draft, to: value })}
        onBlur={commit}
      />
      <IconButton icon="trash" label={t('settings:shift.remove', { name })} onClick={onRemove} />
      <span className="mh-shift__days">
        {DAYS.map((dayName, index) => {
          const day = index + 1;
          const on = days.includes(day);
          const next = on ? days.filter((other) => other !== day) : [...days, day].sort((a, b) => a - b);
          return (
            <Button
              key={day}
              small
              kind="quiet"
              aria-pressed={on}
              aria-label={t(`settings:shift.dayLong.${dayName}`)}
              disabled={next.length === 0}
              onClick={() => onChange({ ...shift, days: next })}
            >
              {t(`settings:shift.day.${dayName}`)}
            </Button>
          );
        })}
        {endMinute <= fromMinute ? <span className="mh-muted">{t('settings:shift.overMidnight')}</span> : null}
      </span>
    </fieldset>
  );
}
