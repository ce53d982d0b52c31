import type { QuickReply } from '@/lib/domain/quickReply';

/** A reply without the fields that say the plain case: absent and plain are the same. */
export function tidyReply(reply: QuickReply): QuickReply {
  const { variants = [], shops = [], favourite = false, validFrom = null, validUntil = null, ...rest } = reply;
  const { attachments = [], createdAt = null, ...plain } = rest;
  return {
    ...plain,
    ...(variants.length > 0 ? { variants } : {}),
    ...(shops.length > 0 ? { shops } : {}),
    ...(favourite ? { favourite } : {}),
    ...(validFrom === null ? {} : { validFrom }),
    ...(validUntil === null ? {} : { validUntil }),
    ...(attachments.length > 0 ? { attachments } : {}),
    ...(createdAt === null ? {} : { createdAt }),
  };
}
