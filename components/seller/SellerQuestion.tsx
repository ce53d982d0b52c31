import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';

/** A page that looks the same to buyers: one line and two answers. Nothing is recorded before 卖家. */
export function SellerQuestion({
  workbench,
  onAnswer,
}: {
  workbench: string;
  onAnswer: (role: 'seller' | 'buyer') => void;
}) {
  const t = useT();
  return (
    <fieldset className="mh-seller">
      <legend>{t('common:seller.question', { workbench })}</legend>
      <Button kind="primary" small onClick={() => onAnswer('seller')}>
        {t('common:seller.seller')}
      </Button>
      <Button small onClick={() => onAnswer('buyer')}>
        {t('common:seller.buyer')}
      </Button>
    </fieldset>
  );
}
