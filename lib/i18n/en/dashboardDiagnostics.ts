import type { WordsOf } from '../wordsOf';
import type { dashboardDiagnostics as zh } from '../zh/dashboardDiagnostics';

/** English beside zh/dashboardDiagnostics.ts. */
export const dashboardDiagnostics: WordsOf<typeof zh> = {
  diagnostics: {
    title: 'Diagnostics',
    storage: 'Storage',
    ok: 'Fine',
    broken: 'Broken: {{reason}}',
    brokenAdvice: 'Export what can still be read, then restart the browser. Free some space if the disk is full.',
    used: 'Used',
    entries: 'Messages',
    turns: 'Turns',
    gaps: 'Gaps',
    coverage: 'Coverage today',
    version: 'Version',
    settings: 'Settings',
    settingsOk: 'All were read',
    settingsProblems_one: '{{count}} setting could not be read and is back to its default',
    settingsProblems_other: '{{count}} settings could not be read and are back to their defaults',
    errors: 'Problems so far',
    noErrors: 'No problems so far',
    errorTimes_one: 'once',
    errorTimes_other: '{{count}} times',
    at: 'Time',
    where: 'Where',
    what: 'What',
    copy: 'Copy diagnostics',
    copyHint: 'Without customer names and message text',
    everywhere: 'All workbenches',
    trouble: {
      notReading: 'Not recording',
      ambiguous: 'Some messages could not be told apart and were not recorded',
      clockStep: "The computer's clock was changed: turns waiting then are not timed",
    },
    copied: 'Copied',
  },
};
