/** Words of the overlay. */
export const overlay = {
  name: '悬浮窗',
} as const;
