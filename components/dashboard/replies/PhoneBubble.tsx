import { useT } from '@/components/i18n/TranslatorContext';
import { BUBBLE_LINES_MAX, bubbleLines } from './bubbleLines';

/** The text as a bubble on the customer's phone, flagged when it is too long to be read. */
export function PhoneBubble({ text }: { text: string }) {
  const t = useT();
  const lines = bubbleLines(text);
  const long = lines > BUBBLE_LINES_MAX;
  return (
    <figure className="mh-phone" aria-label={t('dashboard:replies.preview')}>
      <div className="mh-phone__screen">
        <div className={`mh-phone__bubble${long ? ' mh-phone__bubble--long' : ''}`}>{text === '' ? '…' : text}</div>
      </div>
      <figcaption className={long ? 'mh-phone__note mh-phone__note--long' : 'mh-phone__note'}>
        {long
          ? t('dashboard:replies.tooLong', { count: lines })
          : `${t('dashboard:replies.preview')} · ${t('dashboard:replies.lines', { count: lines })}`}
      </figcaption>
    </figure>
  );
}
