import type { DashboardPage } from '@/components/dashboard/dashboardPage';
import { CalibrationRoute } from './calibration/CalibrationRoute';
import { ExportRoute } from './ExportRoute';
import type { PageProps } from './pageProps';
import { RepliesRoute } from './replies/RepliesRoute';
import { SettingsRoute } from './SettingsRoute';
import { TodayRoute } from './TodayRoute';
import { WorkbenchesRoute } from './WorkbenchesRoute';

/** The page of a name, connected to what it shows. */
export function Page({ page, ...props }: PageProps & { page: Exclude<DashboardPage, 'diagnostics'> }) {
  switch (page) {
    case 'today':
      return <TodayRoute {...props} />;
    case 'replies':
      return <RepliesRoute {...props} />;
    case 'calibration':
      return <CalibrationRoute {...props} />;
    case 'export':
      return <ExportRoute {...props} />;
    case 'workbenches':
      return <WorkbenchesRoute {...props} />;
    case 'settings':
      return <SettingsRoute {...props} />;
  }
}
