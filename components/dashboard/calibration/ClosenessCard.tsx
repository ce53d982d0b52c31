import { Button } from '@/components/design/Button';
import { Tag } from '@/components/design/Tag';
import { useT } from '@/components/i18n/TranslatorContext';
import { type Closeness, daysNeeded } from '@/lib/metrics/calibration/closeness';
import { Card } from '../controls/Card';
import { amountWords } from './figureWords';

/** What the search for the closest profile found. */
export interface FitShown {
  /** Closest first, the live one among them. */
  profiles: readonly { closeness: Closeness; name: string }[];
  /** The one rule of the live profile whose change fits best; null = none does clearly. */
  better: { rule: string; value: string; error: number } | null;
}

export interface ClosenessCardProps {
  /** Of the live profile; null before seven days were compared. */
  closeness: Closeness | null;
  /** Days compared so far. */
  comparedDays: number;
  live: { id: string; name: string };
  /** null = not searched yet. */
  fit: FitShown | null;
  /** null = no search is running. */
  searching: { done: number; total: number } | null;
  /** A copy was made and is in use. */
  used: boolean;
  onSearch: () => void;
  onUseProfile: (profileId: string) => void;
  onUseBetter: () => void;
}

const percent = (error: number): string => `${(error * 100).toFixed(1)}%`;
const SHOWN = 4;

/** After seven days: how close the live profile comes to the platform, which one is closest, and what would be closer. */
export function ClosenessCard(props: ClosenessCardProps) {
  const { closeness, comparedDays, live, fit, searching } = props;
  const t = useT();
  if (closeness === null) {
    return (
      <Card title={t('dashboard:calibration.closeness')}>
        <p className="mh-card__note">
          {t('dashboard:calibration.closenessNone', { days: daysNeeded, done: comparedDays })}
        </p>
      </Card>
    );
  }
  return (
    <Card title={t('dashboard:calibration.closeness')}>
      <p className="mh-card__note mh-closeness__live">
        {t('dashboard:calibration.closenessOf', {
          profile: live.name,
          error: percent(closeness.error),
          days: closeness.days,
        })}
      </p>
      <dl className="mh-closeness">
        {closeness.byFigure.map(({ figure, meanDifference }) => (
          <div key={figure}>
            <dt>{t(`dashboard:calibration.figure.${figure}`)}</dt>
            <dd>± {amountWords(figure, meanDifference, t)}</dd>
          </div>
        ))}
      </dl>
      <p className="mh-card__note mh-muted">{t('dashboard:calibration.closenessRule')}</p>
      {fit === null ? (
        <div className="mh-card__foot">
          <Button disabled={searching !== null} onClick={props.onSearch}>
            {searching === null ? t('dashboard:calibration.search') : t('dashboard:calibration.searching', searching)}
          </Button>
        </div>
      ) : (
        <>
          <table className="mh-table" aria-label={t('dashboard:calibration.closest')}>
            <tbody>
              {fit.profiles.slice(0, SHOWN).map(({ closeness: own, name }) => (
                <tr key={own.profileId}>
                  <th scope="row">
                    {name}{' '}
                    {own.profileId === live.id ? <Tag tone="accent" text={t('dashboard:calibration.live')} /> : null}
                  </th>
                  <td className="mh-table__number">{percent(own.error)}</td>
                  <td className="mh-table__action">
                    {own.profileId === live.id ? null : (
                      <Button small onClick={() => props.onUseProfile(own.profileId)}>
                        {t('dashboard:calibration.useProfile')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="mh-card__part mh-closeness__better">
            {props.used ? (
              <output>{t('dashboard:calibration.used')}</output>
            ) : fit.better === null ? (
              <p>{t('dashboard:calibration.noProposal')}</p>
            ) : (
              <>
                <p>
                  {t('dashboard:calibration.proposal', {
                    profile: live.name,
                    rule: fit.better.rule,
                    value: fit.better.value,
                    before: percent(closeness.error),
                    after: percent(fit.better.error),
                  })}
                </p>
                <Button kind="primary" onClick={props.onUseBetter}>
                  {t('dashboard:calibration.use')}
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </Card>
  );
}
