import type { QuickReply } from '@/lib/domain/quickReply';
import { NearIndex, textCore } from './nearText';
import { textsOf } from './pickText';

/** Tells which reply of a library a sent text is, typed by hand or picked and changed a little; null = none. */
export function createReplyRecogniser(replies: readonly QuickReply[]): (text: string) => string | null {
  const index = new NearIndex();
  const owners: string[] = [];
  for (const reply of replies)
    for (const text of textsOf(reply)) {
      const number = index.add(textCore(text));
      owners[number] ??= reply.id;
    }
  return (text) => {
    const number = index.nearest(textCore(text));
    return number === null ? null : (owners[number] ?? null);
  };
}
