/** Words of the popup. */
export const popup = {
  name: '小窗',
} as const;
