import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { formatBytes } from '../bytes';
import { Card } from '../controls/Card';
import { Segments } from '../controls/Segments';
import { SettingRow } from '../controls/SettingRow';
import { TextField } from '../controls/TextField';

export interface DataSectionProps {
  /** Bytes; null = the browser does not say. */
  storage: { used: number; available: number | null } | null;
  /** YYYY-MM-DD. */
  today: string;
  deleting: boolean;
  /** Deletes everything before a day (YYYY-MM-DD), or all with null. */
  onDeleteHistory: (before: string | null) => void;
}

/** How much is stored, and how to get rid of it: asked twice, for it cannot be undone. */
export function DataSection({ storage, today, deleting, onDeleteHistory }: DataSectionProps) {
  const t = useT();
  const [kind, setKind] = useState<'before' | 'everything'>('before');
  const [before, setBefore] = useState(today);
  const [asking, setAsking] = useState(false);
  const used =
    storage === null
      ? t('settings:data.unknown')
      : storage.available === null
        ? t('settings:data.usedOnly', { used: formatBytes(storage.used) })
        : t('settings:data.usedOf', { used: formatBytes(storage.used), available: formatBytes(storage.available) });
  return (
    <Card title={t('settings:section.data')}>
      <SettingRow label={t('settings:data.used')}>{used}</SettingRow>
      <SettingRow label={t('settings:data.delete')} hint={t('settings:data.deleteHint')}>
        <Segments
          label={t('settings:data.delete')}
          value={kind}
          options={[
            { value: 'before', label: t('settings:data.before') },
            { value: 'everything', label: t('settings:data.everything') },
          ]}
          onChange={(next) => {
            setKind(next);
            setAsking(false);
          }}
        />
        {kind === 'before' ? (
          <TextField
            type="date"
            label={t('settings:data.before')}
            value={before}
            max={today}
            onChange={(next) => {
              setBefore(next);
              setAsking(false);
            }}
          />
        ) : null}
        {asking ? null : (
          <Button
            kind="danger"
            disabled={deleting || (kind === 'before' && before === '')}
            onClick={() => setAsking(true)}
          >
            {deleting ? t('settings:data.deleting') : t('settings:data.deleteBefore')}
          </Button>
        )}
        {asking ? (
          <div className="mh-confirm" role="alertdialog" aria-label={t('settings:data.delete')}>
            <p>
              {kind === 'before' ? t('settings:data.confirmBefore', { date: before }) : t('settings:data.confirmAll')}
            </p>
            <Button
              kind="danger"
              onClick={() => {
                setAsking(false);
                onDeleteHistory(kind === 'before' ? before : null);
              }}
            >
              {t('settings:data.confirm')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('common:cancel')}</Button>
          </div>
        ) : null}
      </SettingRow>
    </Card>
  );
}
