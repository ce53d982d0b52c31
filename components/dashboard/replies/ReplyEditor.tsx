import { useId, useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply } from '@/lib/domain/quickReply';
import { TextField } from '../controls/TextField';
import { PhoneBubble } from './PhoneBubble';
import { draftProblems, groupsOf, type ReplyDraft, replyTitle } from './replyDraft';

interface ReplyEditorProps {
  /** What stood there when the editor was opened. */
  start: ReplyDraft;
  replies: readonly QuickReply[];
  onSave: (draft: ReplyDraft) => void;
  onDelete: () => void;
  onCancel: () => void;
}

/** Writes one quick reply: code, title, group, text, and how it will look to the customer. */
export function ReplyEditor({ start, replies, onSave, onDelete, onCancel }: ReplyEditorProps) {
  const t = useT();
  const id = useId();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ReplyDraft>) => setDraft({ ...draft, ...part });
  const problems = draftProblems(draft, replies);
  const code = problems.find((each) => each.field === 'code');
  const codeError =
    code === undefined
      ? null
      : code.problem === 'taken'
        ? t('dashboard:replies.codeTaken', { code: draft.code.trim(), title: replyTitle(code.by) })
        : t('dashboard:replies.codeSpaces');
  const textMissing = tried && problems.some((each) => each.field === 'text');
  return (
    <form
      className="mh-editor"
      aria-label={draft.id === null ? t('dashboard:replies.newReply') : t('dashboard:replies.editor')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problems.length === 0) onSave({ ...draft, code: draft.code.trim(), group: draft.group.trim() });
      }}
    >
      <div className="mh-editor__pair">
        <TextField
          shown
          label={t('dashboard:replies.code')}
          value={draft.code}
          error={codeError}
          onChange={(value) => change({ code: value })}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          shown
          label={t('dashboard:replies.group')}
          value={draft.group}
          list={`${id}-groups`}
          autoComplete="off"
          onChange={(group) => change({ group })}
        />
        <datalist id={`${id}-groups`}>
          {groupsOf(replies).map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <TextField
        shown
        label={t('dashboard:replies.titleLabel')}
        value={draft.title}
        onChange={(title) => change({ title })}
        autoComplete="off"
      />
      <div className="mh-field">
        <label className="mh-field__label" htmlFor={`${id}-text`}>
          {t('dashboard:replies.text')}
        </label>
        <textarea
          id={`${id}-text`}
          className="mh-input mh-input--area"
          rows={6}
          value={draft.text}
          aria-invalid={textMissing}
          aria-describedby={textMissing ? `${id}-text-note` : undefined}
          onChange={(event) => change({ text: event.target.value })}
        />
        {textMissing ? (
          <p id={`${id}-text-note`} className="mh-field__note mh-field__note--error">
            {t('dashboard:replies.textMissing')}
          </p>
        ) : null}
      </div>
      <PhoneBubble text={draft.text} />
      <div className="mh-editor__actions">
        <button type="submit" className="mh-button mh-button--primary" disabled={codeError !== null}>
          {t('dashboard:replies.save')}
        </button>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        {draft.id === null ? null : (
          <span className="mh-editor__delete">
            <Button kind="quiet" icon="trash" onClick={onDelete}>
              {t('dashboard:replies.delete')}
            </Button>
          </span>
        )}
      </div>
    </form>
  );
}
