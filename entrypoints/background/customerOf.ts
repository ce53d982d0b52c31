import type { Settings } from '@/lib/domain/settings';
import type { VariableValues } from '@/lib/quickReplies/fillVariables';
import type { Database } from '@/lib/storage/database';
import { textsSentTo } from '@/lib/storage/liveQueries/openConversation';
import type { RecorderState } from '@/lib/storage/records.types';

/** What a quick reply is made ready with: the customer in front in a tab, and who serves them. */
export interface Customer {
  values: VariableValues;
  shop: string | null;
  /** Texts that they were sent lately, oldest first. */
  sentToCustomer: string[];
}

/** The customer of the conversation in front in a tab; what is not known is null. */
export async function customerOf(
  database: Database,
  { recorder, settings, now }: { recorder: RecorderState | undefined; settings: Settings; now: number },
): Promise<Customer> {
  const id = recorder?.openConversationId ?? null;
  const conversation = id === null ? undefined : await database.conversations.get(id);
  const named = recorder === undefined ? undefined : settings.origins[recorder.origin];
  const shop = recorder?.shop ?? named?.shop ?? null;
  return {
    shop,
    sentToCustomer: id === null ? [] : await textsSentTo(database, id),
    values: {
      customer: conversation?.name ?? null,
      shop,
      agent: settings.person,
      product: null,
      address: (shop === null ? undefined : settings.shopAddresses[shop]) ?? settings.address,
      hour: new Date(now).getHours(),
    },
  };
}
