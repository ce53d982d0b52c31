/** Hour and minute of a moment on the computer's own clock, `14:03`. */
export function formatTimeOfDay(at: number): string {
  const time = new Date(at);
  return `${String(time.getHours()).padStart(2, '0')}:${String(time.getMinutes()).padStart(2, '0')}`;
}
