import { useMemo, useState } from 'react';
import { EmptyState } from '@/components/design/EmptyState';
import { Icon } from '@/components/design/Icon';
import { Select } from '@/components/design/Select';
import { figureLabel } from '@/components/figures/figureReading';
import { useT } from '@/components/i18n/TranslatorContext';
import { maskName } from '@/lib/domain/conversation';
import type { DayCorrection } from '@/lib/domain/dayCorrection';
import type { FigureRef } from '@/lib/domain/figureRef';
import type { OpenedLine } from '@/lib/domain/openedMessage';
import type { Profile } from '@/lib/domain/profile';
import type { Translate } from '@/lib/i18n/translator';
import type { Explanation } from '@/lib/metrics/explain';
import { unitOf, unitsMade } from '@/lib/metrics/explainUnits';
import { targetsOf } from '@/lib/metrics/targets';
import { nameOfProfile, profileName } from '../profileName';
import { dateAndMinute } from '../timeOfDay';
import type { Correcting } from '../today/correcting';
import { TurnTable } from '../today/TurnTable';
import type { TurnRow } from '../today/turnRow';
import type { TurnSort } from '../today/turnSort';
import { CorrectionList, LatestCorrection } from './CorrectionList';
import { explainedGroups, explainedItems } from './explainedItems';
import { type FigureLimits, figureDefinition, figureName } from './figureWords';

/** When nothing was recorded; see lib/storage. */
export interface FigureGap {
  kind: 'closed' | 'paused' | 'notReading' | 'clockStep' | 'ambiguous';
  from: number;
  to: number | null;
  waiting: number;
}

export interface FigurePageProps {
  figure: FigureRef;
  /** As it is shown elsewhere. */
  value: string;
  explanation: Explanation;
  /** Each of the explained turns, by its key (see rowKeyOf). */
  rows: ReadonlyMap<string, TurnRow>;
  /** Messages sent unasked, which count but belong to no turn. */
  proactive: number;
  /** What counts but has no turn. */
  withoutTurns: readonly { name: string | null; shop: string | null }[];
  gaps: readonly FigureGap[];
  profile: Profile;
  /** What can be chosen. */
  profileIds: readonly string[];
  persons: readonly string[];
  /** undefined = everybody. */
  person: string | null | undefined;
  /** YYYY-MM-DD */
  date: string;
  limits: FigureLimits;
  limitMs: number;
  openKey: string | null;
  messages: readonly OpenedLine[] | null;
  correcting: Correcting;
  corrections: readonly DayCorrection[];
  latest: DayCorrection | null;
  onUndo: (correction: DayCorrection) => void;
  onOpen: (key: string | null) => void;
  onProfile: (id: string) => void;
  onPerson: (person: string | null | undefined) => void;
  /** By so many days. */
  onDay: (by: number) => void;
  backHref: string;
}

const EVERYBODY = '*';

/** The figure's name, in the platform's words where it is the one that the platform judges: as its card says it. */
function openedName(figure: FigureRef, profile: Profile, t: Translate): string {
  const targets = targetsOf(profile);
  const { seconds = targets.withinSeconds } = figure;
  const isJudged = figure.figure === 'within' && figure.unit === undefined && seconds === targets.withinSeconds;
  return isJudged ? figureLabel('within', targets, profile.basedOn ?? profile.id, t) : figureName(figure, t);
}

