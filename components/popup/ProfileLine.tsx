import { Icon } from '@/components/design/Icon';
import { Separated, Separator } from '@/components/design/Separated';
import { useT } from '@/components/i18n/TranslatorContext';
import type { FigureRef } from '@/lib/domain/figureRef';
import { formatCoverage } from '@/lib/metrics/format/coverage';
import type { CountedHours, DayCard } from './popupProps';

/** The profiles that have a name of their own; every other id is the agent's own copy. */
const named = [
  'selfcoach',
  'taobao',
  'douyin',
  'pinduoduo',
  'kuaishou',
  'jd',
  'xiaohongshu',
  'chitu',
  'chatwoot',
  'rocketchat',
  'lastclock',
] as const;

/**
 * By which rule the figures are counted, how complete the record is, and whose figures decide in the end; while figures
 * by other rules are being made, how far that is.
 */
export function ProfileLine(props: {
  day: DayCard;
  hours: CountedHours | null;
  rederiving: { done: number; total: number } | null;
  onProfile: () => void;
  onDetails: (figure: FigureRef) => void;
}) {
  const { day, hours, rederiving, onProfile, onDetails } = props;
  const t = useT();
  const profile = named.find((id) => id === day.profileId) ?? 'custom';
  const coverage = t('popup:coverage', { value: formatCoverage(day.today.coverage, t) });
  const rule = [
    t('popup:profileLine', { profile: day.profileName ?? t(`common:profile.${profile}`) }),
    ...(hours === null ? [] : [t('popup:hours', { from: hours.from, to: hours.to })]),
  ];
  return (
    <p className="mh-popup__profile">
      <button type="button" className="mh-popup__profile-part" onClick={onProfile}>
        <Separated parts={rule} />
      </button>
      <Separator />
      <button
        type="button"
        className="mh-popup__profile-part"
        aria-label={t('popup:details', { figure: coverage })}
        onClick={() => onDetails({ figure: 'coverage' })}
      >
        {coverage}
        <Icon name="chevronRight" size={10} />
      </button>
      <Separator />
      {rederiving === null ? (
        <span className="mh-ellipsis">{t('popup:official')}</span>
      ) : (
        <span className="mh-ellipsis" role="status" title={t('dashboard:rederiving', rederiving)}>
          {t('popup:rederiving', { ...rederiving, total: Math.max(rederiving.total, rederiving.done) })}
        </span>
      )}
    </p>
  );
}
