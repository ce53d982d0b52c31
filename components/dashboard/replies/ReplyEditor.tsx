import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply, ReplyAttachment } from '@/lib/domain/quickReply';
import type { GroupNode } from '@/lib/domain/replyView';
import { Checkbox } from '../controls/Checkbox';
import { TextField } from '../controls/TextField';
import { AttachmentFields } from './AttachmentFields';
import { draftProblems, type ReplyDraft, readyDraft, replyTitle } from './replyDraft';
import { ShopFields } from './ShopFields';
import { TextFields } from './TextFields';
import { ValidityFields } from './ValidityFields';

interface ReplyEditorProps {
  /** What stood there when the editor was opened. */
  start: ReplyDraft;
  replies: readonly QuickReply[];
  groups: readonly GroupNode[];
  shops: readonly string[];
  picture: (attachment: Extract<ReplyAttachment, { kind: 'image' }>) => ReactNode;
  onPicture: (file: File) => Promise<ReplyAttachment>;
  onSave: (draft: ReplyDraft) => void;
  onDelete: () => void;
  onCancel: () => void;
}

/** Writes one quick reply: code, group, texts, when and where it is valid, and how it will look to the customer. */
export function ReplyEditor(props: ReplyEditorProps) {
  const { start, replies, groups } = props;
  const t = useT();
  const id = useId();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<ReplyDraft>) => setDraft((before) => ({ ...before, ...part }));
  const problems = draftProblems(draft, replies);
  const code = problems.find((each) => each.field === 'code');
  const codeError =
    code === undefined
      ? null
      : code.problem === 'taken'
        ? t('dashboard:replies.codeTaken', { code: draft.code.trim(), title: replyTitle(code.by) })
        : t('dashboard:replies.codeSpaces');
  return (
    <form
      className="mh-editor"
      aria-label={draft.id === null ? t('dashboard:replies.newReply') : t('dashboard:replies.editor')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problems.length === 0) props.onSave(readyDraft(draft));
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
          {groups.map(({ name }) => (name === '' ? null : <option key={name} value={name} />))}
        </datalist>
      </div>
      <TextField
        shown
        label={t('dashboard:replies.titleLabel')}
        value={draft.title}
        onChange={(title) => change({ title })}
        autoComplete="off"
      />
      <TextFields
        draft={draft}
        missing={tried && problems.some(({ field }) => field === 'text')}
        picture={props.picture}
        onChange={change}
      />
      <AttachmentFields draft={draft} picture={props.picture} onPicture={props.onPicture} onChange={change} />
      <ShopFields shops={props.shops} chosen={draft.shops} onChange={(shops) => change({ shops })} />
      <ValidityFields draft={draft} wrong={problems.some(({ field }) => field === 'validity')} onChange={change} />
      <Checkbox
        label={t('dashboard:replies.isFavourite')}
        hint={t('dashboard:replies.isFavouriteHint')}
        checked={draft.favourite}
        onChange={(favourite) => change({ favourite })}
      />
      <div className="mh-editor__actions">
        <button
          type="submit"
          className="mh-button mh-button--primary"
          disabled={problems.some(({ field }) => field !== 'text')}
        >
          {t('dashboard:replies.save')}
        </button>
        <Button onClick={props.onCancel}>{t('common:cancel')}</Button>
        {draft.id === null ? null : (
          <span className="mh-editor__delete">
            <Button kind="quiet" icon="trash" onClick={props.onDelete}>
              {t('dashboard:replies.delete')}
            </Button>
          </span>
        )}
      </div>
    </form>
  );
}
