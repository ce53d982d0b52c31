import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { dateAndMinute } from '../timeOfDay';

/** A text that the agent marked as automatic. */
export interface MarkedText {
  /** Number of the mark. */
  id: number;
  at: number;
  /** null where it was not stored when it was marked. */
  text: string | null;
  /** 拼多多 · 小雨客服: where it holds. */
  accountName: string;
}

export interface AutomaticTextsProps {
  /** The latest first. */
  automaticTexts: readonly MarkedText[];
  onUnmarkText: (id: number) => void;
  timeZone: string;
}

/** The texts that count as automatic because the agent said so, each to be taken back. */
export function AutomaticTextsCard({ automaticTexts, onUnmarkText, timeZone }: AutomaticTextsProps) {
  const t = useT();
  const title = t('settings:profileEditor.words.automatic');
  return (
    <Card title={title}>
      <p className="mh-card__note mh-muted">{t('settings:profileEditor.words.automaticHint')}</p>
      {automaticTexts.length === 0 ? (
        <p className="mh-card__note mh-muted">{t('settings:profileEditor.words.automaticNone')}</p>
      ) : (
        <ul className="mh-twoline" aria-label={title}>
          {automaticTexts.map(({ id, at, text, accountName }) => {
            const shown = text ?? t('settings:profileEditor.words.textNotStored');
            return (
              <li key={id} className="mh-twoline__item">
                <span className={text === null ? 'mh-muted' : 'mh-twoline__text'} title={text ?? ''}>
                  {shown}
                </span>
                <span className="mh-twoline__where mh-muted">
                  {accountName} · {dateAndMinute(at, timeZone)}
                </span>
                <Button
                  small
                  aria-label={t('settings:profileEditor.words.unmarkOf', { text: shown })}
                  onClick={() => onUnmarkText(id)}
                >
                  {t('settings:profileEditor.words.unmark')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
