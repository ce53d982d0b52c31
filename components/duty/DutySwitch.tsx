import { IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { DutyActions, DutyView } from './dutyProps';

/** 下班 and 上班, in one press; nothing where the workbench itself says that the account is off line. */
export function DutySwitch({ duty, onDuty }: Pick<DutyView, 'duty'> & Pick<DutyActions, 'onDuty'>) {
  const t = useT();
  if (duty.by === 'workbench') return null;
  if (!duty.on) {
    return <IconButton icon="onDuty" label={t('common:duty.start')} onClick={() => onDuty(true)} />;
  }
  const hint = duty.leftOut ? t('common:duty.endHint') : t('common:duty.endHintCounted');
  return <IconButton icon="offDuty" label={t('common:duty.end')} title={hint} onClick={() => onDuty(false)} />;
}
