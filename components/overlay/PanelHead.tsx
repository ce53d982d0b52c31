import { IconButton } from '@/components/design/Button';
import { Select } from '@/components/design/Select';
import { StatusDot } from '@/components/design/StatusDot';
import { DutySwitch } from '@/components/duty/DutySwitch';
import { PersonButton } from '@/components/duty/PersonButton';
import { useT } from '@/components/i18n/TranslatorContext';
import { shopsOf } from '@/components/waiting/shops';
import type { OverlayProps } from './overlayProps';
import { useDrag } from './useDrag';

/** The value of the choice that stands for every shop; none is called so. */
const none = '';

/** State, person on duty, shop, pause and fold; the overlay is dragged by it. */
export function PanelHead(props: OverlayProps & { handing: boolean; onHandOver: () => void }) {
  const { view, status, shop } = props;
  const t = useT();
  const drag = useDrag(props.onDrag);
  const shops = shopsOf(view);
  return (
    <header {...drag.handlers} className="mh-head">
      <StatusDot state={status.state} />
      <span className="mh-head__state">
        {status.state === 'recording' && !view.duty.on ? t('common:duty.off') : t(`common:state.${status.state}`)}
      </span>
      {view.persons.length === 0 ? null : (
        <PersonButton person={view.person} expanded={props.handing} onToggle={props.onHandOver} />
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
        {status.state === 'recording' ? <DutySwitch duty={view.duty} onDuty={props.onDuty} /> : null}
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
