import { Button } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { Tag } from '@/components/design/Tag';
import { useTranslator } from '@/components/i18n/TranslatorContext';
import { REPORT_LINES_MAX } from '@/lib/domain/platformReport';
import { Card } from '../controls/Card';
import { SettingRow } from '../controls/SettingRow';
import { TextField } from '../controls/TextField';
import { DraftProblems } from './DraftProblems';
import { DraftTable } from './DraftTable';
import { MappingTable } from './MappingTable';
import type { ReportDraft, ReportDraftChange, WorkbenchChoice } from './reportDraft';

export interface DraftCardProps {
  draft: ReportDraft;
  today: string;
  workbenches: readonly WorkbenchChoice[];
  saving: boolean;
  onDraft: (change: ReportDraftChange) => void;
  onSave: () => void;
  onDiscard: () => void;
}

const ANY = '*';

/** The preview of a report: what its columns are, what comes of its rows, and which of them cannot be used. */
export function DraftCard({ draft, today, workbenches, saving, onDraft, onSave, onDiscard }: DraftCardProps) {
  const { t, language } = useTranslator();
  const { format, mapping, whole, lines, problems } = draft;
  const known =
    format !== null
      ? t('dashboard:calibration.recognised', { name: language === 'en' ? format.name.en : format.name.zh })
      : draft.remembered
        ? t('dashboard:calibration.remembered')
        : t('dashboard:calibration.unknownReport');
  const tooMany = lines.length > REPORT_LINES_MAX;
  return (
    <Card title={`${t('dashboard:calibration.preview')} · ${draft.name}`} hint={known}>
      {format === null ? null : (
        <p className="mh-card__note">
          {t('dashboard:calibration.headingsFrom', {
            source: format.basis.source[language === 'en' ? 'en' : 'zh'],
            date: format.basis.checkedAt,
          })}
          {draft.assumed.length === 0 ? null : (
            <>
              <br />
              <Tag text={t('settings:measuring.assumed')} title={t('settings:measuring.assumedHint')} />{' '}
              {t('dashboard:calibration.assumedHeadings', { headings: draft.assumed.join('、') })}
            </>
          )}
        </p>
      )}
      <SettingRow label={t('dashboard:calibration.workbench')}>
        <Select
          label={t('dashboard:calibration.workbench')}
          value={draft.workbenchId ?? ANY}
          options={[
            { value: ANY, label: t('dashboard:calibration.anyWorkbench') },
            ...workbenches.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onDraft({ workbenchId: value === ANY ? null : value })}
        />
      </SettingRow>
      {mapping.columns.agent === undefined ? (
        <SettingRow label={t('dashboard:calibration.wholeAgent')}>
          <TextField
            label={t('dashboard:calibration.wholeAgent')}
            value={whole.agent}
            maxLength={80}
            autoComplete="off"
            onChange={(agent) => onDraft({ whole: { ...whole, agent } })}
          />
        </SettingRow>
      ) : null}
      {mapping.columns.date === undefined ? (
        <SettingRow label={t('dashboard:calibration.wholeDate')}>
          <TextField
            type="date"
            label={t('dashboard:calibration.wholeDate')}
            value={whole.date}
            max={today}
            onChange={(date) => onDraft({ whole: { ...whole, date } })}
          />
        </SettingRow>
      ) : null}
      <details className="mh-rules" open={format === null && !draft.remembered}>
        <summary>{t('dashboard:calibration.mapping')}</summary>
        <MappingTable draft={draft} onMapping={(next) => onDraft({ mapping: next })} />
      </details>
      <DraftTable lines={lines} />
      <DraftProblems problems={problems} />
      <div className="mh-card__foot">
        <Button kind="primary" disabled={lines.length === 0 || tooMany || saving} onClick={onSave}>
          {t('dashboard:calibration.save', { count: lines.length })}
        </Button>
        <Button onClick={onDiscard}>{t('dashboard:calibration.discard')}</Button>
        <output className="mh-muted">
          {lines.length === 0
            ? t('dashboard:calibration.noneUsable')
            : tooMany
              ? t('dashboard:calibration.tooMany', { count: REPORT_LINES_MAX })
              : [
                  t('dashboard:calibration.usable', { count: lines.length }),
                  ...(problems.length === 0 ? [] : [t('dashboard:calibration.unusable', { count: problems.length })]),
                ].join(' · ')}
        </output>
      </div>
    </Card>
  );
}
