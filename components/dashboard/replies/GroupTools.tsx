import { useState } from 'react';
import { IconButton } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { useT } from '@/components/i18n/TranslatorContext';
import type { GroupAction, GroupNode } from '@/lib/domain/replyView';
import { TextField } from '../controls/TextField';
import type { ReplyShelf } from './replyShelf';

interface GroupToolsProps {
  node: GroupNode;
  groups: readonly GroupNode[];
  onGroup: (action: GroupAction) => void;
  onChoose: (shelf: ReplyShelf) => void;
}

/** Renames, moves, nests and deletes the chosen group; its replies are kept. */
export function GroupTools({ node, groups, onGroup, onChoose }: GroupToolsProps) {
  const t = useT();
  const [name, setName] = useState<string | null>(null);
  const level = groups.filter(({ depth, name: other }) => depth === node.depth && other !== '' && sibling(other));
  const place = level.findIndex((other) => other.name === node.name);
  const parents = groups.filter((other) => other.depth === 0 && other.name !== '' && other.name !== node.name);
  const hasChildren = groups.some((other) => other.name.startsWith(`${node.name}/`));
  const parent = node.depth === 0 ? null : node.name.slice(0, node.name.indexOf('/'));
  const rename = () => {
    const to = name?.trim() ?? '';
    setName(null);
    if (to === '' || to === node.label) return;
    onGroup({ action: 'rename', name: node.name, to });
    onChoose({ kind: 'group', name: parent === null || to.includes('/') ? to : `${parent}/${to}` });
  };
  function sibling(other: string): boolean {
    return node.depth === 0 || other.startsWith(`${node.name.slice(0, node.name.indexOf('/'))}/`);
  }
  return (
    <fieldset className="mh-groups__tools" aria-label={t('dashboard:replies.groupTools', { name: node.label })}>
      {name === null ? (
        <div className="mh-groups__row">
          <IconButton icon="edit" label={t('dashboard:replies.renameGroup')} onClick={() => setName(node.label)} />
          <IconButton
            icon="up"
            label={t('dashboard:replies.groupUp')}
            disabled={place <= 0}
            onClick={() => onGroup({ action: 'move', name: node.name, by: -1 })}
          />
          <IconButton
            icon="down"
            label={t('dashboard:replies.groupDown')}
            disabled={place === level.length - 1}
            onClick={() => onGroup({ action: 'move', name: node.name, by: 1 })}
          />
          <IconButton
            icon="trash"
            label={t('dashboard:replies.deleteGroup')}
            title={t('dashboard:replies.deleteGroupHint')}
            onClick={() => {
              onGroup({ action: 'delete', name: node.name });
              onChoose({ kind: 'all' });
            }}
          />
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            rename();
          }}
        >
          <TextField
            label={t('dashboard:replies.renameGroup')}
            value={name}
            autoFocus
            onChange={setName}
            onBlur={rename}
            onKeyDown={(event) => event.key === 'Escape' && setName(null)}
          />
        </form>
      )}
      {hasChildren ? null : (
        <Select
          label={t('dashboard:replies.nestGroup')}
          value={parent ?? ''}
          options={[
            { value: '', label: t('dashboard:replies.topLevel') },
            ...parents.map(({ name: each }) => ({
              value: each,
              label: t('dashboard:replies.inGroup', { name: each }),
            })),
          ]}
          onChange={(to) => {
            onGroup({ action: 'nest', name: node.name, parent: to === '' ? null : to });
            onChoose({ kind: 'group', name: to === '' ? node.label : `${to}/${node.label}` });
          }}
        />
      )}
    </fieldset>
  );
}
