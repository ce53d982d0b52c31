const avatarColours = ['#5b8def', '#3fae8f', '#d98943', '#b76fd0', '#e0697f', '#5aa0b8', '#8a8f3c', '#7c83d6'];

/** The same colour for the same conversation on every tab. */
export function avatarColour(id: string): string {
  return avatarColours[Number(id.replace(/\D/g, '')) % avatarColours.length] ?? '#5b8def';
}
