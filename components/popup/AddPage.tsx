import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';

/** The page in front may not be read yet: one press asks the browser for it. Nothing when there is nothing to add. */
export function AddPage({ host, onAdd }: { host: string | null; onAdd: () => void }) {
  const t = useT();
  if (host === null) return null;
  return (
    <Notice tone="info" action={{ label: t('popup:addPage.action'), onAction: onAdd }}>
      {t('popup:addPage.text', { host })}
    </Notice>
  );
}
