import { Button } from '@/components/design/Button';
import { useT } from '@/components/i18n/TranslatorContext';
import type { Mark } from '@/lib/domain/live';
import type { CurrentConversation, OverlayProps } from './overlayProps';

const marks: readonly Mark[] = ['ordered', 'lost', 'followUp', 'advertiser'];

/** Whether the conversation carries this mark. */
function isMarked(current: CurrentConversation, mark: Mark): boolean {
  return mark === 'advertiser' ? current.advertiser : current.outcome === mark;
}

/** One key per outcome of the open conversation, and the last one's undo. */
export function MarkBlock(
  props: Pick<OverlayProps, 'lastMark' | 'onMark' | 'onUndo'> & { current: CurrentConversation },
) {
  const { current, lastMark, onMark, onUndo } = props;
  const t = useT();
  return (
    <fieldset className="mh-marks" aria-label={t('overlay:mark')}>
      {marks.map((mark) => (
        <Button key={mark} small kind="quiet" aria-pressed={isMarked(current, mark)} onClick={() => onMark(mark)}>
          {t(`common:outcome.${mark}`)}
        </Button>
      ))}
      {lastMark === null ? null : (
        <Button
          small
          kind="quiet"
          icon="undo"
          onClick={onUndo}
          title={t('overlay:marked', { mark: t(`common:outcome.${lastMark}`) })}
        >
          {t('common:undo')}
        </Button>
      )}
    </fieldset>
  );
}
