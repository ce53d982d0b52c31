/**
 * Offers text to an editor the way a paste does, which every rich editor takes into its own model, selection and undo.
 * True when the editor took it (it then keeps the browser from pasting as well).
 */
export function pasteText(editable: HTMLElement, content: { text: string; html?: string }): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', content.text);
  if (content.html !== undefined) clipboardData.setData('text/html', content.html);
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
  return !editable.dispatchEvent(paste);
}

/** Text as it stands in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
