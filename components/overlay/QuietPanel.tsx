import { useState } from 'react';
import { Icon } from '@/components/design/Icon';
import { DutyLine } from '@/components/duty/DutyLine';
import { dutyLine } from '@/components/duty/dutyProps';
import { useT } from '@/components/i18n/TranslatorContext';
import { askedShop } from '@/components/shop/askedShop';
import { ShopLine } from '@/components/shop/ShopLine';
import { SuggestionList } from '@/components/suggestions/SuggestionList';
import { WaitingList } from '@/components/waiting/WaitingList';
import { quietOrder } from '@/components/waiting/waitingOrder';
import type { Waiting } from '@/lib/domain/live';
import { CurrentBlock } from './CurrentBlock';
import { MarkBlock } from './MarkBlock';
import type { OverlayProps } from './overlayProps';
import { PanelHead } from './PanelHead';
import { quietRows } from './panelRows';
import { StatusNotice } from './StatusNotice';
import { TodayBlock } from './TodayBlock';

/** At most this many wait when what a peak put off is shown again. */
const afterPeak = 3;

/** The panel of ordinary work: fewer than 10 waiting, everything at hand. */
export function QuietPanel({ waiting, now, ...props }: OverlayProps & { waiting: readonly Waiting[]; now: number }) {
  const { view, current } = props;
  const t = useT();
  const [handing, setHanding] = useState(false);
  const open =
    current === null ? undefined : view.waiting.find((wait) => wait.conversationId === current.conversationId);
  const suggestions = current === null ? [] : props.suggestions;
  const toMark = props.toMark > 0 && waiting.length <= afterPeak;
  // One question at a time.
  const asked = dutyLine(view, handing) === null ? askedShop(view.tabs) : null;
  const rows = quietRows({
    current: open !== undefined,
    suggestions: suggestions.length,
    marks: current !== null,
    notice: props.status.state !== 'recording',
    toMark,
    duty: dutyLine(view, handing) !== null || asked !== null,
  });
  const hidden = waiting.length - rows;
  return (
    <>
      <PanelHead {...props} handing={handing} onHandOver={() => setHanding(!handing)} />
      <DutyLine {...props} handing={handing} onHanded={() => setHanding(false)} />
      {asked === null ? null : <ShopLine tab={asked} onOpen={props.onNameShop} onLeave={props.onLeaveShop} />}
      <StatusNotice {...props} />
      {open === undefined ? null : <CurrentBlock wait={open} />}
      <section className="mh-block" aria-label={t('overlay:waiting')}>
        <div className="mh-block__title">
          <span>
            {t('overlay:waiting')} <b>{waiting.length}</b>
          </span>
          {hidden > 0 ? (
            <button type="button" className="mh-more" onClick={props.onMore}>
              {t('overlay:more', { number: hidden })}
              <Icon name="chevronRight" size={12} />
            </button>
          ) : waiting.length === 0 ? (
            <span className="mh-muted">{t('overlay:nobody')}</span>
          ) : null}
        </div>
        <WaitingList
          label={t('overlay:waiting')}
          wanted={quietOrder(waiting)}
          waiting={waiting}
          now={now}
          rows={rows}
          variant="quiet"
          firstTargetMs={view.targets.firstResponseMs.good}
          currentId={current?.conversationId ?? null}
          onJump={props.onJump}
        />
      </section>
      {toMark ? (
        <button type="button" className="mh-to-mark" onClick={props.onToMark}>
          {t('overlay:toMark', { number: props.toMark })}
          <Icon name="chevronRight" size={12} />
        </button>
      ) : null}
      <TodayBlock view={view} />
      <SuggestionList suggestions={suggestions} onInsert={props.onInsert} />
      {current === null ? null : <MarkBlock {...props} current={current} />}
    </>
  );
}
