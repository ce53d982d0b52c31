import { Notice } from '@/components/design/Notice';
import { useT } from '@/components/i18n/TranslatorContext';
import type { RepairChange, RepairLoss } from './repairWords';

/** What a repair changes, and what it could not find again. */
export function RepairChanges({ changes, lost }: { changes: readonly RepairChange[]; lost: readonly RepairLoss[] }) {
  const t = useT();
  return (
    <>
      <details className="mh-teach__changes">
        <summary>{t('teaching:changes', { count: changes.length })}</summary>
        <dl>
          {changes.map(({ part, before, after }) => (
            <div key={part}>
              <dt>{t(`teaching:changed.${part}`)}</dt>
              <dd>
                <del>{before}</del>
                <ins>{after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      {lost.map((part) => (
        <Notice key={part} tone="warning">
          {t(`teaching:lost.${part}`)}
        </Notice>
      ))}
    </>
  );
}
