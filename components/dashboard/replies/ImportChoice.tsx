import { useMemo, useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { Segments } from '../controls/Segments';
import type { ImportCardProps } from './ImportCard';
import { ImportRows } from './ImportRows';
import type { ImportKind, ImportPreview } from './importPreview';

interface ImportChoiceProps extends Pick<ImportCardProps, 'busy' | 'onImport' | 'onCancel' | 'onSaveSkipped'> {
  preview: ImportPreview;
}

/** What a file adds, changes and leaves out, row by row, to choose from. */
export function ImportChoice({ busy, preview, onImport, onCancel, onSaveSkipped }: ImportChoiceProps) {
  const t = useT();
  const [shown, setShown] = useState<ImportKind | 'all'>('all');
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const { rows } = preview;
  const counts = useMemo(() => {
    const all = { all: rows.length, added: 0, changed: 0, skipped: 0 };
    for (const { kind } of rows) all[kind] += 1;
    return all;
  }, [rows]);
  const listed = useMemo(() => rows.filter(({ kind }) => shown === 'all' || kind === shown), [rows, shown]);
  const wanted = useMemo(
    () => new Set(rows.flatMap(({ line, kind }) => (kind === 'skipped' || left.has(line) ? [] : [line]))),
    [rows, left],
  );
  const kinds = (['all', 'added', 'changed', 'skipped'] as const).filter((kind) => kind === 'all' || counts[kind] > 0);
  return (
    <section className="mh-import__choice" aria-label={t('dashboard:replies.import.preview')}>
      <div className="mh-import__head">
        <span className="mh-ellipsis">
          <b>{preview.file}</b>{' '}
          <span className="mh-muted">
            {[preview.form, preview.encoding].filter((part) => part !== null).join(' · ')}
          </span>
        </span>
        <Segments
          label={t('dashboard:replies.import.preview')}
          value={shown}
          options={kinds.map((kind) => ({
            value: kind,
            label: `${t(`dashboard:replies.import.kind.${kind}`)} ${counts[kind]}`,
          }))}
          onChange={setShown}
        />
      </div>
      {preview.missingPictures === 0 ? null : (
        <p className="mh-import__note">
          {t('dashboard:replies.import.missingPictures', { count: preview.missingPictures })}
        </p>
      )}
      <ImportRows
        rows={listed}
        wanted={wanted}
        onWanted={(line, on) => {
          const next = new Set(left);
          if (on) next.delete(line);
          else next.add(line);
          setLeft(next);
        }}
      />
      <div className="mh-import__foot">
        <Button kind="primary" disabled={busy || wanted.size === 0} onClick={() => onImport(wanted)}>
          {busy ? t('dashboard:replies.import.importing') : t('dashboard:replies.import.do', { count: wanted.size })}
        </Button>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        {counts.skipped === 0 ? null : (
          <Button kind="quiet" icon="download" onClick={onSaveSkipped}>
            {t('dashboard:replies.import.saveSkipped', { count: counts.skipped })}
          </Button>
        )}
      </div>
    </section>
  );
}
