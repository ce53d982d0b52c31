import { IconButton } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { StatusDot } from '@/components/design/StatusDot';
import { useT } from '@/components/i18n/TranslatorContext';
import { shopsOf } from '@/components/waiting/shops';
import type { OverlayProps } from './overlayProps';
import { useDrag } from './useDrag';

/** The value of a choice that stands for nobody or everything; no person or shop is called so. */
const none = '';

/** State, person on duty, shop, pause and fold; the overlay is dragged by it. */
export function PanelHead(props: OverlayProps) {
  const { view, status, shop } = props;
  const t = useT();
  const drag = useDrag(props.onDrag);
  const shops = shopsOf(view);
  return (
    <header {...drag.handlers} className="mh-head">
      <StatusDot state={status.state} />
      <span className="mh-head__state">{t(`common:state.${status.state}`)}</span>
      {view.persons.length === 0 ? null : (
        <Select
          quiet
          label={t('overlay:person')}
          value={view.person ?? none}
          options={[
            ...view.persons.map((person) => ({ value: person, label: person })),
            { value: none, label: t('common:noPerson') },
          ]}
          onChange={(person) => props.onPerson(person === none ? null : person)}
        />
      )}
      {shops.length < 2 ? null : (
        <Select
          quiet
          label={t('overlay:shop')}
          value={shop ?? none}
          options={[
            { value: none, label: t('common:allShops') },
            ...shops.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(chosen) => props.onShop(chosen === none ? null : chosen)}
        />
      )}
      <span className="mh-head__tools">
        {status.state === 'paused' ? (
          <IconButton icon="play" label={t('common:resume')} onClick={props.onResume} />
        ) : status.state === 'noConsent' ? null : (
          <IconButton icon="pause" label={t('common:pause')} onClick={props.onPause} />
        )}
        <IconButton icon="fold" label={t('common:fold')} aria-expanded="true" onClick={props.onToggle} />
      </span>
    </header>
  );
}
