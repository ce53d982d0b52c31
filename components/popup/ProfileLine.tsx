import { Icon } from '@/components/design/Icon';
import { Separated } from '@/components/design/Separated';
import { useT } from '@/components/i18n/TranslatorContext';
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

/** By which rule the figures are counted, how complete the record is, and whose figures decide in the end. */
export function ProfileLine(props: { day: DayCard; hours: CountedHours | null; onProfile: () => void }) {
  const { day, hours, onProfile } = props;
  const t = useT();
  const profile = named.find((id) => id === day.profileId) ?? 'custom';
  const { coverage } = day.today;
  const parts = [
    t('popup:profileLine', { profile: t(`common:profile.${profile}`) }),
    ...(hours === null ? [] : [t('popup:hours', { from: hours.from, to: hours.to })]),
    t('popup:coverage', { value: formatCoverage(coverage, t) }),
    t('popup:official'),
  ];
  return (
    <button type="button" className="mh-popup__profile" onClick={onProfile}>
      <span className="mh-ellipsis">
        <Separated parts={parts} />
      </span>
      <Icon name="chevronRight" size={12} />
    </button>
  );
}
