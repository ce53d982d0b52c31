import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';

/** The database cannot be used: one red block, nothing else, for no number can be trusted now. */
export function StorageBroken({ reason, onRetry }: { reason: string; onRetry: () => void }) {
  const t = useT();
  return (
    <section className="mh-broken" role="alert">
      <h2 className="mh-broken__title">{t('popup:storage.title')}</h2>
      <p>{t('popup:storage.text')}</p>
      <p>{t('popup:storage.advice')}</p>
      <p className="mh-small mh-broken__reason">{t('popup:storage.reason', { reason })}</p>
      <Button onClick={onRetry}>{t('popup:storage.retry')}</Button>
    </section>
  );
}
