/** The pages of the dashboard, in the order of its navigation. */
export const DASHBOARD_PAGES = [
  'today',
  'replies',
  'calibration',
  'export',
  'workbenches',
  'settings',
  'diagnostics',
] as const;

/** One page of the dashboard. */
export type DashboardPage = (typeof DASHBOARD_PAGES)[number];
