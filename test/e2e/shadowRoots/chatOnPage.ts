/** A message as the page itself put it up. */
export interface SaidOnPage {
  author: 'customer' | 'agent';
  text: string;
  /** When the page put it up, ms. */
  at: number;
}

/** A chat inside a shadow root, driven through its own surface; what is said on it, by its own account. */
export interface ChatOnPage {
  /** The customer of the open conversation writes. */
  customerSays(text: string): void;
  said(): SaidOnPage[];
  /** Where the composer stands in the window, CSS px. */
  composerBox(): { x: number; y: number; width: number; height: number };
  composerText(): string;
}

declare global {
  interface Window {
    chat: ChatOnPage;
  }
}

/** What was said before the page was opened: enough of both sides to tell them apart. */
export const before: readonly { author: 'customer' | 'agent'; text: string; time: string }[] = [
  { author: 'customer', text: '你好，这款冲锋衣有没有M码？', time: '13:58' },
  { author: 'agent', text: '亲，有的哦，今天下单今天发', time: '13:58' },
  { author: 'customer', text: '能便宜点吗', time: '13:59' },
  { author: 'customer', text: '我第一次买', time: '13:59' },
  { author: 'agent', text: '给您申请了一张十元的优惠券，拍下以后会自动减', time: '14:00' },
  { author: 'customer', text: '好的', time: '14:01' },
  { author: 'agent', text: '可以的', time: '14:02' },
];

/** Who is listed; the first is open. */
export const listed: readonly { id: string; name: string; unread: number; preview: string }[] = [
  { id: 'u1', name: '小鹿', unread: 0, preview: '可以的' },
  { id: 'u2', name: '阿青', unread: 2, preview: '在吗' },
  { id: 'u3', name: '木子', unread: 0, preview: '谢谢老板' },
];
