import { type ReactNode, useId, useRef, useState } from 'react';
import { Button, IconButton } from '@/components/design/Button';
import { Icon } from '@/components/design/Icon';
import { useT } from '@/components/i18n/TranslatorContext';
import { ATTACHMENT_MAX_BYTES, ATTACHMENT_TYPES, ATTACHMENTS_MAX, type ReplyAttachment } from '@/lib/domain/quickReply';
import { formatBytes } from '../bytes';
import { TextField } from '../controls/TextField';
import type { ReplyDraft } from './replyDraft';

interface AttachmentFieldsProps {
  draft: ReplyDraft;
  picture: (attachment: Extract<ReplyAttachment, { kind: 'image' }>) => ReactNode;
  onPicture: (file: File) => Promise<ReplyAttachment>;
  onChange: (part: Partial<ReplyDraft>) => void;
}

/** Pictures and links that go with a reply. */
export function AttachmentFields({ draft, picture, onPicture, onChange }: AttachmentFieldsProps) {
  const t = useT();
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { attachments } = draft;
  const limit = formatBytes(ATTACHMENT_MAX_BYTES);
  const full = attachments.length >= ATTACHMENTS_MAX;

  const addPictures = async (files: readonly File[]) => {
    const added: ReplyAttachment[] = [];
    setProblem(null);
    for (const file of files.slice(0, ATTACHMENTS_MAX - attachments.length)) {
      if (!ATTACHMENT_TYPES.some((type) => type === file.type))
        setProblem(t('dashboard:replies.notAPicture', { name: file.name }));
      else if (file.size > ATTACHMENT_MAX_BYTES)
        setProblem(t('dashboard:replies.tooLarge', { name: file.name, size: formatBytes(file.size), limit }));
      else
        try {
          added.push(await onPicture(file));
        } catch (error) {
          setProblem(t('dashboard:replies.notKept', { name: file.name, reason: String(error) }));
        }
    }
    if (added.length > 0) onChange({ attachments: [...attachments, ...added] });
  };
  const addLink = () => {
    const url = link?.trim() ?? '';
    if (url === '') return setLink(null);
    if (!/^https?:\/\/\S+$/i.test(url)) return setProblem(t('dashboard:replies.noLink'));
    setProblem(null);
    setLink(null);
    if (attachments.some((one) => one.kind === 'link' && one.url === url)) return;
    onChange({ attachments: [...attachments, { kind: 'link', url, title: '' }] });
  };
  return (
    <fieldset className="mh-attachments">
      <legend className="mh-field__label">{t('dashboard:replies.attachments')}</legend>
      {attachments.length === 0 ? null : (
        <ul className="mh-attachments__list">
          {attachments.map((attachment, i) => (
            <li key={attachment.kind === 'image' ? attachment.id : attachment.url} className="mh-attachment">
              {attachment.kind === 'image' ? picture(attachment) : <Icon name="link" size={14} />}
              <span className="mh-ellipsis" title={attachment.kind === 'image' ? attachment.name : attachment.url}>
                {attachment.kind === 'image' ? attachment.name : attachment.url}
              </span>
              {attachment.kind === 'image' ? <span className="mh-muted">{formatBytes(attachment.bytes)}</span> : null}
              <IconButton
                icon="close"
                label={t('dashboard:replies.removeAttachment', {
                  name: attachment.kind === 'image' ? attachment.name : attachment.url,
                })}
                onClick={() => onChange({ attachments: attachments.filter((_, other) => other !== i) })}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="mh-attachments__add">
        <input
          ref={chooser}
          id={`${id}-file`}
          className="mh-hidden"
          type="file"
          aria-label={t('dashboard:replies.addPicture')}
          tabIndex={-1}
          accept={ATTACHMENT_TYPES.join(',')}
          multiple
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void addPictures(files);
          }}
        />
        <Button small icon="image" disabled={full} onClick={() => chooser.current?.click()}>
          {t('dashboard:replies.addPicture')}
        </Button>
        {link === null ? (
          <Button small icon="link" disabled={full} onClick={() => setLink('')}>
            {t('dashboard:replies.addLink')}
          </Button>
        ) : (
          <TextField
            label={t('dashboard:replies.addLink')}
            placeholder="https://"
            value={link}
            autoFocus
            onChange={setLink}
            onBlur={addLink}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setLink(null);
              if (event.key !== 'Enter') return;
              event.preventDefault();
              addLink();
            }}
          />
        )}
      </div>
      <p className={problem === null ? 'mh-field__note' : 'mh-field__note mh-field__note--error'}>
        {problem ?? t('dashboard:replies.attachmentHint', { limit, number: ATTACHMENTS_MAX })}
      </p>
    </fieldset>
  );
}
