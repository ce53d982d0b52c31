import type { ReactNode } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import type { ReplyAttachment } from '@/lib/domain/quickReply';
import { BUBBLE_LINES_MAX, bubbleLines } from './bubbleLines';

interface PhoneBubbleProps {
  text: string;
  attachments: readonly ReplyAttachment[];
  picture: (attachment: Extract<ReplyAttachment, { kind: 'image' }>) => ReactNode;
}

/** The text as a bubble on the customer's phone, flagged when it is too long to be read; pictures and links below. */
export function PhoneBubble({ text, attachments, picture }: PhoneBubbleProps) {
  const t = useT();
  const lines = bubbleLines(text);
  const long = lines > BUBBLE_LINES_MAX;
  return (
    <figure className="mh-phone" aria-label={t('dashboard:replies.preview')}>
      <div className="mh-phone__screen">
        <div className={`mh-phone__bubble${long ? ' mh-phone__bubble--long' : ''}`}>{text === '' ? '…' : text}</div>
        {attachments.map((attachment) =>
          attachment.kind === 'image' ? (
            <div key={attachment.id} className="mh-phone__picture">
              {picture(attachment)}
            </div>
          ) : (
            <div key={attachment.url} className="mh-phone__bubble mh-phone__link">
              {attachment.url}
            </div>
          ),
        )}
      </div>
      <figcaption className={long ? 'mh-phone__note mh-phone__note--long' : 'mh-phone__note'}>
        {long
          ? t('dashboard:replies.tooLong', { count: lines })
          : `${t('dashboard:replies.preview')} · ${t('dashboard:replies.lines', { count: lines })}`}
      </figcaption>
    </figure>
  );
}
