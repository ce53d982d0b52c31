import { useT } from '@/components/i18n/TranslatorContext';
import type { Verdict } from '@/lib/domain/target';

/** The sign beside the colour: `✓` met, `接近` near; missed speaks through its gap. Nothing where nothing is judged. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const t = useT();
  if (verdict === 'met') {
    return (
      <span className="mh-verdict" role="img" aria-label={t('format:met')}>
        ✓
      </span>
    );
  }
  return verdict === 'near' ? <span className="mh-verdict">{t('format:near')}</span> : null;
}
