import { Notice } from '@/components/design/Notice';
import { Tag } from '@/components/design/Tag';
import { useTranslator } from '@/components/i18n/TranslatorContext';
import type { ReportBasis, ReportLine } from '@/lib/domain/platformReport';
import { Card } from '../controls/Card';
import { FileDrop } from '../controls/FileDrop';
import type { WorkbenchChoice } from './reportDraft';
import { TypedFigure } from './TypedFigure';

/** Why a file could not be read; the words are `calibration.problem`. */
export type ReportFileProblem = 'tooLarge' | 'oldExcel' | 'webPage' | 'badExcel' | 'empty';

export interface ImportCardProps {
  onFile: (file: File) => void;
  fileProblem: ReportFileProblem | null;
  /** The reports that are recognised, each with where its headings were found. */
  reports: readonly { name: string; basis: ReportBasis }[];
  /** YYYY-MM-DD. */
  today: string;
  /** Agents that reports have named. */
  knownAgents: readonly string[];
  workbenches: readonly WorkbenchChoice[];
  /** A typed figure in ms or as a fraction; null = not usable. */
  readValue: (figure: keyof ReportLine['figures'], text: string) => number | null;
  onTyped: (line: ReportLine, workbenchId: string | null) => void;
}

/** Where a platform's figures come in: a report that is dropped or chosen, or one figure. */
export function ImportCard(props: ImportCardProps) {
  const { t, language } = useTranslator();
  const shown = language === 'en' ? 'en' : 'zh';
  return (
    <Card title={t('dashboard:calibration.import')}>
      <FileDrop
        hint={t('dashboard:calibration.drop')}
        label={t('dashboard:calibration.choose')}
        accept=".csv,.txt,.tsv,.xlsx,.xls"
        onFile={props.onFile}
      />
      {props.fileProblem === null ? null : (
        <Notice tone="error" shape="block">
          {t(`dashboard:calibration.problem.${props.fileProblem}`)}
        </Notice>
      )}
      <p className="mh-card__note">{t('dashboard:calibration.formats')}</p>
      <p className="mh-card__note">
        <Tag text={t('settings:measuring.assumed')} title={t('settings:measuring.assumedHint')} />{' '}
        {t('dashboard:calibration.assumed')}
      </p>
      <details className="mh-rules">
        <summary>{t('dashboard:calibration.sources')}</summary>
        <dl className="mh-report-sources">
          {props.reports.map(({ name, basis }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {basis.source[shown]}{' '}
                <span className="mh-muted">{t('dashboard:calibration.checkedAt', { date: basis.checkedAt })}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <TypedFigure
        today={props.today}
        knownAgents={props.knownAgents}
        workbenches={props.workbenches}
        readValue={props.readValue}
        onTyped={props.onTyped}
      />
    </Card>
  );
}
