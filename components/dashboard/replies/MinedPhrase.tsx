import { useId, useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { GroupNode } from '@/lib/domain/replyView';
import { TextField } from '../controls/TextField';

/** Something that is typed again and again. */
export interface MinedView {
  text: string;
  times: number;
  /** When last, ready to be shown. */
  last: string;
  /** Proposals, to be changed before saving. */
  code: string;
  group: string;
  /** Typing time that one use spares, ready to be shown; `–` while the agent's speed is not known. */
  saves: string;
}

interface MinedPhraseProps {
  phrase: MinedView;
  groups: readonly GroupNode[];
  codes: ReadonlySet<string>;
  onSave: (phrase: MinedView) => void;
  onDismiss: () => void;
}

/** One offer: the text, how often, with the code and group that it would get. */
export function MinedPhrase({ phrase, groups, codes, onSave, onDismiss }: MinedPhraseProps) {
  const t = useT();
  const id = useId();
  const [code, setCode] = useState(phrase.code);
  const [group, setGroup] = useState(phrase.group);
  const taken = code.trim() !== '' && codes.has(code.trim().toLowerCase());
  const wrong = /\s/.test(code.trim())
    ? t('dashboard:replies.codeSpaces')
    : taken
      ? t('dashboard:replies.codeHeld')
      : null;
  return (
    <li className="mh-mined__item">
      <div className="mh-mined__body">
        <p className="mh-mined__text">{phrase.text}</p>
        <p className="mh-muted">
          {t('dashboard:replies.mining.facts', { count: phrase.times, last: phrase.last })}
          <span title={t('dashboard:replies.mining.savesHint')}>
            {' · '}
            {t('dashboard:replies.mining.saves', { time: phrase.saves })}
          </span>
        </p>
      </div>
      <div className="mh-mined__fields">
        <TextField
          label={t('dashboard:replies.code')}
          placeholder={t('dashboard:replies.code')}
          value={code}
          error={wrong}
          onChange={setCode}
        />
        <TextField
          label={t('dashboard:replies.group')}
          placeholder={t('dashboard:replies.group')}
          value={group}
          list={`${id}-groups`}
          onChange={setGroup}
        />
        <datalist id={`${id}-groups`}>
          {groups.map(({ name }) => (name === '' ? null : <option key={name} value={name} />))}
        </datalist>
        <Button
          kind="primary"
          disabled={wrong !== null}
          onClick={() => onSave({ ...phrase, code: code.trim(), group: group.trim() })}
        >
          {t('dashboard:replies.save')}
        </Button>
        <Button kind="quiet" onClick={onDismiss}>
          {t('dashboard:replies.mining.dismiss')}
        </Button>
      </div>
    </li>
  );
}
