import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Shift } from '@/lib/domain/duty';
import { ShiftRow } from './ShiftRow';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The shifts of whoever works here; outside of them it is off duty. */
export function ShiftList({ shifts, onChange }: { shifts: readonly Shift[]; onChange: (shifts: Shift[]) => void }) {
  const t = useT();
  const last = shifts.at(-1);
  const next: Shift =
    last === undefined
      ? { name: t('settings:shift.early'), fromMinute: 9 * 60, toMinute: 17 * 60, days: EVERY_DAY }
      : { name: t('settings:shift.late'), fromMinute: last.toMinute, toMinute: 60, days: last.days };
  return (
    <div className="mh-shifts">
      {shifts.map((shift, index) => (
        <ShiftRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row holds nothing of its own but what is being typed
          key={index}
          shift={shift}
          onChange={(changed) => onChange(shifts.map((other, at) => (at === index ? changed : other)))}
          onRemove={() => onChange(shifts.filter((_, at) => at !== index))}
        />
      ))}
      <Button icon="plus" onClick={() => onChange([...shifts, next])}>
        {t('settings:shift.add')}
      </Button>
    </div>
  );
}
