import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';

/** Says that figures are being worked out by other rules, how far that is, and what is shown meanwhile. */
export function RederivationNotice({ progress }: { progress: { done: number; total: number } | null }) {
  const t = useT();
  if (progress === null) return null;
  return (
    <Notice tone="info">
      {t('dashboard:rederiving', { done: progress.done, total: Math.max(progress.total, progress.done) })}
    </Notice>
  );
}
