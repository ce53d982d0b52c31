import type { Page } from '@playwright/test';
import type { Customer } from './customer';

/** A reply as the keyboard knows it: the other half of the truth about order, author and completeness. */
export interface TypedReply {
  /** Address of the customer. */
  conversation: string;
  text: string;
  /** Just before the Enter key went down. */
  at: number;
}

/** An agent at a page of Converse.js, with mouse and keyboard only. */
export interface ConverseAgent {
  /** Everything sent from this page, in order. */
  sent: readonly TypedReply[];
  /** Clicks the customer in the list, waits for the header, and looks at what stands there. */
  open(customer: Customer): Promise<void>;
  /** The same without the look. What comes in just then may be timed by the server's stamp only. */
  glanceAt(customer: Customer): Promise<void>;
  /** Types into the open conversation and presses Enter. */
  reply(text: string): Promise<TypedReply>;
}

/** As long as a person needs at least to see that the transcript is another one. */
const LOOK_MS = 300;

/** Opens the workbench, which logs in by itself, and waits until its list shows these customers. */
export async function agentAt(
  page: Page,
  { url, customers }: { url: string; customers: readonly Customer[] },
): Promise<ConverseAgent> {
  await page.goto(url);
  await listShows(page, customers);
  const sent: TypedReply[] = [];
  const glanceAt = async ({ jid }: Customer) => {
    await page.locator(`converse-roster a.open-chat[data-jid="${jid}"]`).first().click();
    await page.locator(`converse-chat-heading[jid="${jid}"]`).waitFor();
  };
  return {
    sent,
    glanceAt,
    async open(customer) {
      await glanceAt(customer);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    },
    async reply(text) {
      const conversation = (await page.locator('converse-chat converse-chat-heading').getAttribute('jid')) ?? '';
      await page.locator('converse-chat textarea.chat-textarea').click();
      await page.keyboard.insertText(text);
      const reply = { conversation, text, at: Date.now() };
      sent.push(reply);
      await page.keyboard.press('Enter');
      return reply;
    },
  };
}

/** Waits until the list holds all these customers, as after a reload. */
export async function listShows(page: Page, customers: readonly Customer[]): Promise<void> {
  for (const { jid } of customers) {
    await page.locator(`converse-roster a.open-chat[data-jid="${jid}"]`).first().waitFor({ timeout: 15_000 });
  }
}
