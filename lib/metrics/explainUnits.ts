import type { FigureName } from '@/lib/domain/figureRef';
import type { Profile } from '@/lib/domain/profile';
import type { Turn } from '@/lib/domain/turn';
import type { Explanation } from './explain';
import { dayNumber, zoneOf } from './zone';

/** What a figure counts, or is a mean over. */
export type FigureUnit = 'turn' | 'customerDay' | 'conversation' | 'session' | 'message';

/** The key of the customer-day that a turn belongs to: same key, one unit of a rate by customer. */
export function customerDayOf(turn: Turn, profile: Profile): string {
  return `${dayNumber(zoneOf(profile.timeZone), turn.startedAt, profile.dayStartsAtMs)}|${turn.conversationId}`;
}

/** The key of the session that a turn belongs to. */
export function sessionKeyOf(turn: Pick<Turn, 'conversationId' | 'sessionStartedAt'>): string {
  return `${turn.sessionStartedAt}|${turn.conversationId}`;
}

/** What a figure counts by a profile. */
export function unitOf(figure: FigureName, profile: Pick<Profile, 'rateUnit'>): FigureUnit {
  switch (figure) {
    case 'replyRate':
      return 'customerDay';
    case 'within':
      return profile.rateUnit === 'customerDay' ? 'customerDay' : 'turn';
    case 'customers':
    case 'customersPerHour':
    case 'receiving':
    case 'receivingPeak':
    case 'receivingMean':
    case 'robotOnly':
      return 'conversation';
    case 'longReceptions':
      return 'session';
    case 'incoming':
    case 'outgoing':
    case 'answerQuestionRatio':
    case 'burstsMergedRatio':
      return 'message';
    default:
      return 'turn';
  }
}

/** How many units the turns that made a figure are: its n. */
export function unitsMade({ figure, made, unit }: Explanation, profile: Profile): number {
  switch (unitOf(figure, unit === undefined ? profile : { rateUnit: unit })) {
    case 'turn':
      return made.length;
    case 'customerDay':
      return new Set(made.map(({ turn }) => customerDayOf(turn, profile))).size;
    case 'conversation':
      return new Set(made.map(({ turn }) => turn.conversationId)).size;
    case 'session':
      return new Set(made.map(({ turn }) => sessionKeyOf(turn))).size;
    case 'message':
      return made.reduce((sum, { value }) => sum + value, 0);
  }
}
