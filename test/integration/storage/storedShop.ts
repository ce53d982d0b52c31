import type { ReadingRow, Recorder, RowEvent, TranscriptReading } from '@/lib/domain/reading';
import type { Settings } from '@/lib/domain/settings';
import { defaultSettings } from '@/lib/settings/schema';
import { Database } from '@/lib/storage/database';
import { liveGeneration } from '@/lib/storage/generation';
import { recordReadings } from '@/lib/storage/recordReadings';
import { ensureRules, profileByRules } from '@/lib/storage/rules';

/** 09:00 in Shanghai. */
export const morning = Date.UTC(2026, 9, 20, 1);
export const minuteMs = 60_000;

const recorder: Recorder = {
  id: 'tab-1',
  workbenchId: 'playground',
  origin: 'https://shop.example',
  account: 'account-1',
  shop: null,
};

/** One message of a script: so many ms after the morning, by whom, with which text. */
export interface Said {
  conversation: string;
  at: number;
  author: 'customer' | 'own';
  text: string;
  /** Of an own message: no send action was seen. */
  unsent?: true;
}

/** A store that takes messages as an observer would read them from the page. */
export async function openStore(settings: Settings = defaultSettings()) {
  const database = new Database(`test-${crypto.randomUUID()}`);
  await ensureRules(database, settings);
  const shown = new Map<string, ReadingRow[]>();
  let keys = 0;

  const context = async () => {
    const rules = await ensureRules(database, settings);
    return {
      database,
      generation: await liveGeneration(database),
      profileFor: (id: string) => profileByRules(rules, id),
      workbenchProfile: (id: string) => id,
      newKey: () => `key-${++keys}`,
      person: null,
      storeText: true,
      wordLists: settings.wordLists,
    };
  };

  async function read(conversation: string, rows: ReadingRow[], at: number): Promise<void> {
    const reading: TranscriptReading = {
      kind: 'transcript',
      readAt: at,
      conversation: { key: conversation, keyedBy: 'id', name: conversation },
      rows,
      reachesEnd: true,
      baseline: false,
    };
    await recordReadings(await context(), { recorder, readings: [reading], hash: async (text) => `hash of ${text}` });
  }

  async function appear(conversation: string, at: number, row: Partial<ReadingRow>): Promise<void> {
    const rows = shown.get(conversation) ?? [];
    if (!shown.has(conversation)) await read(conversation, [], at - 1);
    rows.push({
      author: null,
      event: null,
      id: `${conversation}-${rows.length}`,
      text: null,
      shown: null,
      seenAt: at,
      token: null,
      sendActionAt: null,
      ...row,
    });
    shown.set(conversation, rows);
    await read(conversation, rows.slice(-12), at);
  }

  return {
    database,
    context,
    /** The message appears at the end of its transcript. */
    async say({ conversation, at, author, text, unsent }: Said): Promise<void> {
      await appear(conversation, at, { author, text, sendActionAt: author === 'own' && unsent !== true ? at : null });
    },
    /** The workbench says that something happened. */
    async happen({ conversation, at, event }: { conversation: string; at: number; event: RowEvent }): Promise<void> {
      await appear(conversation, at, { event });
    },
    async close(): Promise<void> {
      database.close();
      await database.delete();
    },
  };
}

/** A morning's talk in some conversations, the same for the same seed: bursts, quick and slow replies, no closing words. */
export function script(conversations: number, messages: number, seed: number): Said[] {
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
  const said: Said[] = [];
  for (let index = 0; index < conversations; index++) {
    let at = morning + random(20 * minuteMs);
    for (let number = 0; number < messages; number++) {
      at += random(10) === 0 ? 40 * minuteMs + random(5 * minuteMs) : 1_000 + random(120_000);
      const author = random(2) === 0 && number > 0 ? 'own' : 'customer';
      said.push({ conversation: `customer-${index}`, at, author, text: `${author} says ${number} (${random(1_000)})` });
    }
  }
  return said.sort((a, b) => a.at - b.at);
}
