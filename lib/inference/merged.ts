/** New selectors in front of the old ones. */
export function merged(after: readonly string[], before: readonly string[]): string[] {
  const found = after.filter((selector) => selector !== ':not(*)');
  return [...found, ...before.filter((selector) => !found.includes(selector))].slice(0, 20);
}
