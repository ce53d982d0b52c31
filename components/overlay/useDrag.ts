import { type PointerEvent, useRef } from 'react';
import type { Place } from './overlayProps';

/** A pointer that moved less than this, px, has clicked. */
const clickSlack = 4;

interface Grip {
  pointerId: number;
  /** From the pointer to the overlay's corner. */
  offset: Place;
  from: Place;
  moved: boolean;
}

/** Handlers for an element by which the overlay is dragged; `wasDragged` tells a click from the end of a drag. */
export function useDrag(onDrag: (place: Place, done: boolean) => void) {
  const grip = useRef<Grip | null>(null);
  const dragged = useRef(false);

  const placeOf = (event: PointerEvent, held: Grip): Place => ({
    left: event.clientX - held.offset.left,
    top: event.clientY - held.offset.top,
  });

  return {
    wasDragged: () => dragged.current,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        dragged.current = false;
        const target = event.target instanceof Element ? event.target : null;
        const control = target?.closest('button, select') ?? null;
        if (event.button !== 0 || (control !== null && control !== event.currentTarget)) return;
        const box = (event.currentTarget.closest('[data-overlay]') ?? event.currentTarget).getBoundingClientRect();
        const from = { left: event.clientX, top: event.clientY };
        const offset = { left: from.left - box.left, top: from.top - box.top };
        // At once: a quick hand is outside before the first move is seen.
        event.currentTarget.setPointerCapture?.(event.pointerId);
        grip.current = { pointerId: event.pointerId, offset, from, moved: false };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const held = grip.current;
        if (held === null || held.pointerId !== event.pointerId) return;
        const distance = Math.hypot(event.clientX - held.from.left, event.clientY - held.from.top);
        if (!held.moved && distance < clickSlack) return;
        held.moved = true;
        dragged.current = true;
        onDrag(placeOf(event, held), false);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const held = grip.current;
        grip.current = null;
        if (held?.moved) onDrag(placeOf(event, held), true);
      },
      onPointerCancel: () => {
        grip.current = null;
      },
    },
  };
}
