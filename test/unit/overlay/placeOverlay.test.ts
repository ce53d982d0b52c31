import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, placeOverlay } from '@/components/overlay/placeOverlay';

const base = {
  pill: { width: 168, height: 36 },
  panel: { width: 272, height: 420 },
  unfolded: true,
  wanted: null,
  viewport: { width: 1366, height: 768 },
  obstacles: [] as Box[],
};
const composer = { left: 320, top: 600, width: 700, height: 160 };

test('it starts at the bottom right', () => {
  expect(placeOverlay(base)).toEqual({ left: 1366 - 272 - 8, top: 768 - 420 - 8, unfolded: true });
});

test('it stays where it was dragged to', () => {
  expect(placeOverlay({ ...base, wanted: { left: 400, top: 50 } })).toEqual({ left: 400, top: 50, unfolded: true });
});

test('it gives way to the composer', () => {
  const { left, top, unfolded } = placeOverlay({ ...base, wanted: { left: 400, top: 340 }, obstacles: [composer] });
  expect(unfolded).toBe(true);
  expect(top + 420 <= composer.top || left >= composer.left + composer.width || left + 272 <= composer.left).toBe(true);
});

test('it shrinks to the pill where the panel has no room', () => {
  const obstacles = [{ left: 0, top: 60, width: 1366, height: 700 }];
  expect(placeOverlay({ ...base, obstacles })).toEqual({ left: 1366 - 168 - 8, top: 16, unfolded: false });
});

test('it is inside the window and over no obstacle whenever the pill fits somewhere at the edge', () => {
  const box = fc.record({
    left: fc.integer({ min: 0, max: 1200 }),
    top: fc.integer({ min: 100, max: 700 }),
    width: fc.integer({ min: 1, max: 500 }),
    height: fc.integer({ min: 1, max: 300 }),
  });
  const point = fc.record({ left: fc.integer({ min: -500, max: 2000 }), top: fc.integer({ min: -500, max: 2000 }) });
  fc.assert(
    fc.property(fc.array(box, { maxLength: 6 }), point, (obstacles, wanted) => {
      const place = placeOverlay({ ...base, obstacles, wanted });
      const size = place.unfolded ? base.panel : base.pill;
      expect(place.left >= 8 && place.left + size.width <= 1366 - 8).toBe(true);
      expect(place.top >= 8 && place.top + size.height <= 768 - 8).toBe(true);
      // The strip above y = 100 is always free in this test.
      for (const { left, top, width, height } of obstacles) {
        const apart =
          place.left >= left + width ||
          left >= place.left + size.width ||
          place.top >= top + height ||
          top >= place.top + size.height;
        expect(apart).toBe(true);
      }
    }),
    { numRuns: Number(process.env.FC_RUNS ?? 1000) },
  );
});
