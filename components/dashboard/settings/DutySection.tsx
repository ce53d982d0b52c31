import { useState } from 'react';
import { IconButton } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';
import { TextField } from '../controls/TextField';
import type { SettingsSectionProps } from './settingsChange';

/** Who works at this computer, and who is on duty now. */
export function DutySection({ settings, onChange }: SettingsSectionProps) {
  const t = useT();
  const [name, setName] = useState('');
  const { persons, person } = settings;
  const wanted = name.trim();
  const exists = persons.includes(wanted);
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
        {...(persons.length === 0 ? { hint: t('settings:duty.none') } : {})}
      >
        {persons.length === 0 ? null : (
          <ul className="mh-chips" aria-label={t('settings:duty.persons')}>
            {persons.map((each) => (
              <li key={each} className="mh-chips__item">
                {each}
                <IconButton
                  icon="close"
                  label={t('settings:duty.remove', { name: each })}
                  onClick={() =>
                    onChange({
                      persons: persons.filter((other) => other !== each),
                      ...(person === each ? { person: null } : {}),
                    })
                  }
                />
              </li>
            ))}
          </ul>
        )}
        <form
          className="mh-inline"
          onSubmit={(event) => {
            event.preventDefault();
            if (wanted === '' || exists) return;
            onChange({ persons: [...persons, wanted] });
            setName('');
          }}
        >
          <TextField
            label={t('settings:duty.newPerson')}
            placeholder={t('settings:duty.newPerson')}
            value={name}
            onChange={setName}
            maxLength={40}
            autoComplete="off"
            error={exists ? t('settings:duty.exists', { name: wanted }) : null}
          />
          <button type="submit" className="mh-button" disabled={wanted === '' || exists}>
            {t('settings:duty.add')}
          </button>
        </form>
      </SettingRow>
    </Card>
  );
}
