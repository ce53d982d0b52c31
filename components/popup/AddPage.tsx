import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';

/** The page in front may not be read yet: one press asks the browser for it. Nothing when there is nothing to add. */
export function AddPage({
  host,
  unreachable,
  onAdd,
}: {
  host: string | null;
  unreachable: string | null;
  onAdd: () => void;
}) {
  const t = useT();
  if (unreachable !== null) return <Notice tone="error">{t('popup:unreachable', { host: unreachable })}</Notice>;
  if (host === null) return null;
  return (
    <Notice tone="info" action={{ label: t('popup:addPage.action'), onAction: onAdd }}>
      {t('popup:addPage.text', { host })}
    </Notice>
  );
}
