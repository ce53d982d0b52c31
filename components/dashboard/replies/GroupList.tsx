import { useT } from '@/components/i18n/TranslatorContext';
import type { QuickReply } from '@/lib/domain/quickReply';
import { groupsOf } from './replyDraft';

interface GroupListProps {
  replies: readonly QuickReply[];
  /** null = all. */
  chosen: string | null;
  onChoose: (group: string | null) => void;
}

/** Groups with the number of replies in each. */
export function GroupList({ replies, chosen, onChoose }: GroupListProps) {
  const t = useT();
  const groups = [{ name: null, count: replies.length }, ...groupsOf(replies)];
  return (
    <nav className="mh-groups" aria-label={t('dashboard:replies.groups')}>
      {groups.map(({ name, count }) => (
        <button
          key={name ?? '*'}
          type="button"
          className="mh-groups__item"
          aria-current={name === chosen}
          onClick={() => onChoose(name)}
        >
          <span className="mh-ellipsis">
            {name === null ? t('dashboard:replies.allGroups') : name === '' ? t('dashboard:replies.noGroup') : name}
          </span>
          <span className="mh-groups__count">{count}</span>
        </button>
      ))}
    </nav>
  );
}
