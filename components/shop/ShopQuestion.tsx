import { type SubmitEvent, useState } from 'react';
import { IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { WorkbenchTab } from '@/lib/domain/live';
import { hostOf } from './askedShop';

/** A page that does not say which shop it is: one quiet line, asked once. Takes no focus; goes away by an answer or ×. */
export function ShopQuestion({
  tab,
  onName,
}: {
  tab: WorkbenchTab;
  /** null = it is to have none, and is not asked for again. */
  onName: (tab: WorkbenchTab, shop: string | null) => void;
}) {
  const t = useT();
  const [name, setName] = useState('');
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() !== '') onName(tab, name.trim());
  };
  return (
    <form className="mh-duty-line" aria-label={t('common:shop.ask', { host: hostOf(tab) })} onSubmit={save}>
      <span className="mh-duty-line__title" title={hostOf(tab)}>
        {t('common:shop.askShort')}
      </span>
      <input
        className="mh-shop-input"
        aria-label={t('common:shop.nameOf', { host: hostOf(tab) })}
        placeholder={t('common:shop.placeholder')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <span className="mh-duty-line__end">
        <button type="submit" className="mh-button mh-button--default mh-button--small" disabled={name.trim() === ''}>
          {t('common:shop.save')}
        </button>
        <IconButton icon="close" label={t('common:shop.leave')} onClick={() => onName(tab, null)} />
      </span>
    </form>
  );
}
