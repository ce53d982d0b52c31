import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { EmptyState } from '@/components/design/EmptyState';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply } from '@/lib/domain/quickReply';
import { Card } from '../controls/Card';
import { AlikeGroup } from './AlikeGroup';
import { replyTitle } from './replyDraft';

export interface CleanUpPageProps {
  days: number;
  onDays: (days: number) => void;
  /** Not used within those days. */
  unused: readonly { reply: QuickReply; lastUsed: string | null }[];
  /** Those that say the same, the one used most first. */
  alike: readonly (readonly QuickReply[])[];
  onDelete: (replies: readonly QuickReply[]) => void;
  /** The first stays, and has the texts of the others as further ones. */
  onMerge: (group: readonly QuickReply[]) => void;
  /** How many the last step took away, and that it can be undone; null = nothing to undo. */
  cleaned: number | null;
  onUndo: () => void;
}

const DAYS = [30, 60, 90, 180, 365];

/** 清理: phrases that nobody uses, and those that say the same. Nothing goes by itself. */
export function CleanUpPage(props: CleanUpPageProps) {
  const { days, unused, alike, cleaned, onDelete } = props;
  const t = useT();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = unused.filter(({ reply }) => chosen.has(reply.id)).map(({ reply }) => reply);
  const all = picked.length === unused.length;
  return (
    <div className="mh-column mh-column--wide">
      {cleaned === null ? null : (
        <output className="mh-undo mh-undo--card">
          <span>{t('dashboard:replies.cleanUp.done', { count: cleaned })}</span>
          <Button small icon="undo" onClick={props.onUndo}>
            {t('common:undo')}
          </Button>
        </output>
      )}
      <Card title={t('dashboard:replies.cleanUp.alike')} hint={t('dashboard:replies.cleanUp.alikeHint')}>
        {alike.length === 0 ? (
          <EmptyState title={t('dashboard:replies.cleanUp.noneAlike')} />
        ) : (
          <ul className="mh-alike">
            {alike.map((group) => (
              <AlikeGroup
                key={group[0]?.id}
                group={group}
                onDelete={(reply) => onDelete([reply])}
                onMerge={() => props.onMerge(group)}
              />
            ))}
          </ul>
        )}
      </Card>
      <Card
        title={t('dashboard:replies.cleanUp.unused')}
        hint={t('dashboard:replies.cleanUp.unusedHint')}
        action={
          <Select
            label={t('dashboard:replies.cleanUp.days')}
            value={String(days)}
            options={DAYS.map((value) => ({
              value: String(value),
              label: t('dashboard:replies.cleanUp.forDays', { count: value }),
            }))}
            onChange={(value) => props.onDays(Number(value))}
          />
        }
      >
        {unused.length === 0 ? (
          <EmptyState title={t('dashboard:replies.cleanUp.noneUnused')} />
        ) : (
          <>
            <div className="mh-unused__tools">
              <label className="mh-unused__all">
                <input
                  type="checkbox"
                  checked={all}
                  onChange={() => setChosen(new Set(all ? [] : unused.map(({ reply }) => reply.id)))}
                />
                {t('dashboard:replies.cleanUp.all', { count: unused.length })}
              </label>
              <Button
                small
                icon="trash"
                disabled={picked.length === 0}
                onClick={() => {
                  onDelete(picked);
                  setChosen(new Set());
                }}
              >
                {t('dashboard:replies.cleanUp.delete', { count: picked.length })}
              </Button>
            </div>
            <ul className="mh-unused" aria-label={t('dashboard:replies.cleanUp.unused')}>
              {unused.map(({ reply, lastUsed }) => (
                <li key={reply.id}>
                  <label className="mh-unused__item">
                    <input
                      type="checkbox"
                      checked={chosen.has(reply.id)}
                      onChange={(event) => {
                        const next = new Set(chosen);
                        if (event.target.checked) next.add(reply.id);
                        else next.delete(reply.id);
                        setChosen(next);
                      }}
                    />
                    <span className="mh-reply__code">{reply.code}</span>
                    <span className="mh-unused__title mh-ellipsis">{replyTitle(reply)}</span>
                    <span className="mh-muted mh-ellipsis">{reply.text}</span>
                    <span className="mh-muted mh-unused__last">
                      {lastUsed === null
                        ? t('dashboard:replies.neverUsed')
                        : t('dashboard:replies.cleanUp.lastUsed', { last: lastUsed })}
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
    </div>
  );
}
