import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { DAILY_REPORT_FIELDS, type DailyReportField } from '@/lib/domain/settings';
import { Card } from '../controls/Card';
import { Checkbox } from '../controls/Checkbox';

interface DailyReportCardProps {
  line: string;
  fields: readonly DailyReportField[];
  onFields: (fields: DailyReportField[]) => void;
  onCopy: () => void;
  copied: boolean;
}

function swapped(fields: readonly DailyReportField[], index: number, by: 1 | -1): DailyReportField[] {
  const next = [...fields];
  const [moved] = next.splice(index, 1);
  if (moved !== undefined) next.splice(index + by, 0, moved);
  return next;
}

/** The line for the work chat as it will be pasted, and which fields it has in which order. */
export function DailyReportCard({ line, fields, onFields, onCopy, copied }: DailyReportCardProps) {
  const t = useT();
  const listed = [...fields, ...DAILY_REPORT_FIELDS.filter((field) => !fields.includes(field))];
  return (
    <Card title={t('dashboard:export.report')} hint={t('dashboard:export.reportHint')}>
      <output className="mh-report" aria-label={t('dashboard:export.reportLine')}>
        {line}
      </output>
      <div className="mh-card__foot">
        <Button kind="primary" icon={copied ? 'check' : 'copy'} onClick={onCopy}>
          {copied ? t('dashboard:export.copied') : t('dashboard:export.copy')}
        </Button>
      </div>
      <ul className="mh-order" aria-label={t('dashboard:export.fields')}>
        {listed.map((field, index) => {
          const name = t(`dashboard:field.${field}`);
          const on = index < fields.length;
          return (
            <li key={field} className="mh-order__item">
              <Checkbox
                label={name}
                checked={on}
                onChange={(wanted) => onFields(wanted ? [...fields, field] : fields.filter((each) => each !== field))}
              />
              <span className="mh-order__moves">
                <button
                  type="button"
                  className="mh-icon-button"
                  aria-label={t('dashboard:export.fieldUp', { field: name })}
                  disabled={!on || index === 0}
                  onClick={() => onFields(swapped(fields, index, -1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="mh-icon-button"
                  aria-label={t('dashboard:export.fieldDown', { field: name })}
                  disabled={!on || index === fields.length - 1}
                  onClick={() => onFields(swapped(fields, index, 1))}
                >
                  ↓
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
