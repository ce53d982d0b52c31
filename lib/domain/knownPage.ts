/** What was recorded from an origin's pages: values that must stand there again once a page is read rightly. */
export interface KnownPage {
  accounts: string[];
  shops: string[];
  conversations: { key: string; name: string | null }[];
  /** The latest messages, newest first; none where text is not kept. */
  messages: { author: 'customer' | 'own' | 'automatic' | 'assist' | 'colleague'; text: string }[];
}
