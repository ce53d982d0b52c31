import type { ReactNode } from 'react';
import { useT } from '@/components/i18n/TranslatorContext';
import { type FigureRef, figureText, RATE_UNITS, type RateUnit } from '@/lib/domain/figureRef';
import type { AllFigures } from '@/lib/domain/figures';
import type { Targets } from '@/lib/domain/target';
import { formatCount } from '@/lib/metrics/format/count';
import { formatDuration } from '@/lib/metrics/format/duration';
import { formatGap } from '@/lib/metrics/format/gap';
import { profileName } from '../profileName';
import { FigureLink } from './FigureLink';
import { FIGURE_GROUPS, type FigureGroupName } from './figureGroups';
import { type FigureLimits, figureDefinition, figureName, figureValue, pressureName } from './figureWords';

export interface MoreFiguresProps {
  live: AllFigures;
  /** By the second opinion's profile; null = the live profile is that one, or it is being read. */
  second: AllFigures | null;
  profileId: string;
  secondProfileId: string;
  /** What the live profile's own N-second rate counts. */
  rateUnit: RateUnit;
  targets: Targets;
  /** See LiveView. */
  missBudget: number | null;
  coverage: number | null;
  ownSeconds: number | null;
  limits: FigureLimits;
  hrefOf: (ref: FigureRef, profileId: string) => string;
}

/** Every figure of the day in five groups, each opening its turns; a second opinion stands beside the live profile. */
export function MoreFigures(props: MoreFiguresProps) {
  return (
    <div className="mh-all">
      <div className="mh-all__column">
        <Group name="speed" {...props} />
        <Group name="pressure" {...props} />
      </div>
      <div className="mh-all__column">
        <Group name="target" {...props}>
          <WithinTable {...props} />
        </Group>
        <Group name="missed" {...props} />
      </div>
      <div className="mh-all__column">
        <Group name="work" {...props} />
      </div>
    </div>
  );
}

function Group({ name, children, ...props }: MoreFiguresProps & { name: FigureGroupName; children?: ReactNode }) {
  const { live, second, profileId, secondProfileId, coverage, limits, hrefOf } = props;
  const t = useT();
  const rest = { coverage, received: null };
  return (
    <section className="mh-all__group" aria-label={t(`dashboard:figures.group.${name}`)}>
      <table className="mh-all__table">
        <thead>
          <tr>
            <th scope="col" className="mh-all__title">
              {t(`dashboard:figures.group.${name}`)}
            </th>
            <th scope="col">{profileName(profileId, t)}</th>
            {second === null ? null : <th scope="col">{profileName(secondProfileId, t)}</th>}
          </tr>
        </thead>
        <tbody>
          {FIGURE_GROUPS[name].map((ref) => {
            if (ref.figure === 'split') return <SplitRows key={figureText(ref)} {...props} />;
            const cells: [AllFigures, string][] = [[live, profileId]];
            // Coverage and the messages in it are of no profile.
            if (second !== null) cells.push([second, secondProfileId]);
            return (
              <tr key={figureText(ref)}>
                <th scope="row" title={figureDefinition(ref, limits, t)}>
                  {ref.figure === 'pressure' ? pressureName(ref.bucket ?? 0, t) : figureName(ref, t)}
                </th>
                {cells.map(([all, id]) => (
                  <td key={id}>
                    <FigureLink
                      reading={{ ref, value: figureValue(ref, all, rest, t) }}
                      href={hrefOf(ref, id)}
                      by={profileName(id, t)}
                    />
                    {ref.figure === 'pressure' ? (
                      <span className="mh-all__n">
                        {formatCount(all.more.pressure[ref.bucket ?? 0]?.turns ?? 0, 'turns', t)}
                      </span>
                    ) : null}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {children}
    </section>
  );
}

/** Where the time of a reply went: three rows, for three durations side by side are wider than a column. */
function SplitRows({ live, second, profileId, secondProfileId, limits, hrefOf }: MoreFiguresProps) {
  const t = useT();
  const ref: FigureRef = { figure: 'split' };
  const cells: [AllFigures, string][] = [[live, profileId]];
  if (second !== null) cells.push([second, secondProfileId]);
  return (['notice', 'think', 'type'] as const).map((part) => (
    <tr key={part}>
      <th scope="row" title={figureDefinition(ref, limits, t)}>
        {t(`dashboard:fact.${part}`)}
      </th>
      {cells.map(([{ more }, id]) => (
        <td key={id}>
          <FigureLink
            reading={{ ref, value: formatDuration(more.split.turns === 0 ? null : more.split[`${part}Ms`], t) }}
            part={t(`dashboard:fact.${part}`)}
            href={hrefOf(ref, id)}
            by={profileName(id, t)}
          />
        </td>
      ))}
    </tr>
  ));
}

/** The N-second rates in each of the three units; the profile's own unit first named, the miss budget below. */
function WithinTable(props: MoreFiguresProps) {
  const { live, second, profileId, secondProfileId, rateUnit, targets, missBudget, ownSeconds, hrefOf } = props;
  const t = useT();
  const all = Object.keys(live.within.turn).map(Number);
  const rest = { coverage: null, received: null };
  const budget = formatGap(
    {
      figure: 'within',
      value: live.figures.within[targets.withinSeconds]?.rate ?? null,
      target: targets.within.good,
      missBudget,
    },
    t,
  );
  const cell = (figures: AllFigures, ref: FigureRef, id: string) => (
    <td key={`${id}-${ref.unit}`} className={id === profileId && ref.unit === rateUnit ? 'mh-all__own' : undefined}>
      <FigureLink
        reading={{ ref, value: figureValue(ref, figures, rest, t) }}
        href={hrefOf(ref, id)}
        by={profileName(id, t)}
      />
    </td>
  );
  return (
    <>
      <table className="mh-all__table">
        <thead>
          <tr>
            <td />
            {RATE_UNITS.map((unit) => (
              <th key={unit} scope="col" className={unit === rateUnit ? 'mh-all__own' : undefined}>
                {t(`dashboard:figures.unit.${unit}`)}
              </th>
            ))}
            {second === null ? null : <th scope="col">{t('dashboard:figures.second')}</th>}
          </tr>
        </thead>
        <tbody>
          {all.map((seconds) => (
            <tr key={seconds}>
              <th scope="row">
                {t('dashboard:figures.within', { seconds })}
                {seconds === ownSeconds ? <span className="mh-all__n">{t('dashboard:figures.own')}</span> : null}
              </th>
              {RATE_UNITS.map((unit) => cell(live, { figure: 'within', seconds, unit }, profileId))}
              {second === null ? null : cell(second, { figure: 'within', seconds, unit: 'turn' }, secondProfileId)}
            </tr>
          ))}
        </tbody>
      </table>
      {budget === null || missBudget === null ? null : (
        <p className="mh-all__budget">
          {t('dashboard:figures.within', { seconds: targets.withinSeconds })} {budget}
        </p>
      )}
    </>
  );
}
