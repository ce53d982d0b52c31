/** A selector that a repair changes. */
export interface RepairChange {
  part: 'transcript' | 'conversations' | 'open' | 'composer' | 'account' | 'shop';
  before: string;
  after: string;
}

/** What was read before the page changed, and could not be found again. */
export type RepairLoss =
  | 'automatic'
  | 'colleague'
  | 'assist'
  | 'events'
  | 'unread'
  | 'wait'
  | 'key'
  | 'account'
  | 'shop';
