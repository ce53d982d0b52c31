import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { useNow } from '@/components/clock/ClockProvider';
import { useT } from '@/components/i18n/TranslatorContext';
import { listedWaiting } from '@/components/waiting/shops';
import { usePeakMode } from '@/components/waiting/usePeakMode';
import type { OverlayProps } from './overlayProps';
import { PeakPanel } from './PeakPanel';
import { Pill } from './Pill';
import { QuietPanel } from './QuietPanel';
import { useEscape } from './useEscape';

/** Pressing the overlay leaves the caret where it is, in the composer; only a menu needs the focus to open. */
function keepFocus(event: MouseEvent): void {
  if (!(event.target instanceof Element && event.target.closest('select') !== null)) event.preventDefault();
}

/**
 * What stands on the workbench: a pill, and unfolded a quiet or a peak panel. The provider of language and clock is
 * above it. It takes the focus only when it already had it: folded by Esc from within, the pill keeps it.
 */
export function Overlay(props: OverlayProps) {
  const { view, folded, size, place, shop } = props;
  const t = useT();
  const now = useNow();
  const peak = usePeakMode(view.waiting.length, now);
  const root = useRef<HTMLElement>(null);
  const refocus = useRef(false);

  useLayoutEffect(() => {
    if (folded && refocus.current) root.current?.querySelector('button')?.focus();
    refocus.current = false;
  }, [folded]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || folded || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    refocus.current = true;
    props.onToggle();
  };

  const notePress = useEscape(root, !folded, props.onToggle);
  const waiting = shop === null ? listedWaiting(view) : view.waiting.filter((wait) => wait.shop === shop);
  // The size is set inside of what is placed: zoom would move the place, too.
  const classes = [
    'mh mh-overlay',
    `mh-overlay--${size}`,
    `mh-overlay--${folded ? 'pill' : peak ? 'peak' : 'quiet'}`,
    ...(props.stale === true ? ['mh-stale'] : []),
  ];
  const Panel = peak ? PeakPanel : QuietPanel;
  return (
    <section
      ref={root}
      data-overlay=""
      aria-label={t('overlay:name')}
      style={place === null ? undefined : { position: 'fixed', left: place.left, top: place.top }}
      onPointerDown={notePress}
      onMouseDown={keepFocus}
      onKeyDown={onKeyDown}
    >
      <div className={classes.join(' ')}>
        {folded ? <Pill {...props} /> : <Panel {...props} waiting={waiting} now={now} />}
      </div>
    </section>
  );
}
