import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { EmptyState } from '@/components/design/EmptyState';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { type LearnedRow, LearnedTable } from './LearnedTable';

export interface LearnedPageProps {
  /** Which question was answered with which reply; most often first. */
  learned: readonly LearnedRow[];
  /** Answers taken in, over all questions. */
  answers: number;
  /** Times that suggestions were shown and something else was sent. */
  ignored: number;
  /** Days after which a customer's words are deleted; 0 = no text is stored, nothing is learned. */
  days: number;
  onForget: (row: { question: string; replyId: string }) => void;
  onForgetAll: () => void;
}

/** 学到了什么: what suggestions learned from this agent's answers, and how to make them forget. */
export function LearnedPage({ learned, answers, ignored, days, onForget, onForgetAll }: LearnedPageProps) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  return (
    <div className="mh-column mh-column--wide">
      <Card
        title={t('dashboard:replies.learned.title')}
        hint={t('dashboard:replies.learned.hint')}
        action={
          learned.length === 0 || asking ? undefined : (
            <Button small icon="trash" onClick={() => setAsking(true)}>
              {t('dashboard:replies.learned.forgetAll')}
            </Button>
          )
        }
      >
        {asking ? (
          <div
            className="mh-confirm mh-confirm--card"
            role="alertdialog"
            aria-label={t('dashboard:replies.learned.forgetAll')}
          >
            <p>{t('dashboard:replies.learned.confirm', { count: answers })}</p>
            <Button
              kind="danger"
              onClick={() => {
                setAsking(false);
                onForgetAll();
              }}
            >
              {t('dashboard:replies.learned.forgetAll')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
          </div>
        ) : null}
        {learned.length === 0 ? (
          <EmptyState title={t('dashboard:replies.learned.none')}>
            {t(days === 0 ? 'dashboard:replies.learned.noText' : 'dashboard:replies.learned.noneHint')}
          </EmptyState>
        ) : (
          <>
            <p className="mh-learned__sum">
              {t('dashboard:replies.learned.sum', { count: answers })} ·{' '}
              {t('dashboard:replies.learned.ignoredSum', { count: ignored })}
              {days === 0 ? null : <> · {t('dashboard:replies.learned.limit', { count: days })}</>}
            </p>
            <LearnedTable rows={learned} onForget={onForget} />
          </>
        )}
      </Card>
    </div>
  );
}
