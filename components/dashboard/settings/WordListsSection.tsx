import { useState } from 'react';
import { Button, IconButton } from '@/components/design/Button';
import { Tag } from '@/components/design/Tag';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Settings } from '@/lib/domain/settings';
import { closingWords } from '@/lib/metrics/classify/closing';
import { perfunctoryWords } from '@/lib/metrics/classify/perfunctory';
import { Card } from '../controls/Card';
import { TextField } from '../controls/TextField';
import type { SettingsSectionProps } from './settingsChange';

type ListName = keyof Settings['wordLists'];

const shipped: Record<ListName, readonly string[]> = { closing: closingWords, perfunctory: perfunctoryWords };
const MOST = 500;

/** The word lists that say which messages are closing and which replies perfunctory; saved as a whole. */
export function WordListsSection({ settings, onChange }: SettingsSectionProps) {
  const t = useT();
  const [draft, setDraft] = useState<Partial<Settings['wordLists']>>({});
  const lists = { ...settings.wordLists, ...draft };
  const changed = JSON.stringify(lists) !== JSON.stringify(settings.wordLists);
  return (
    <Card title={t('settings:profileEditor.words.title')}>
      {(['closing', 'perfunctory'] as const).map((name) => (
        <WordList
          key={name}
          name={name}
          words={lists[name] ?? shipped[name]}
          isShipped={lists[name] === null}
          onWords={(words) => setDraft({ ...draft, [name]: words })}
        />
      ))}
      <div className="mh-card__foot">
        <Button
          kind="primary"
          disabled={!changed}
          onClick={() => {
            onChange({ wordLists: lists });
            setDraft({});
          }}
        >
          {t('settings:profileEditor.words.save')}
        </Button>
        <Button disabled={!changed} onClick={() => setDraft({})}>
          {t('settings:profileEditor.revert')}
        </Button>
      </div>
      <p className="mh-card__note mh-muted">{t('settings:profileEditor.words.saveHint')}</p>
    </Card>
  );
}

interface WordListProps {
  name: ListName;
  words: readonly string[];
  isShipped: boolean;
  /** null = as shipped. */
  onWords: (words: string[] | null) => void;
}

function WordList({ name, words, isShipped, onWords }: WordListProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const list = t(`settings:profileEditor.words.${name}`);
  const label = t('settings:profileEditor.words.newWord', { list });
  const wanted = typed.trim();
  const exists = words.includes(wanted);
  const full = words.length >= MOST;
  return (
    <div className="mh-card__part">
      <h3 className="mh-card__part-title">
        {list}{' '}
        {name === 'perfunctory' ? (
          <Tag text={t('settings:measuring.assumed')} title={t('settings:measuring.assumedHint')} />
        ) : null}
      </h3>
      <p className="mh-setting__hint">{t(`settings:profileEditor.words.${name}Hint`)}</p>
      <ul className="mh-chips mh-words" aria-label={list}>
        {words.map((word) => (
          <li key={word} className="mh-chips__item">
            {word}
            <IconButton
              icon="close"
              label={t('settings:profileEditor.words.remove', { word })}
              onClick={() => onWords(words.filter((other) => other !== word))}
            />
          </li>
        ))}
      </ul>
      <form
        className="mh-inline mh-words"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '' || exists || full) return;
          onWords([...words, wanted]);
          setTyped('');
        }}
      >
        <TextField
          label={label}
          placeholder={label}
          value={typed}
          maxLength={40}
          autoComplete="off"
          error={
            exists
              ? t('settings:profileEditor.words.exists')
              : full && wanted !== ''
                ? t('settings:profileEditor.words.full')
                : null
          }
          onChange={setTyped}
        />
        <button type="submit" className="mh-button" disabled={wanted === '' || exists || full}>
          {t('settings:profileEditor.words.add')}
        </button>
        <Button disabled={isShipped} onClick={() => onWords(null)}>
          {t('settings:profileEditor.words.reset')}
        </Button>
      </form>
    </div>
  );
}
