import { useT } from '@/components/i18n/TranslatorContext';
import { COMPARED_FIGURES, PLATFORM_ONLY_FIGURES, type ReportLine } from '@/lib/domain/platformReport';
import { figureWords } from './figureWords';

const SHOWN = 6;

/** The first rows of a report as they were understood. */
export function DraftTable({ lines }: { lines: readonly ReportLine[] }) {
  const t = useT();
  const first = lines.slice(0, SHOWN);
  const figures = [...COMPARED_FIGURES, ...PLATFORM_ONLY_FIGURES].filter((figure) =>
    lines.some((line) => line.figures[figure] !== undefined),
  );
  if (first.length === 0) return null;
  return (
    <div className="mh-card__part">
      <h3 className="mh-card__part-title">{t('dashboard:calibration.firstRows', { count: first.length })}</h3>
      <div className="mh-scroll">
        <table className="mh-table" aria-label={t('dashboard:calibration.preview')}>
          <thead>
            <tr>
              <th scope="col">{t('dashboard:calibration.figure.agent')}</th>
              <th scope="col">{t('dashboard:calibration.date')}</th>
              {figures.map((figure) => (
                <th key={figure} scope="col" className="mh-table__number">
                  {t(`dashboard:calibration.figure.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map((line) => (
              <tr key={`${line.agent}|${line.date}`}>
                <th scope="row">{line.agent}</th>
                <td className="mh-table__time">{line.date}</td>
                {figures.map((figure) => (
                  <td key={figure} className="mh-table__number">
                    {figureWords(figure, line.figures[figure] ?? null, t)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
