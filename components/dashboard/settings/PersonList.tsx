import { useState } from 'react';
import { Button, IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { mayBeCalled } from '@/lib/domain/renamed';
import type { Settings } from '@/lib/domain/settings';
import { TextField } from '../controls/TextField';

interface PersonListProps {
  settings: Pick<Settings, 'persons' | 'renamedPersons'>;
  onAdd: (name: string) => void;
  onRemove: (name: string) => void;
  onRename: (from: string, to: string) => void;
}

/** Who works at this computer. Whoever is renamed or removed keeps what is recorded as theirs. */
export function PersonList({ settings, onAdd, onRemove, onRename }: PersonListProps) {
  const t = useT();
  const { persons } = settings;
  const [name, setName] = useState('');
  /** The one who is being renamed; null = a new one is entered. */
  const [renaming, setRenaming] = useState<string | null>(null);
  const wanted = name.trim();
  const isFree = wanted === renaming || mayBeCalled(settings, { from: renaming, to: wanted });
  const taken = persons.includes(wanted)
    ? t('settings:duty.exists', { name: wanted })
    : t('settings:duty.wasCalled', { name: wanted });
  const begin = (person: string | null) => {
    setRenaming(person);
    setName(person ?? '');
  };
  return (
    <>
      {persons.length === 0 ? null : (
        <ul className="mh-chips" aria-label={t('settings:duty.persons')}>
          {persons.map((person) => (
            <li key={person} className="mh-chips__item">
              {person}
              <IconButton
                icon="edit"
                label={t('settings:duty.rename', { name: person })}
                onClick={() => begin(person)}
              />
              <IconButton
                icon="close"
                label={t('settings:duty.remove', { name: person })}
                onClick={() => onRemove(person)}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="mh-inline"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '' || !isFree) return;
          if (renaming === null) onAdd(wanted);
          else if (wanted !== renaming) onRename(renaming, wanted);
          begin(null);
        }}
      >
        <TextField
          label={renaming === null ? t('settings:duty.newPerson') : t('settings:duty.newName', { name: renaming })}
          placeholder={t('settings:duty.newPerson')}
          value={name}
          onChange={setName}
          maxLength={40}
          autoComplete="off"
          error={wanted !== '' && !isFree ? taken : null}
        />
        <button type="submit" className="mh-button" disabled={wanted === '' || !isFree}>
          {renaming === null ? t('settings:duty.add') : t('settings:duty.doRename')}
        </button>
        {renaming === null ? null : <Button onClick={() => begin(null)}>{t('common:cancel')}</Button>}
      </form>
    </>
  );
}
