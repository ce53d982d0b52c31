import type { FigureName } from '@/lib/domain/figureRef';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import { customerDayOf, unitOf } from './explainUnits';
import type { Found } from './explainValue';

interface DayState {
  undecided: boolean;
  /** Decided whatever else comes: a miss of the N-second rate, a reply in the reply rate. */
  decided: boolean;
}

/**
 * Of a rate that counts customer-days: leaves the turns of those out that are not decided yet, changing `found`. One is
 * undecided when one of its turns is and none decides it alone (a miss within N seconds; a reply in the reply rate).
 */
export function settleCustomerDays(
  found: Found[],
  { figure, turns, profile }: { figure: FigureName; turns: readonly Turn[]; profile: Profile },
): void {
  if (unitOf(figure, profile) !== 'customerDay') return;
  const deciding = figure === 'within' ? 0 : 1;
  const days = new Map<string, DayState>();
  const keys = turns.map((turn) => customerDayOf(turn, profile));
  for (const [index, key] of keys.entries()) {
    const day = days.get(key) ?? { undecided: false, decided: false };
    const one = found[index];
    if (one === 'undecided' || one === 'pending') day.undecided = true;
    if (typeof one === 'object' && one.value === deciding) day.decided = true;
    days.set(key, day);
  }
  for (const [index, key] of keys.entries()) {
    const day = days.get(key);
    if (day?.undecided === true && !day.decided && typeof found[index] === 'object') found[index] = 'customerUndecided';
  }
}
