import { Button, IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { WorkbenchTab } from '@/lib/domain/live';
import { hostOf } from './askedShop';

/** The same question where nothing may take the focus: it is answered on the dashboard. */
export function ShopLine({
  tab,
  onOpen,
  onLeave,
}: {
  tab: WorkbenchTab;
  onOpen: () => void;
  onLeave: (tab: WorkbenchTab) => void;
}) {
  const t = useT();
  return (
    <fieldset className="mh-duty-line" aria-label={t('common:shop.ask', { host: hostOf(tab) })}>
      <span className="mh-duty-line__text mh-ellipsis" title={hostOf(tab)}>
        {t('common:shop.askShort')}
      </span>
      <span className="mh-duty-line__end">
        <Button small onClick={onOpen}>
          {t('common:shop.name')}
        </Button>
        <IconButton icon="close" label={t('common:shop.leave')} onClick={() => onLeave(tab)} />
      </span>
    </fieldset>
  );
}
