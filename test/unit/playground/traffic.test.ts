import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stages } from '../../playground/script';
import { planVisit, profileOf } from '../../playground/traffic';

const numRuns = Number(process.env.FC_RUNS ?? 1000);
const number = fc.integer({ min: 0, max: 500 });

describe('planVisit', () => {
  it('plans the same for the same seed, customer and visit, and something to say each time', () => {
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 20 }), (seed, customer, visit) => {
        const plan = planVisit({ seed, customer, visit });
        expect(planVisit({ seed, customer, visit })).toEqual(plan);
        expect(plan.steps.length).toBeGreaterThan(0);
        expect(plan.steps[0]?.thinkMs).toBe(0);
        for (const step of plan.steps) {
          expect(step.burst.length).toBeGreaterThan(0);
          expect(step.burst[0]?.gapMs).toBe(0);
          for (const message of step.burst) expect(message.text).not.toBe('');
        }
      }),
      { numRuns, seed: 20261121 },
    );
  });

  it('differs between seeds and between customers', () => {
    const plans = Array.from({ length: 40 }, (_, customer) => planVisit({ seed: 1, customer, visit: 0 }));
    expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBe(40);
    expect(planVisit({ seed: 2, customer: 0, visit: 0 })).not.toEqual(plans[0]);
  });

  it('reaches every stage of a sale', () => {
    const reached = new Set(
      Array.from({ length: 200 }, (_, customer) => planVisit({ seed: 1, customer, visit: 0 })).flatMap((plan) =>
        plan.steps.map((step) => step.stage),
      ),
    );
    expect([...reached].sort()).toEqual([...stages].sort());
  });

  it('lets customers come one after the other', () => {
    const arrivals = Array.from({ length: 20 }, (_, customer) => planVisit({ seed: 5, customer, visit: 0 }).arriveMs);
    expect(arrivals[0]).toBe(1_500);
    expect(Math.max(...arrivals)).toBeGreaterThan(150_000);
  });
});

describe('profileOf', () => {
  it('gives 40 customers 40 names, and the first two one name when asked to', () => {
    fc.assert(
      fc.property(number, (seed) => {
        const names = Array.from({ length: 40 }, (_, index) => profileOf(seed, index, false).name);
        expect(new Set(names).size).toBe(40);
        expect(profileOf(seed, 1, true).name).toBe(profileOf(seed, 0, true).name);
      }),
      { numRuns, seed: 20261121 },
    );
  });
});
