import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { FileDrop } from '../controls/FileDrop';
import { ImportChoice } from './ImportChoice';
import type { ImportPreview } from './importPreview';

export interface ImportCardProps {
  /** A file is being read, or its rows are being put in. */
  busy: boolean;
  /** Why nothing of the file can be read; null = it can. */
  problem: string | null;
  /** null = no file is chosen. */
  preview: ImportPreview | null;
  /** What was imported last and can be taken back; `when` is ready to be shown. */
  last: { file: string; when: string; added: number; changed: number } | null;
  /** What undoing has just done. */
  undone: { undone: number; kept: number } | null;
  onFile: (file: File) => void;
  /** Lines that are wanted. */
  onImport: (lines: ReadonlySet<number>) => void;
  onCancel: () => void;
  onUndo: () => void;
  /** Puts the rows that are left out into a file. */
  onSaveSkipped: () => void;
}

/** Takes a file of quick replies in, after showing what that does. */
export function ImportCard(props: ImportCardProps) {
  const { busy, problem, preview, last, undone } = props;
  const t = useT();
  return (
    <Card title={t('dashboard:replies.import.title')} hint={t('dashboard:replies.import.hint')}>
      <div className="mh-import">
        {last === null || preview !== null ? null : (
          <Notice tone="info" action={{ label: t('dashboard:replies.import.undo'), onAction: props.onUndo }}>
            {t('dashboard:replies.import.last', last)}
          </Notice>
        )}
        {undone === null ? null : (
          <Notice tone="info">
            {t(undone.kept === 0 ? 'dashboard:replies.import.undone' : 'dashboard:replies.import.undoneKept', undone)}
          </Notice>
        )}
        {problem === null ? null : <Notice tone="error">{problem}</Notice>}
        {preview === null ? (
          <FileDrop
            hint={t('dashboard:replies.import.drop')}
            label={t('dashboard:replies.import.choose')}
            accept=".csv,.tsv,.txt,.json,.xlsx"
            icon="upload"
            disabled={busy}
            onFile={props.onFile}
            {...(busy ? { busyLabel: t('dashboard:replies.import.reading') } : {})}
          />
        ) : (
          <ImportChoice
            key={preview.file}
            busy={busy}
            preview={preview}
            onImport={props.onImport}
            onCancel={props.onCancel}
            onSaveSkipped={props.onSaveSkipped}
          />
        )}
      </div>
    </Card>
  );
}
