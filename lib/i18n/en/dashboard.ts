import type { WordsOf } from '../wordsOf';
import type { dashboard as zh } from '../zh/dashboard';
import { calibration } from './calibration';
import { dashboardDiagnostics } from './dashboardDiagnostics';
import { dashboardExport } from './dashboardExport';
import { dashboardToday } from './dashboardToday';
import { dashboardWorkbenches } from './dashboardWorkbenches';
import { figures } from './figures';
import { quickReplies } from './quickReplies';

/** English beside zh/dashboard.ts. */
export const dashboard: WordsOf<typeof zh> = {
  title: 'Dashboard',
  failed: 'That did not work: {{reason}}',
  rederiving:
    'Working out all figures by the new rules: {{done}} / {{total}} conversations. Until then everything shows the old ones.',
  page: {
    today: 'Today',
    replies: 'Quick replies',
    calibration: 'Compare with the platform',
    export: 'Export',
    settings: 'Settings',
    workbenches: 'Workbenches',
    diagnostics: 'Diagnostics',
  },
  status: {
    recordingTabs_one: 'Recording · {{count}} workbench',
    recordingTabs_other: 'Recording · {{count}} workbenches',
    noTabs: 'No workbench is open',
    pausedSince: 'Paused; messages since {{time}} are not recorded',
    notReading: '{{workbench}}: not recording – {{problem}}. Messages since {{time}} are missing',
    storageBroken: 'Data cannot be stored: {{reason}}',
    noConsent: 'Not started; nothing that was seen has been stored',
    show: 'What to do',
  },
  welcome: {
    title: 'Who is waiting, how long, and how fast you answer, on the page where you chat',
    lines: {
      waiting: 'Who waits, and how long: a clock per customer, those about to be late first',
      figures: 'First response, average response, 3-minute rate, answer/question ratio: now, not tomorrow',
      replies: 'What to say: three quick replies for this message, inserted with one key and never sent for you',
      why: 'Where time went: notice, think and type, and every number opens into its turns',
      take: 'The daily report in one click, the details as a spreadsheet',
    },
    stored: 'Stored on this computer',
    start: 'Start recording',
    localOnly: 'No network, no upload. Stop or delete everything at any time.',
  },
  ...dashboardToday,
  figures,
  replies: quickReplies,
  calibration,
  ...dashboardExport,
  ...dashboardWorkbenches,
  ...dashboardDiagnostics,
};
