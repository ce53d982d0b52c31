/** The text that stands in a composer now, an input method's letters included. Draws nothing anew. */
export function composerText(editable: HTMLElement): string {
  if (editable instanceof HTMLTextAreaElement || editable instanceof HTMLInputElement) return editable.value;
  // Editors put zero-width characters and a last line break where nothing stands.
  return (editable.textContent ?? '').replace(/[\u200B\u2060\uFEFF]/g, '').replace(/\n$/, '');
}
