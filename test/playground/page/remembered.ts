/** The conversation that was open before the reload; null in a frame of another origin, which may remember nothing. */
export function rememberedOpen(): string | null {
  try {
    return sessionStorage.getItem('open');
  } catch {
    return null;
  }
}

/** See rememberedOpen. */
export function rememberOpen(conversationId: string): void {
  try {
    sessionStorage.setItem('open', conversationId);
  } catch {
    // A frame of another origin.
  }
}
