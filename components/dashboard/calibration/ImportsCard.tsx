import { Button } from '@/components/design/Button';
import { useTranslator } from '@/components/i18n/TranslatorContext';
import { Card } from '../controls/Card';
import { dateAndMinute } from '../timeOfDay';

/** One import, as the list shows it. */
export interface ImportRow {
  id: number;
  at: number;
  kind: 'file' | 'typed';
  name: string;
  /** Which report it was recognised as; null = mapped by hand, or typed. */
  formatName: { zh: string; en: string } | null;
  lines: number;
  skipped: number;
}

interface ImportsCardProps {
  /** Latest first. */
  imports: readonly ImportRow[];
  timeZone: string;
  onUndo: (importId: number) => void;
}

const SHOWN = 8;

/** What was imported; the last one can be taken back. */
export function ImportsCard({ imports, timeZone, onUndo }: ImportsCardProps) {
  const { t, language } = useTranslator();
  return (
    <Card title={t('dashboard:calibration.imports')} hint={t('dashboard:calibration.undoHint')}>
      <ul className="mh-twoline" aria-label={t('dashboard:calibration.imports')}>
        {imports.slice(0, SHOWN).map((one, index) => (
          <li key={one.id} className="mh-twoline__item">
            <span className="mh-twoline__text" title={one.name}>
              {one.kind === 'typed' ? t('dashboard:calibration.typedName') : one.name}
              {one.formatName === null ? null : (
                <span className="mh-muted"> {language === 'en' ? one.formatName.en : one.formatName.zh}</span>
              )}
            </span>
            <span className="mh-twoline__where mh-muted">
              {dateAndMinute(one.at, timeZone)} · {t('dashboard:calibration.importLine', { count: one.lines })}
              {one.skipped === 0 ? '' : ` · ${t('dashboard:calibration.skipped', { count: one.skipped })}`}
            </span>
            {index === 0 ? (
              <Button small icon="undo" onClick={() => onUndo(one.id)}>
                {t('dashboard:calibration.undo')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
