import { Button, IconButton } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { PopupProps } from './popupProps';

/** 复制日报, 导出, 看明细 and the settings. */
export function PopupFoot(
  props: Pick<PopupProps, 'copied' | 'onCopyReport' | 'onExport' | 'onDetails' | 'onSettings'>,
) {
  const { copied } = props;
  const t = useT();
  return (
    <footer className="mh-popup__foot">
      <Button small icon={copied === 'done' ? 'check' : 'copy'} onClick={props.onCopyReport}>
        <span aria-live="polite">
          {copied === 'done' ? t('popup:copied') : copied === 'failed' ? t('popup:copyFailed') : t('popup:copyReport')}
        </span>
      </Button>
      <Button small icon="download" onClick={props.onExport}>
        {t('popup:export')}
      </Button>
      <Button small onClick={() => props.onDetails(null)}>
        {t('popup:showDetails')}
      </Button>
      <span className="mh-popup__foot-end">
        <IconButton icon="settings" label={t('popup:settings')} onClick={props.onSettings} />
      </span>
    </footer>
  );
}
