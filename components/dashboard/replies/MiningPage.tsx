import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { EmptyState } from '@/components/design/EmptyState';
import { useT } from '@/components/i18n/TranslatorContext';
import type { GroupNode } from '@/lib/domain/replyView';
import { Card } from '../controls/Card';
import { MinedPhrase, type MinedView } from './MinedPhrase';

export interface MiningPageProps {
  /** null while they are being looked for. */
  phrases: readonly MinedView[] | null;
  /** Days of sent text that were looked through. */
  days: number;
  /** No text is stored: nothing can be found. */
  textStored: boolean;
  groups: readonly GroupNode[];
  /** Codes that belong to replies, lower case. */
  codes: ReadonlySet<string>;
  onSave: (phrase: MinedView) => void;
  onDismiss: (text: string, dismissed: boolean) => void;
}

/** 常打的话: what is typed again and again and stands in no library. */
export function MiningPage({ phrases, days, textStored, groups, codes, onSave, onDismiss }: MiningPageProps) {
  const t = useT();
  const [dismissed, setDismissed] = useState<string | null>(null);
  return (
    <div className="mh-column mh-column--wide">
      <Card title={t('dashboard:replies.mining.title')} hint={t('dashboard:replies.mining.hint', { days })}>
        {dismissed === null ? null : (
          <output className="mh-undo">
            <span className="mh-ellipsis">{t('dashboard:replies.mining.dismissed', { text: dismissed })}</span>
            <Button
              small
              icon="undo"
              onClick={() => {
                onDismiss(dismissed, false);
                setDismissed(null);
              }}
            >
              {t('common:undo')}
            </Button>
          </output>
        )}
        {phrases === null ? (
          <p className="mh-card__wait">{t('dashboard:replies.mining.looking')}</p>
        ) : phrases.length === 0 ? (
          <EmptyState title={t('dashboard:replies.mining.none')}>
            {t(textStored ? 'dashboard:replies.mining.noneHint' : 'dashboard:replies.mining.noText')}
          </EmptyState>
        ) : (
          <ul className="mh-mined">
            {phrases.map((phrase) => (
              <MinedPhrase
                key={phrase.text}
                phrase={phrase}
                groups={groups}
                codes={codes}
                onSave={onSave}
                onDismiss={() => {
                  onDismiss(phrase.text, true);
                  setDismissed(phrase.text);
                }}
              />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
