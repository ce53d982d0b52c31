import type { QuickReply } from '@/lib/domain/quickReply';
import { aftersales } from './starter/aftersales';
import { answering } from './starter/answering';
import { bargaining } from './starter/bargaining';
import { closing } from './starter/closing';
import { farewell } from './starter/farewell';
import { greeting } from './starter/greeting';
import { orderCheck } from './starter/orderCheck';
import { paymentReminder } from './starter/paymentReminder';
import { recommending } from './starter/recommending';
import { reviewing } from './starter/reviewing';
import { shipping } from './starter/shipping';
import type { StarterPhrase } from './starter/starterPhrase';

/** The groups of the starter library, in the order in which a sale goes. */
const groups: readonly (readonly [group: string, phrases: readonly StarterPhrase[]])[] = [
  ['问好', greeting],
  ['答疑', answering],
  ['推荐', recommending],
  ['议价', bargaining],
  ['促单', closing],
  ['催付', paymentReminder],
  ['核对订单', orderCheck],
  ['发货物流', shipping],
  ['退换售后', aftersales],
  ['评价', reviewing],
  ['告别', farewell],
];

/**
 * The quick replies that a new installation begins with: one per phrase, never used yet.
 * Ids are `starter-` + code, so that adding the library twice adds nothing.
 */
export function starterLibrary(): QuickReply[] {
  return groups.flatMap(([group, phrases]) =>
    phrases.map(([code, title, text], order) => ({
      id: `starter-${code}`,
      code,
      title,
      text,
      group,
      order,
      uses: 0,
      lastUsedAt: null,
    })),
  );
}
