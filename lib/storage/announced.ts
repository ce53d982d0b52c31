import type { StoredEntry } from '@/lib/domain/entry';
import type { ReadingRow } from '@/lib/domain/reading';
import type { Database } from './database';

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * Which rows the provisional messages are whose text the list showed: row numbers by key. One that no row says is absent,
 * as is one whose text is not stored. Runs inside the writer's transaction.
 */
export async function readAnnounced(
  database: Database,
  { tail, rows }: { tail: readonly StoredEntry[]; rows: readonly ReadingRow[] },
): Promise<Map<string, number>> {
  const keys = tail.flatMap(({ provisional, key }) => (provisional ? [key] : []));
  // Nearly always there are none, and then nothing is read.
  const texts = keys.length === 0 ? [] : await database.texts.bulkGet(keys);
  return announcedRows(
    texts.flatMap((text) => text ?? []),
    rows,
  );
}

/** The same of texts in the order of their announcements: each is the last row that says it, in front of the next one's. */
export function announcedRows(
  texts: readonly { key: string; text: string }[],
  rows: readonly ReadingRow[],
): Map<string, number> {
  const found = new Map<string, number>();
  let before = rows.length;
  for (const { key, text } of [...texts].reverse()) {
    const says = sayer(text);
    const fits = rows.map((row, number) => number < before && row.author === 'customer' && says(row.text ?? ''));
    if (!fits.includes(true)) continue;
    before = fits.lastIndexOf(true);
    found.set(key, before);
  }
  return found;
}

/** Lists cut long texts off. */
function sayer(preview: string): (text: string) => boolean {
  const whole = tidy(preview);
  const beginning = /^(.+?)(?:…|\.{3})$/.exec(whole)?.[1];
  return (text) => tidy(text) === whole || (beginning !== undefined && tidy(text).startsWith(beginning));
}
