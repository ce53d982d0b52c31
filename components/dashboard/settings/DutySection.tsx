import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';
import { PersonCorrection, type PersonCorrectionSpan } from './PersonCorrection';
import { PersonList } from './PersonList';
import { ShiftList } from './ShiftList';
import type { SettingsSectionProps } from './settingsChange';

export interface DutySectionProps {
  /** YYYY-MM-DD. */
  today: string;
  /** How many messages the last correction of a person moved; null = none was made. */
  corrected: number | null;
  onRenamePerson: (from: string, to: string) => void;
  onCorrectPerson: (span: PersonCorrectionSpan) => void;
}

/** 客服与班次: who works at this computer, who is on duty now, and when. */
export function DutySection({ settings, onChange, ...props }: SettingsSectionProps & DutySectionProps) {
  const t = useT();
  const { persons, person, shifts } = settings;
  return (
    <Card title={t('settings:section.duty')}>
      <SettingRow label={t('settings:duty.person')}>
        <Select
          label={t('settings:duty.person')}
          value={person ?? ''}
          options={[
            { value: '', label: t('common:noPerson') },
            ...persons.map((each) => ({ value: each, label: each })),
          ]}
          onChange={(value) => onChange({ person: value === '' ? null : value })}
        />
      </SettingRow>
      <SettingRow
        label={t('settings:duty.persons')}
        hint={persons.length === 0 ? t('settings:duty.none') : t('settings:duty.kept')}
      >
        <PersonList
          settings={settings}
          onAdd={(name) => onChange({ persons: [...persons, name] })}
          onRemove={(name) =>
            onChange({
              persons: persons.filter((other) => other !== name),
              ...(person === name ? { person: null } : {}),
            })
          }
          onRename={props.onRenamePerson}
        />
      </SettingRow>
      {persons.length === 0 ? null : (
        <SettingRow label={t('settings:duty.correction')} hint={t('settings:duty.correctionHint')}>
          <PersonCorrection
            persons={persons}
            today={props.today}
            corrected={props.corrected}
            onCorrect={props.onCorrectPerson}
          />
        </SettingRow>
      )}
      <SettingRow label={t('settings:shift.title')} hint={t(`settings:shift.${shifts.length === 0 ? 'none' : 'hint'}`)}>
        <ShiftList shifts={shifts} onChange={(changed) => onChange({ shifts: changed })} />
      </SettingRow>
    </Card>
  );
}