/** One figure opened: what it means, the turns that made it, and those left out, by reason. */
export function FigurePage(props: FigurePageProps) {
  const { figure, explanation, rows, profile, proactive, withoutTurns, gaps } = props;
  const t = useT();
  const [sort, setSort] = useState<TurnSort | null>(null);
  const [show, setShow] = useState<{ key: string } | null>(null);
  const groups = useMemo(() => explainedGroups(explanation, t), [explanation, t]);
  const items = useMemo(
    () => explainedItems({ explanation, groups, rows, sort, profile }, t),
    [explanation, groups, rows, sort, profile, t],
  );
  const { made, leftOut } = explanation;
  const n = unitsMade(explanation, profile) + withoutTurns.length;
  const unit = unitOf(figure.figure, figure.unit === undefined ? profile : { rateUnit: figure.unit });
  const name = openedName(figure, profile, t);
  return (
    <section className="mh-day mh-figure-page" aria-label={`${t('dashboard:figures.title')}: ${name}`}>
      <header className="mh-figure-page__head">
        <div>
          <a className="mh-figure-page__back" href={props.backHref}>
            <Icon name="chevronRight" size={12} /> {t('dashboard:figures.back')}
          </a>
          <h2 className="mh-figure-page__name">
            {name} <span className="mh-figure-page__value">{props.value}</span>{' '}
            <span className="mh-figure-page__n">
              {t(`dashboard:figures.n.${unit}`, { count: n + (unit === 'message' ? proactive : 0) })}
            </span>
          </h2>
        </div>
        <div className="mh-figure-page__choices">
          <span className="mh-figure-page__day">
            <button
              type="button"
              className="mh-icon-button"
              aria-label={t('dashboard:figures.dayBefore')}
              onClick={() => props.onDay(-1)}
            >
              ‹
            </button>
            <time>{props.date}</time>
            <button
              type="button"
              className="mh-icon-button"
              aria-label={t('dashboard:figures.dayAfter')}
              onClick={() => props.onDay(1)}
            >
              ›
            </button>
          </span>
          <Select
            label={t('dashboard:figures.profile')}
            value={profile.id}
            options={props.profileIds.map((id) => ({
              value: id,
              label: id === profile.id ? nameOfProfile(profile, t) : profileName(id, t),
            }))}
            onChange={props.onProfile}
          />
          <Select
            label={t('dashboard:figures.person')}
            value={props.person === undefined ? EVERYBODY : (props.person ?? '')}
            options={[
              { value: EVERYBODY, label: t('dashboard:today.everyone') },
              { value: '', label: t('common:noPerson') },
              ...props.persons.map((person) => ({ value: person, label: person })),
            ]}
            onChange={(value) => props.onPerson(value === EVERYBODY ? undefined : value === '' ? null : value)}
          />
        </div>
      </header>
      <p className="mh-figure-page__definition">{figureDefinition(figure, props.limits, t)}</p>
      {props.latest === null ? null : <LatestCorrection correction={props.latest} onUndo={props.onUndo} />}
      <div className="mh-figure-page__groups">
        {groups.map((group) => (
          <button
            key={group.key}
            type="button"
            className={`mh-group${group.key === 'made' ? ' mh-group--made' : ''}`}
            aria-label={t('dashboard:figures.jump', { group: `${group.name} ${group.count}` })}
            onClick={() => setShow({ key: group.key })}
          >
            {group.name} <strong>{group.count}</strong>
          </button>
        ))}
        <span className="mh-figure-page__sum">
          {t('dashboard:figures.sum', { made: made.length, out: leftOut.length, count: made.length + leftOut.length })}
        </span>
      </div>
      {proactive > 0 ? <p className="mh-muted">{t('dashboard:figures.proactive', { count: proactive })}</p> : null}
      {withoutTurns.length === 0 ? null : (
        <p className="mh-muted">
          {t('dashboard:figures.withoutTurns')}:{' '}
          {withoutTurns.map(({ name: customer }) => maskName(customer)).join(' · ')}
        </p>
      )}
      {figure.figure === 'coverage' ? <Gaps gaps={gaps} timeZone={profile.timeZone} /> : null}
      {items.length === 0 ? (
        <div className="mh-day__empty">
          <EmptyState title={t('dashboard:figures.nobody')} />
        </div>
      ) : (
        <TurnTable
          items={items}
          sort={sort}
          onSort={setSort}
          show={show}
          openKey={props.openKey}
          messages={props.messages}
          correcting={props.correcting}
          onOpen={props.onOpen}
          onOnlyConversation={null}
          timeZone={profile.timeZone}
          limitMs={props.limitMs}
        />
      )}
      <CorrectionList corrections={props.corrections} timeZone={profile.timeZone} onUndo={props.onUndo} />
    </section>
  );
}

function Gaps({ gaps, timeZone }: { gaps: readonly FigureGap[]; timeZone: string }) {
  const t = useT();
  if (gaps.length === 0) return <p className="mh-muted">{t('dashboard:figures.noGaps')}</p>;
  return (
    <ul className="mh-figure-page__gaps" aria-label={t('dashboard:figures.gaps')}>
      {gaps.map((gap) => (
        <li key={`${gap.kind}-${gap.from}-${gap.to}`}>
          {dateAndMinute(gap.from, timeZone)} –{' '}
          {gap.to === null ? t('dashboard:figures.gapOpen') : dateAndMinute(gap.to, timeZone)}{' '}
          {t(`dashboard:figures.gap.${gap.kind}`)} · {t('dashboard:figures.gapWaiting', { count: gap.waiting })}
        </li>
      ))}
    </ul>
  );
}
