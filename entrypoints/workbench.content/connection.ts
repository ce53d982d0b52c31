import { browser } from 'wxt/browser';

/**
 * Whether the extension that this script belongs to still runs. After an update or removal the old script lives on in
 * its page with nobody to talk to: it has to notice, and to take its overlay away.
 */
export function isConnected(): boolean {
  // `runtime` itself is gone then, not only its id.
  return (browser as Partial<typeof browser>).runtime?.id !== undefined;
}
