import { useState } from 'react';
import { Tag } from '@/components/design/Tag';
import { useT } from '@/components/i18n/TranslatorContext';
import type { EntryChange, OpenedMessage } from '@/lib/domain/openedMessage';
import { timeToSecond } from '../timeOfDay';
import type { Correcting } from './correcting';
import { choicesOf, noteOf } from './messageNotes';

/** One message of an opened turn: who, when, how the time is known, what it was taken for and why, and its correction. */
export function TurnMessage(props: { message: OpenedMessage; timeZone: string; correcting: Correcting }) {
  const { message, timeZone, correcting } = props;
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const time = timeToSecond(message.at, timeZone);
  const side = message.author === 'customer' ? 'in' : 'out';
  const held = message.held === true ? ' mh-message--held' : '';
  const review = message.review ? ' mh-message--review' : '';
  const notes = noteOf(message, correcting.perfunctorySinceMs, timeZone, t);
  const corrections = [...Object.values(message.corrected), ...(message.textMark == null ? [] : [message.textMark])];
  const choices = choicesOf(message);
  const { textMark } = message;
  const choose = (change: EntryChange) => {
    setOpen(false);
    correcting.onCorrect(message.key, change);
  };
  return (
    <li className={`mh-message mh-message--${side}${held}${review}`}>
      <span className="mh-message__meta">
        {t(`dashboard:author.${message.author}`)} <time>{time}</time>
        <span className="mh-message__precision">{t(`dashboard:figures.message.${message.precision}`)}</span>
        {corrections.length === 0 ? null : <Tag text={t('dashboard:figures.correction.corrected')} />}
        {corrections.map((id) => (
          <button
            key={id}
            type="button"
            className="mh-link"
            aria-label={t('dashboard:figures.correction.undoOf', { time })}
            onClick={() => correcting.onUndo(id)}
          >
            {t('dashboard:figures.correction.undo')}
          </button>
        ))}
        {choices.length === 0 ? null : (
          <button
            type="button"
            className="mh-link mh-link--quiet"
            aria-expanded={isOpen}
            aria-label={t('dashboard:figures.correction.correctOf', { time })}
            onClick={() => setOpen(!isOpen)}
          >
            {t('dashboard:figures.correction.correct')}
          </button>
        )}
      </span>
      <span className={`mh-message__bubble${message.text === null ? ' mh-muted' : ''}`}>
        {message.text ?? t('dashboard:figures.message.textGone')}
      </span>
      {isOpen ? (
        <span className="mh-message__choices">
          {choices.map(({ word, change }) => (
            <button
              key={word}
              type="button"
              className="mh-button mh-button--default mh-button--small"
              onClick={() => choose(change)}
            >
              {t(`dashboard:figures.correction.${word}`)}
            </button>
          ))}
          {textMark === null ? (
            <button
              type="button"
              className="mh-button mh-button--default mh-button--small"
              title={t('dashboard:figures.correction.isAutoTextHint')}
              onClick={() => {
                setOpen(false);
                correcting.onMarkText(message.key);
              }}
            >
              {t('dashboard:figures.correction.isAutoText')}
            </button>
          ) : null}
        </span>
      ) : null}
      {message.review ? (
        <span className="mh-message__choices">
          {(['Mine', 'Auto'] as const).map((who) => (
            <button
              key={who}
              type="button"
              className="mh-button mh-button--default mh-button--small"
              aria-label={t(`dashboard:figures.correction.confirm${who}Of`, { time })}
              onClick={() => choose({ author: who === 'Mine' ? 'agent' : 'auto' })}
            >
              {t(`dashboard:figures.correction.confirm${who}`)}
            </button>
          ))}
        </span>
      ) : null}
      {notes.map((note) => (
        <span key={note} className="mh-message__note">
          {note}
        </span>
      ))}
    </li>
  );
}
