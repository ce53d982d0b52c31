import { insertIntoComposer } from '@/lib/composer/insertIntoComposer';
import { findComposer } from '@/lib/observer/landmarks';
import type { Adapter } from '@/lib/workbenches/types';

/**
 * Puts a reply into the workbench's composer at the caret; never sends. Where no inserter can, the text goes to the
 * clipboard instead.
 */
export async function insertReply({
  adapter,
  document,
  text,
}: {
  adapter: Adapter;
  document: Document;
  text: string;
}): Promise<{ inserted: boolean; copied: boolean }> {
  const field = findComposer({ adapter, document });
  if (field !== null && insertIntoComposer({ field, text }).inserted) return { inserted: true, copied: false };
  try {
    await document.defaultView?.navigator.clipboard.writeText(text);
    return { inserted: false, copied: true };
  } catch {
    // No permission for the clipboard either: the caller says that nothing happened.
    return { inserted: false, copied: false };
  }
}
