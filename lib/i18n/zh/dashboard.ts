/** Words of the dashboard. */
export const dashboard = {
  title: '数据页',
} as const;
