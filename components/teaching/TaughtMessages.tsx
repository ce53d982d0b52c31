import { useT } from '@/components/i18n/TranslatorContext';
import type { TaughtMessage } from './teachingProps';

/** The last messages as they are read: whose, what, when. */
export function TaughtMessages({ messages }: { messages: readonly TaughtMessage[] }) {
  const t = useT();
  if (messages.length === 0) return null;
  return (
    <table className="mh-teach__messages" aria-label={t('teaching:lastMessages')}>
      <caption>{t('teaching:lastMessages')}</caption>
      <tbody>
        {messages.map(({ side, text, time }, index) => (
          // Two messages may be equal in everything; only their place tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={index}>
            <th scope="row" className="mh-teach__side">
              <span className={`mh-teach__dot mh-teach__dot--${side}`} aria-hidden="true" />
              {t(`teaching:side.${side}`)}
            </th>
            <td className="mh-teach__text">{text}</td>
            <td className="mh-teach__time mh-muted">{time ?? t('format:unknown')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
