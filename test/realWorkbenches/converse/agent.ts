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
  /** Clicks the customer in the list and waits for the header. */
  open(customer: Customer): Promise<void>;
  /** Types into the open conversation and presses Enter. */
  reply(text: string): Promise<TypedReply>;
}

/** Opens the workbench, which logs in by itself, and waits until its list shows these customers. */
export async function agentAt(
  page: Page,
  { url, customers }: { url: string; customers: readonly Customer[] },
): Promise<ConverseAgent> {
  await page.goto(url);
  await listShows(page, customers);
  const sent: TypedReply[] = [];
  return {
    sent,
    async open({ jid }) {
      await page.locator(`converse-roster a.open-chat[data-jid="${jid}"]`).first().click();
      await page.locator(`converse-chat-heading[jid="${jid}"]`).waitFor();
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
