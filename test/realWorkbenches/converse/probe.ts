import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';

/** One row of a transcript, as it first appeared in any tab since the probe was installed. */
export interface ProbedRow {
  /** The workbench's message id; unique here, because the customers of startConverse number theirs. */
  id: string;
  /** Address of the customer. */
  conversation: string;
  author: 'customer' | 'own';
  /** When the row stood in the document, by this computer's clock. */
  at: number;
  /** null while it has no text. */
  text: string | null;
}

/** A badge of the conversation list taking a new number; 0 when it goes. */
export interface ProbedBadge {
  conversation: string;
  unread: number;
  at: number;
  /** The tab it was seen in: the tabs count for themselves. */
  page: Page;
}

/** What the page showed and when: the truth for times, recorded outside the extension. Grows while the pages live. */
export interface Probe {
  /** In the order in which they appeared. A reload shows known rows again; they keep their first time. */
  rows: readonly ProbedRow[];
  badges: readonly ProbedBadge[];
}

type PageRecord =
  | ({ kind: 'row' } & Omit<ProbedRow, 'text'>)
  | { kind: 'text'; id: string; text: string }
  | { kind: 'badge'; conversation: string; unread: number; at: number };

/** Puts the probe into every page that this context opens from now on. */
export async function installProbe(context: BrowserContext): Promise<Probe> {
  const rows: ProbedRow[] = [];
  const badges: ProbedBadge[] = [];
  await context.exposeBinding('reportToProbe', ({ page }, record: PageRecord) => {
    if (record.kind === 'badge') {
      badges.push({ conversation: record.conversation, unread: record.unread, at: record.at, page });
      return;
    }
    const known = rows.find(({ id }) => id === record.id);
    if (record.kind === 'text') {
      if (known !== undefined) known.text ??= record.text;
    } else if (known === undefined) {
      rows.push({ id: record.id, conversation: record.conversation, author: record.author, at: record.at, text: null });
    } else {
      known.at = Math.min(known.at, record.at);
    }
  });
  await context.addInitScript({ path: fileURLToPath(new URL('./probeInPage.js', import.meta.url)) });
  return { rows, badges };
}
