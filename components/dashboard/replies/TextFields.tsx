import { type ReactNode, useId, useRef, useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { ReplyAttachment } from '@/lib/domain/quickReply';
import { Segments } from '../controls/Segments';
import { PhoneBubble } from './PhoneBubble';
import type { ReplyDraft } from './replyDraft';
import { VariableMenu } from './VariableMenu';

interface TextFieldsProps {
  draft: ReplyDraft;
  /** It was to be saved without a text. */
  missing: boolean;
  picture: (attachment: Extract<ReplyAttachment, { kind: 'image' }>) => ReactNode;
  onChange: (part: Partial<ReplyDraft>) => void;
}

/** The texts of a reply, several that say the same, with variables; and how the one in hand looks to the customer. */
export function TextFields({ draft, missing, picture, onChange }: TextFieldsProps) {
  const t = useT();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState(0);
  const texts = [draft.text, ...draft.variants];
  const place = Math.min(shown, texts.length - 1);
  const text = texts[place] ?? '';
  const write = (value: string) => {
    if (place === 0) onChange({ text: value });
    else onChange({ variants: draft.variants.map((variant, i) => (i === place - 1 ? value : variant)) });
  };
  const insert = (inserted: string, select: { from: number; to: number } | null) => {
    const field = area.current;
    if (field === null) return;
    const start = field.selectionStart;
    field.setRangeText(inserted, start, field.selectionEnd, 'end');
    if (select !== null) field.setSelectionRange(start + select.from, start + select.to);
    write(field.value);
    field.focus();
  };
  const label = place === 0 ? t('dashboard:replies.text') : t('dashboard:replies.variant', { number: place + 1 });
  return (
    <div className="mh-field">
      <div className="mh-editor__texts">
        {texts.length === 1 ? (
          <label className="mh-field__label" htmlFor={`${id}-text`}>
            {label}
          </label>
        ) : (
          <Segments
            label={t('dashboard:replies.variants')}
            value={String(place)}
            options={texts.map((_, i) => ({ value: String(i), label: String(i + 1) }))}
            onChange={(value) => setShown(Number(value))}
          />
        )}
        <Button
          kind="quiet"
          small
          icon="plus"
          title={t('dashboard:replies.addVariantHint')}
          disabled={text.trim() === '' || texts.length > 20}
          onClick={() => {
            onChange({ variants: [...draft.variants, ''] });
            setShown(texts.length);
            area.current?.focus();
          }}
        >
          {t('dashboard:replies.addVariant')}
        </Button>
        {place === 0 ? null : (
          <Button
            kind="quiet"
            small
            icon="trash"
            onClick={() => {
              onChange({ variants: draft.variants.filter((_, i) => i !== place - 1) });
              setShown(place - 1);
            }}
          >
            {t('dashboard:replies.removeVariant')}
          </Button>
        )}
        <VariableMenu onInsert={insert} />
      </div>
      <textarea
        id={`${id}-text`}
        ref={area}
        className="mh-input mh-input--area"
        aria-label={label}
        rows={5}
        value={text}
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-text-note` : undefined}
        onChange={(event) => write(event.target.value)}
      />
      {missing ? (
        <p id={`${id}-text-note`} className="mh-field__note mh-field__note--error">
          {t('dashboard:replies.textMissing')}
        </p>
      ) : null}
      <PhoneBubble text={text} attachments={draft.attachments} picture={picture} />
    </div>
  );
}
