import { useState } from 'react';
import { IconButton } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import { CARE_KINDS, type CareKind, type CareLevel, type OwnCareWord } from '@/lib/domain/care';
import { Card } from '../controls/Card';
import { TextField } from '../controls/TextField';

interface OwnCareWordsProps {
  added: readonly OwnCareWord[];
  platforms: readonly { id: string; name: string }[];
  /** The one whose lists are shown. */
  platform: string;
  onChange: (added: OwnCareWord[]) => void;
}

const LEVELS: readonly CareLevel[] = ['mark', 'ask'];

/** The agent's own words, each with its kind, its level and where it counts. */
export function OwnCareWords({ added, platforms, platform, onChange }: OwnCareWordsProps) {
  const t = useT();
  const [word, setWord] = useState('');
  const [kind, setKind] = useState<CareKind>('promise');
  const [level, setLevel] = useState<CareLevel>('mark');
  const [everywhere, setEverywhere] = useState<'all' | 'this'>('all');
  const written = word.trim();
  const twice = added.some((one) => one.word === written && (one.platform === null || one.platform === platform));
  const nameOf = (id: string) => platforms.find((one) => one.id === id)?.name ?? id;
  return (
    <Card title={t('dashboard:replies.care.own')} hint={t('dashboard:replies.care.ownHint')}>
      <form
        className="mh-care-own"
        onSubmit={(event) => {
          event.preventDefault();
          if (written === '' || twice) return;
          onChange([
            ...added,
            { word: written, kind, level, platform: everywhere === 'all' || platform === '' ? null : platform },
          ]);
          setWord('');
        }}
      >
        <TextField
          label={t('dashboard:replies.care.word')}
          placeholder={t('dashboard:replies.care.word')}
          maxLength={40}
          value={word}
          error={twice && written !== '' ? t('dashboard:replies.care.twice') : null}
          onChange={setWord}
        />
        <Select
          label={t('dashboard:replies.care.kindLabel')}
          value={kind}
          options={CARE_KINDS.map((value) => ({ value, label: t(`dashboard:replies.care.kind.${value}`) }))}
          onChange={setKind}
        />
        <Select
          label={t('dashboard:replies.care.levelLabel')}
          value={level}
          options={LEVELS.map((value) => ({ value, label: t(`dashboard:replies.care.level.${value}`) }))}
          onChange={setLevel}
        />
        <Select
          label={t('dashboard:replies.care.where')}
          value={everywhere}
          options={[
            { value: 'all', label: t('dashboard:replies.care.everywhere') },
            ...(platform === ''
              ? []
              : [{ value: 'this' as const, label: t('dashboard:replies.care.onlyOn', { name: nameOf(platform) }) }]),
          ]}
          onChange={setEverywhere}
        />
        <button type="submit" className="mh-button mh-button--primary" disabled={written === '' || twice}>
          {t('dashboard:replies.care.add')}
        </button>
      </form>
      {added.length === 0 ? null : (
        <ul className="mh-care-own__list" aria-label={t('dashboard:replies.care.own')}>
          {added.map((one, i) => (
            <li key={`${one.word}|${one.platform}`} className="mh-care-own__item">
              <b>{one.word}</b>
              <span className="mh-muted">{t(`dashboard:replies.care.kind.${one.kind}`)}</span>
              <span className="mh-muted">
                {one.platform === null ? t('dashboard:replies.care.everywhere') : nameOf(one.platform)}
              </span>
              <Select
                quiet
                label={t('dashboard:replies.care.levelOf', { word: one.word })}
                value={one.level}
                options={LEVELS.map((value) => ({ value, label: t(`dashboard:replies.care.level.${value}`) }))}
                onChange={(next) =>
                  onChange(added.map((each, other) => (other === i ? { ...each, level: next } : each)))
                }
              />
              <IconButton
                icon="trash"
                label={t('dashboard:replies.care.remove', { word: one.word })}
                onClick={() => onChange(added.filter((_, other) => other !== i))}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
