import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { historyTask } from './historyTask';
import { libraryTask } from './libraryTask';
import { suggestSpeed } from './suggestSpeed';

/**
 * Quality and speed of the suggestions, with the baselines measured beside them.
 * `npm run bench:suggest -- --json --data DIR`, where DIR holds cs-scripts-zh.json and banking77/.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, data: { type: 'string' } } });
const speed = suggestSpeed();
const report: Record<string, unknown> = { speed };
const missing: string[] = [];

const library = join(values.data ?? '.', 'cs-scripts-zh.json');
const history = join(values.data ?? '.', 'banking77');
if (values.data && existsSync(library)) report.library = { target: { hitAt3: 0.92 }, ...libraryTask(library) };
else missing.push('cs-scripts-zh.json');
if (values.data && existsSync(history)) report.history = { target: { hitAt3: 0.97 }, ...historyTask(history) };
else missing.push('banking77/');
if (missing.length > 0)
  report.notMeasured = `Quality not measured: ${missing.join(' and ')} not found${values.data ? ` in ${values.data}` : '; name the folder with --data DIR'}.`;

if (values.json) console.log(JSON.stringify(report, null, 2));
else console.dir(report, { depth: 6 });
if (missing.length > 0) {
  console.error(report.notMeasured);
  process.exitCode = 2;
}
