import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import {
  COMPARED_FIGURES,
  kindOfFigure,
  PLATFORM_ONLY_FIGURES,
  type ReportField,
  type ReportFigure,
  type ReportMapping,
  type ReportUnit,
} from '@/lib/domain/platformReport';
import { NumberField } from '../settings/NumberField';
import type { ReportDraft } from './reportDraft';

const FIELDS: readonly ReportField[] = ['agent', 'date', ...COMPARED_FIGURES, ...PLATFORM_ONLY_FIGURES];
const NONE = '-';
const SAMPLE = 4;

const unitsOf = (figure: ReportFigure): readonly ReportUnit[] => {
  const kind = kindOfFigure(figure);
  if (kind === 'duration') return ['auto', 'seconds', 'minutes', 'milliseconds'];
  return kind === 'rate' || kind === 'ratio' ? ['auto', 'percent', 'fraction'] : [];
};

interface MappingTableProps {
  draft: ReportDraft;
  onMapping: (mapping: ReportMapping) => void;
}

/** The first rows of the file, with what each column is and in which unit. */
export function MappingTable({ draft: { rows, mapping }, onMapping }: MappingTableProps) {
  const t = useT();
  const { headerRow, columns, units } = mapping;
  const headings = rows[headerRow] ?? [];
  const sample = rows.slice(headerRow + 1, headerRow + 1 + SAMPLE);
  const width = Math.max(headings.length, ...sample.map((cells) => cells.length));
  const fieldAt = (column: number) => FIELDS.find((field) => columns[field] === column) ?? null;
  const assign = (column: number, field: ReportField | null) => {
    const kept = Object.entries(columns).filter(([name, at]) => at !== column && name !== field);
    const next: ReportMapping['columns'] = Object.fromEntries(kept);
    if (field !== null) next[field] = column;
    onMapping({ ...mapping, columns: next });
  };
  return (
    <>
      <div className="mh-inline mh-mapping__header">
        <span className="mh-muted">{t('dashboard:calibration.headerRow')}</span>
        <NumberField
          label={t('dashboard:calibration.headerRow')}
          value={headerRow + 1}
          isUsable={(value) => Number.isInteger(value) && value >= 1 && value <= rows.length}
          error={t('settings:measuring.badTarget')}
          onChange={(value) => value !== null && onMapping({ ...mapping, headerRow: value - 1 })}
        />
      </div>
      <div className="mh-scroll">
        <table className="mh-table mh-mapping" aria-label={t('dashboard:calibration.mapping')}>
          <thead>
            <tr>
              {Array.from({ length: width }, (_, column) => {
                const heading = headings[column] ?? '';
                const field = fieldAt(column);
                const figure = field === null || field === 'agent' || field === 'date' ? null : field;
                const choices = figure === null ? [] : unitsOf(figure);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position.
                  <th key={column} scope="col">
                    <span className="mh-mapping__heading">{heading}</span>
                    <Select
                      label={t('dashboard:calibration.column', { number: column + 1, heading })}
                      value={field ?? NONE}
                      options={[
                        { value: NONE, label: t('dashboard:calibration.ignore') },
                        ...FIELDS.map((each) => ({ value: each, label: t(`dashboard:calibration.figure.${each}`) })),
                      ]}
                      onChange={(value) => assign(column, FIELDS.find((each) => each === value) ?? null)}
                    />
                    {figure === null || choices.length === 0 ? null : (
                      <Select
                        label={t('dashboard:calibration.unitOf', { heading })}
                        value={units[figure] ?? 'auto'}
                        options={choices.map((unit) => ({
                          value: unit,
                          label: t(`dashboard:calibration.unit.${unit}`),
                        }))}
                        onChange={(unit) => onMapping({ ...mapping, units: { ...units, [figure]: unit } })}
                      />
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {sample.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position.
              <tr key={row}>
                {Array.from({ length: width }, (_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position.
                  <td key={column}>{cells[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
