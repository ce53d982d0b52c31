import { test } from '@playwright/test';

/**
 * How far a stored time may be from the moment at which the page showed it, ms. Tests of `rest` run two at a time: on two
 * cores their browsers hold each other up, so only those that run alone are held to 50 ms.
 */
export function toleranceMs(): number {
  return test.info().project.name === 'rest' ? 250 : 50;
}
