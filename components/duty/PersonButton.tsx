import { Icon } from '@/components/design/Icon';
import { useT } from '@/components/i18n/TranslatorContext';
import type { DutyView } from './dutyProps';

/** 交接: says who is on duty, and unfolds the line on which the next person is chosen. */
export function PersonButton(props: Pick<DutyView, 'person'> & { expanded: boolean; onToggle: () => void }) {
  const { person, expanded, onToggle } = props;
  const t = useT();
  const name = person ?? t('common:noPerson');
  const label = t('common:duty.handOver', { person: name });
  return (
    <button
      type="button"
      className="mh-person"
      aria-expanded={expanded}
      aria-label={label}
      title={label}
      onClick={onToggle}
    >
      <span className="mh-ellipsis">{name}</span>
      <Icon name="chevronDown" size={12} />
    </button>
  );
}
