/**
 * Offers a file to a composer the way a paste does. True when the page took it (it then keeps the browser from pasting
 * as well); what it does with it is its own: most show it for the agent to send.
 */
export function pasteFile(editable: HTMLElement, file: File): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(file);
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
  return !editable.dispatchEvent(paste);
}
