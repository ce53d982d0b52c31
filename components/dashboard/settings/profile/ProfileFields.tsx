import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Profile } from '@/lib/domain/profile';
import { Checkbox } from '../../controls/Checkbox';
import { SettingRow } from '../../controls/SettingRow';
import { NumberField } from '../NumberField';

/** What every row of the editor gets. */
export interface ProfileFieldProps {
  profile: Profile;
  onChange: (change: Partial<Profile>) => void;
}

type ChoiceName = 'clock' | 'average' | 'closing' | 'clockAfterRobot' | 'offDutyTurns' | 'transferredOut' | 'rateUnit';
type FlagName = 'autoReplyEndsTurn' | 'splitByDay' | 'averageIncludesFirst';
type DurationName =
  | 'sessionIdleMs'
  | 'reopenWithinMs'
  | 'longestOpenMs'
  | 'capMs'
  | 'unansweredCountsAsMs'
  | 'closingGraceMs';

/** Parameters whose name is that of the rule in the list of rules. */
const RULES = [
  'clock',
  'answeredBy',
  'window',
  'capMs',
  'unansweredCountsAsMs',
  'averageIncludesFirst',
  'average',
  'closing',
  'transferredOut',
  'rateUnit',
  'offDutyTurns',
  'perfunctorySinceMs',
  'autoReplyEndsTurn',
  'clockAfterRobot',
] as const;

function isRule(name: string): name is (typeof RULES)[number] {
  return RULES.some((rule) => rule === name);
}

/** A parameter's name, the words of the list of rules first. */
export function useFieldName(): (name: (typeof RULES)[number] | 'splitByDay' | DurationName) => string {
  const t = useT();
  return (name) => (isRule(name) ? t(`settings:rule.${name}`) : t(`settings:profileEditor.field.${name}`));
}

/** One of a few words. */
export function ChoiceField<Name extends ChoiceName>({
  profile,
  onChange,
  name,
  options,
}: ProfileFieldProps & { name: Name; options: readonly Profile[Name][] }) {
  const t = useT();
  const label = useFieldName()(name);
  const which: ChoiceName = name;
  const wordOf = (value: Profile[ChoiceName]) => t(`settings:ruleValue.${value}`);
  return (
    <SettingRow label={label} hint={t(`settings:profileEditor.hint.${which}`)}>
      <Select
        label={label}
        value={profile[name]}
        options={options.map((value) => ({ value, label: wordOf(value) }))}
        onChange={(value) => onChange({ [name]: value })}
      />
    </SettingRow>
  );
}

/** Yes or no. */
export function FlagField({ profile, onChange, name }: ProfileFieldProps & { name: FlagName }) {
  const t = useT();
  const label = useFieldName()(name);
  return (
    <SettingRow label={label} hint={t(`settings:profileEditor.hint.${name}`)}>
      <Checkbox label={label} checked={profile[name]} onChange={(on) => onChange({ [name]: on })} />
    </SettingRow>
  );
}

const unitMs = { seconds: 1000, minutes: 60_000, hours: 3_600_000 } as const;

/** A duration in its unit; `mayBeEmpty` stands for null. */
export function DurationField({
  profile,
  onChange,
  name,
  unit,
  mayBeEmpty = false,
}: ProfileFieldProps & { name: DurationName; unit: keyof typeof unitMs; mayBeEmpty?: boolean }) {
  const t = useT();
  const label = useFieldName()(name);
  const value = profile[name];
  return (
    <SettingRow label={label} hint={t(`settings:profileEditor.hint.${name}`)}>
      <NumberField
        label={label}
        value={value === null ? null : value / unitMs[unit]}
        mayBeEmpty={mayBeEmpty}
        isUsable={(typed) => typed >= 0 && typed * unitMs[unit] <= 366 * 86_400_000}
        error={t('settings:profileEditor.badNumber')}
        onChange={(typed) => onChange({ [name]: typed === null ? null : Math.round(typed * unitMs[unit]) })}
      />
      <span className="mh-muted">{t(`settings:profileEditor.unit.${unit}`)}</span>
    </SettingRow>
  );
}
