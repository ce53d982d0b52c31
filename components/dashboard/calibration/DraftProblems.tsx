import { useT } from '@/components/i18n/TranslatorContext';
import type { ReportProblem } from '@/lib/domain/platformReport';

const SHOWN = 12;

/** Which rows (by their number in the file) cannot be used, and why. */
export function DraftProblems({ problems }: { problems: readonly ReportProblem[] }) {
  const t = useT();
  if (problems.length === 0) return null;
  const words = (problem: ReportProblem): string =>
    problem.problem === 'badCell'
      ? t('dashboard:calibration.rowProblem.badCell', {
          figure: t(`dashboard:calibration.figure.${problem.field}`),
          text: problem.text,
        })
      : t(`dashboard:calibration.rowProblem.${problem.problem}`);
  return (
    <div className="mh-card__part">
      <h3 className="mh-card__part-title">{t('dashboard:calibration.problems')}</h3>
      <ul className="mh-badrows" aria-label={t('dashboard:calibration.problems')}>
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.row}-${problem.problem}-${'field' in problem ? problem.field : ''}`}>
            <span className="mh-badrows__row">{t('dashboard:calibration.row', { row: problem.row + 1 })}</span>
            {words(problem)}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN ? (
        <p className="mh-setting__hint">
          {t('dashboard:calibration.moreProblems', { count: problems.length - SHOWN })}
        </p>
      ) : null}
    </div>
  );
}
