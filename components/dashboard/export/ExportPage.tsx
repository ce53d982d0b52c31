import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { ExportFile, ExportRequest, SpanChoice } from '@/lib/domain/exportRequest';
import type { DailyReportField } from '@/lib/domain/settings';
import { Card } from '../controls/Card';
import { Checkbox } from '../controls/Checkbox';
import { Segments } from '../controls/Segments';
import { SettingRow } from '../controls/SettingRow';
import { TextField } from '../controls/TextField';
import { DailyReportCard } from './DailyReportCard';

export interface ExportPageProps {
  /** Today's date, YYYY-MM-DD: what a range begins with. */
  today: string;
  /** What the chosen span holds; null while it is being counted. */
  summary: { from: string; to: string; turns: number; days: number } | null;
  /** Called with each change of a usable span, to count what it holds. */
  onSpan: (span: SpanChoice) => void;
  onExport: (request: ExportRequest) => void;
  running: boolean;
  /** The line of 复制日报, made by the container. */
  reportLine: string;
  reportFields: readonly DailyReportField[];
  onReportFields: (fields: DailyReportField[]) => void;
  onCopyReport: () => void;
  /** The line is on the clipboard. */
  copied: boolean;
}

const FILES: readonly ExportFile[] = ['turnsCsv', 'dailyCsv', 'json'];

/** What to take along: which days, which contents, and what stays here unless ticked. */
export function ExportPage(props: ExportPageProps) {
  const t = useT();
  const [span, setSpan] = useState<SpanChoice>({ kind: 'today' });
  const [files, setFiles] = useState<readonly ExportFile[]>(['turnsCsv', 'dailyCsv']);
  const [includes, setIncludes] = useState({ names: false, texts: false });
  const chooseSpan = (next: SpanChoice) => {
    setSpan(next);
    if (next.kind !== 'range' || (next.from !== '' && next.to !== '')) props.onSpan(next);
  };
  const rangeMissing = span.kind === 'range' && (span.from === '' || span.to === '');
  const problem = rangeMissing
    ? t('dashboard:export.rangeMissing')
    : files.length === 0
      ? t('dashboard:export.nothingChosen')
      : null;
  const summary =
    props.summary === null ? t('dashboard:export.summaryUnknown') : t('dashboard:export.summary', props.summary);
  return (
    <div className="mh-columns">
      <Card title={t('dashboard:export.title')}>
        <SettingRow label={t('dashboard:export.span')}>
          <Segments
            label={t('dashboard:export.span')}
            value={span.kind}
            options={[
              { value: 'today', label: t('dashboard:export.today') },
              { value: 'week', label: t('dashboard:export.week') },
              { value: 'range', label: t('dashboard:export.range') },
            ]}
            onChange={(kind) => chooseSpan(kind === 'range' ? { kind, from: props.today, to: props.today } : { kind })}
          />
          {span.kind === 'range' ? (
            <span className="mh-range">
              <TextField
                type="date"
                label={t('dashboard:export.from')}
                value={span.from}
                max={props.today}
                onChange={(from) => chooseSpan({ ...span, from })}
              />
              <span aria-hidden="true">–</span>
              <TextField
                type="date"
                label={t('dashboard:export.to')}
                value={span.to}
                max={props.today}
                onChange={(to) => chooseSpan({ ...span, to })}
              />
            </span>
          ) : null}
        </SettingRow>
        <SettingRow label={t('dashboard:export.files')}>
          <div className="mh-checks">
            {FILES.map((file) => (
              <Checkbox
                key={file}
                label={t(`dashboard:export.${file}`)}
                hint={t(`dashboard:export.${file}Hint`)}
                checked={files.includes(file)}
                onChange={(on) => setFiles(FILES.filter((each) => (each === file ? on : files.includes(each))))}
              />
            ))}
          </div>
        </SettingRow>
        <SettingRow label={t('dashboard:export.includes')}>
          <div className="mh-checks">
            {(['names', 'texts'] as const).map((part) => (
              <Checkbox
                key={part}
                label={t(`dashboard:export.${part}`)}
                hint={t(`dashboard:export.${part}Hint`)}
                checked={includes[part]}
                onChange={(on) => setIncludes({ ...includes, [part]: on })}
              />
            ))}
          </div>
        </SettingRow>
        <div className="mh-card__foot">
          <Button
            kind="primary"
            icon="download"
            disabled={problem !== null || props.running}
            onClick={() => props.onExport({ span, files: [...files], includes })}
          >
            {props.running ? t('dashboard:export.running') : t('dashboard:export.run')}
          </Button>
          <output className="mh-muted">{problem ?? summary}</output>
        </div>
      </Card>
      <DailyReportCard
        line={props.reportLine}
        fields={props.reportFields}
        onFields={props.onReportFields}
        onCopy={props.onCopyReport}
        copied={props.copied}
      />
    </div>
  );
}
