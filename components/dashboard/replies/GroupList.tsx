import { useState } from 'react';
import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { GroupAction, GroupNode } from '@/lib/domain/replyView';
import { TextField } from '../controls/TextField';
import { GroupTools } from './GroupTools';
import { type ReplyShelf, sameShelf } from './replyShelf';

interface GroupListProps {
  groups: readonly GroupNode[];
  counts: { all: number; campaign: number; favourites: number };
  chosen: ReplyShelf;
  onChoose: (shelf: ReplyShelf) => void;
  onGroup: (action: GroupAction) => void;
}

/** Groups, one level nested, with the number of replies in each; 本次活动 on top while a campaign is on. */
export function GroupList({ groups, counts, chosen, onChoose, onGroup }: GroupListProps) {
  const t = useT();
  const [adding, setAdding] = useState<string | null>(null);
  const item = (shelf: ReplyShelf, label: string, count: number, depth: 0 | 1 = 0) => (
    <button
      key={shelf.kind === 'group' ? `group:${shelf.name}` : shelf.kind}
      type="button"
      className={`mh-groups__item${depth === 1 ? ' mh-groups__item--inner' : ''}`}
      aria-current={sameShelf(shelf, chosen)}
      title={label}
      onClick={() => onChoose(shelf)}
    >
      <span className="mh-ellipsis">{label}</span>
      <span className="mh-groups__count">{count}</span>
    </button>
  );
  const node = chosen.kind === 'group' ? groups.find(({ name }) => name !== '' && name === chosen.name) : undefined;
  const add = () => {
    const name = adding?.trim() ?? '';
    setAdding(null);
    if (name === '') return;
    onGroup({ action: 'create', name });
    onChoose({ kind: 'group', name });
  };
  return (
    <div className="mh-groups">
      <nav className="mh-groups__list" aria-label={t('dashboard:replies.groups')}>
        {counts.campaign > 0 ? item({ kind: 'campaign' }, t('dashboard:replies.campaign'), counts.campaign) : null}
        {item({ kind: 'all' }, t('dashboard:replies.allGroups'), counts.all)}
        {counts.favourites > 0
          ? item({ kind: 'favourites' }, t('dashboard:replies.favourites'), counts.favourites)
          : null}
        {groups.map(({ name, label, depth, count }) =>
          item({ kind: 'group', name }, name === '' ? t('dashboard:replies.noGroup') : label, count, depth),
        )}
      </nav>
      {node === undefined ? null : (
        <GroupTools key={node.name} node={node} groups={groups} onGroup={onGroup} onChoose={onChoose} />
      )}
      <div className="mh-groups__foot">
        {adding === null ? (
          <Button kind="quiet" small icon="plus" onClick={() => setAdding(node?.depth === 0 ? `${node.name}/` : '')}>
            {t('dashboard:replies.newGroup')}
          </Button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              add();
            }}
          >
            <TextField
              label={t('dashboard:replies.newGroup')}
              hint={t('dashboard:replies.newGroupHint')}
              value={adding}
              autoFocus
              onChange={setAdding}
              onBlur={add}
              onKeyDown={(event) => event.key === 'Escape' && setAdding(null)}
            />
          </form>
        )}
      </div>
    </div>
  );
}
