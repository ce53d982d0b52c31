import { Fragment } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import { formatCoverage } from '@/lib/metrics/format/coverage';
import type { DayShown, FigureRowShown, OpenRow, OpenTurn } from './comparisonRows';
import { ExplainingList } from './ExplainingList';
import { differenceWords, figureWords } from './figureWords';

interface ComparisonTableProps {
  agent: string;
  /** Names of the profiles whose values stand there, the live one first. */
  profileNames: readonly string[];
  /** Latest first. */
  days: readonly DayShown[];
  open: OpenRow | null;
  openTurn: OpenTurn;
  timeZone: string;
  onOpen: (row: { date: string; figure: FigureRowShown['figure'] } | null) => void;
}

/** Day by day and figure by figure: theirs, ours by each profile, the difference in words, and why. */
export function ComparisonTable({ agent, profileNames, days, open, openTurn, timeZone, onOpen }: ComparisonTableProps) {
  const t = useT();
  const width = 3 + 2 * profileNames.length;
  return (
    <div className="mh-scroll">
      <table className="mh-table mh-compare" aria-label={t('dashboard:calibration.table', { agent })}>
        <thead>
          <tr>
            <th scope="col">{t('dashboard:calibration.figureName')}</th>
            <th scope="col" className="mh-table__number">
              {t('dashboard:calibration.theirs')}
            </th>
            {profileNames.map((profile) => (
              <Fragment key={profile}>
                <th scope="col" className="mh-table__number">
                  {t('dashboard:calibration.ours', { profile })}
                </th>
                <th scope="col">{t('dashboard:calibration.difference')}</th>
              </Fragment>
            ))}
            <td className="mh-table__action" />
          </tr>
        </thead>
        {days.map((day) => (
          <tbody key={day.date}>
            <tr className="mh-compare__day">
              <th scope="rowgroup" colSpan={width}>
                {day.date}
                <span className="mh-muted">
                  {day.coverage === null
                    ? ''
                    : ` · ${t('dashboard:calibration.coverage', { coverage: formatCoverage(day.coverage, t) })}`}
                  {day.unfit === null ? '' : ` · ${t(`dashboard:calibration.${day.unfit}`)}`}
                </span>
              </th>
            </tr>
            {day.rows.map((row) => {
              const { figure, ours } = row;
              const name = t(`dashboard:calibration.figure.${figure}`);
              const isOpen = open !== null && open.date === day.date && open.figure === figure;
              const differs = ours?.[0]?.difference != null && ours[0].difference !== 0;
              return (
                <Fragment key={figure}>
                  <tr>
                    <th scope="row">{name}</th>
                    <td className="mh-table__number">{figureWords(figure, row.theirs, t)}</td>
                    {ours === null ? (
                      <td className="mh-muted" colSpan={2 * profileNames.length}>
                        {t('dashboard:calibration.onlyPlatform')}
                      </td>
                    ) : (
                      ours.map(({ value, difference }, index) => (
                        <Fragment key={profileNames[index]}>
                          <td className="mh-table__number">{figureWords(figure, value, t)}</td>
                          <td>{differenceWords(figure, difference, t)}</td>
                        </Fragment>
                      ))
                    )}
                    <td className="mh-table__action">
                      {differs ? (
                        <Button
                          small
                          kind="quiet"
                          aria-expanded={isOpen}
                          aria-label={t('dashboard:calibration.explainOf', { date: day.date, figure: name })}
                          onClick={() => onOpen(isOpen ? null : { date: day.date, figure })}
                        >
                          {isOpen ? t('dashboard:calibration.hide') : t('dashboard:calibration.explain')}
                        </Button>
                      ) : null}
                    </td>
                  </tr>
                  {isOpen && open.turns !== null ? (
                    <tr className="mh-compare__why">
                      <td colSpan={width}>
                        <ExplainingList row={row} turns={open.turns} openTurn={openTurn} timeZone={timeZone} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
