import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { Segments } from '../controls/Segments';
import { SettingRow } from '../controls/SettingRow';

/** How the library is written into a file. */
export interface ReplyExport {
  form: 'csv' | 'excel' | 'json' | 'text';
  /** All fields, or only code, text and group, which other tools read. */
  columns: 'all' | 'common';
  /** Of CSV. */
  encoding: 'utf-8' | 'gb18030';
}

interface ReplyExportCardProps {
  count: number;
  busy: boolean;
  onExport: (how: ReplyExport) => void;
}

/** Writes the library into a file that this and other tools read. */
export function ReplyExportCard({ count, busy, onExport }: ReplyExportCardProps) {
  const t = useT();
  const [how, setHow] = useState<ReplyExport>({ form: 'csv', columns: 'all', encoding: 'utf-8' });
  const table = how.form === 'csv' || how.form === 'excel';
  return (
    <Card title={t('dashboard:replies.export.title')} hint={t('dashboard:replies.count', { count })}>
      <SettingRow label={t('dashboard:replies.export.form')} hint={t(`dashboard:replies.export.hint.${how.form}`)}>
        <Segments
          label={t('dashboard:replies.export.form')}
          value={how.form}
          options={[
            { value: 'csv', label: 'CSV' },
            { value: 'excel', label: 'Excel' },
            { value: 'json', label: 'JSON' },
            { value: 'text', label: t('dashboard:replies.export.text') },
          ]}
          onChange={(form) => setHow({ ...how, form })}
        />
      </SettingRow>
      {table ? (
        <SettingRow label={t('dashboard:replies.export.columns')}>
          <Segments
            label={t('dashboard:replies.export.columns')}
            value={how.columns}
            options={[
              { value: 'all', label: t('dashboard:replies.export.allColumns') },
              { value: 'common', label: t('dashboard:replies.export.commonColumns') },
            ]}
            onChange={(columns) => setHow({ ...how, columns })}
          />
        </SettingRow>
      ) : null}
      {how.form === 'csv' ? (
        <SettingRow label={t('dashboard:replies.export.encoding')}>
          <Segments
            label={t('dashboard:replies.export.encoding')}
            value={how.encoding}
            options={[
              { value: 'utf-8', label: 'UTF-8' },
              { value: 'gb18030', label: 'GBK (GB18030)' },
            ]}
            onChange={(encoding) => setHow({ ...how, encoding })}
          />
        </SettingRow>
      ) : null}
      <div className="mh-card__foot">
        <Button kind="primary" icon="download" disabled={busy || count === 0} onClick={() => onExport(how)}>
          {t('dashboard:replies.export.do')}
        </Button>
      </div>
    </Card>
  );
}
