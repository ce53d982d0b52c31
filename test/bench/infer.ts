import { type Browser, chromium } from 'playwright';
import type { InferredPage } from '@/lib/inference/inferPage';
import { findChromium } from '../../scripts/chromium.mjs';
import { inferenceScript, inferOpen } from '../../scripts/infer';
import { DEVELOPMENT, type InferenceCase, type InferenceSet, startCases } from './inferenceCases';
import { type Comparison, compare } from './inferenceCompare';
import { inferLongPage } from './inferSpeed';

/**
 * Infers every page, and prints what it reads of each and of each set: npm run bench:inference. Words choose pages by name
 * (npm run bench:inference -- zammad), DETAIL=1 says what is wrong, DETAIL=2 prints the adapter too. Fails when a page of
 * the development set is not exact, when a page without a chat is read, and when more than a fifth of the pages are asked
 * about.
 */
const ALL: readonly InferenceSet[] = [...DEVELOPMENT, 'written pages', 'made-up pages', 'pages without a chat'];
const VIEWPORT = { width: 1440, height: 900 };
const SETTLE_MS = 250;
/** Pages at once: each waits for itself for the most part. */
const AT_ONCE = 3;
const MOST_ASKED = 0.2;
/** From this confidence on, nobody would look twice. */
const SURE = 0.7;

interface Result {
  one: InferenceCase;
  found: InferredPage;
  compared: Comparison;
}

async function measure(browser: Browser, one: InferenceCase, script: string): Promise<Result> {
  const page = await browser.newPage({ viewport: VIEWPORT, bypassCSP: true });
  try {
    await one.open(page);
    const truth = await one.truth(page);
    const found = await inferOpen(page, script, SETTLE_MS);
    return { one, found, compared: compare(one, truth, found) };
  } finally {
    await page.close();
  }
}

function print({ one, found, compared }: Result): void {
  const { exact, right, said, wrong, missing, times, list, composer } = compared;
  const isWhole = exact && list && composer && times.right === times.shown;
  const flaws = [
    wrong.length > 0 ? `false ${wrong.length}` : '',
    !exact && missing.length === 0 && wrong.length === 0 ? 'ORDER' : '',
    times.right < times.shown ? `times ${times.right}/${times.shown}` : '',
    list ? '' : 'LIST',
    composer ? '' : 'COMPOSER',
    found.unsure.length > 0 ? `ASKED ${found.unsure.map(({ part }) => part).join(' ')}` : '',
  ].filter((flaw) => flaw !== '');
  console.log(
    `${isWhole ? 'ok  ' : 'FAIL'} ${one.set} · ${one.name}  ${right}/${said}  ${found.confidence}  ${flaws.join(' · ')}`,
  );
  if (isWhole || process.env.DETAIL === undefined) return;
  console.log(JSON.stringify({ wrong, missing, ...(list ? {} : { list: found.conversations }) }, null, 1));
  console.log(JSON.stringify({ times: found.messages.map(({ shownTime }) => shownTime), evidence: found.evidence }));
  if (process.env.DETAIL === '2') console.log(JSON.stringify(found.adapter, null, 1));
}

function tableOf(results: readonly Result[]) {
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    pages: results.length,
    exact: sum(({ compared }) => Number(compared.exact)),
    asked: sum(({ found }) => Number(found.unsure.length > 0)),
    messages: sum(({ compared }) => compared.said),
    right: sum(({ compared }) => compared.right),
    false: sum(({ compared }) => compared.wrong.length),
    times: `${sum(({ compared }) => compared.times.right)}/${sum(({ compared }) => compared.times.shown)}`,
    lists: sum(({ compared }) => Number(compared.list)),
    composers: sum(({ compared }) => Number(compared.composer)),
    sure: sum(({ found }) => Number(found.confidence >= SURE)),
    'sure and exact': sum(({ found, compared }) => Number(found.confidence >= SURE && compared.exact)),
  };
}

const words = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const { cases, close } = await startCases(ALL);
const results: Result[] = [];
try {
  const script = await inferenceScript();
  const left = cases.filter(({ set, name }) => words.every((word) => `${set} ${name}`.includes(word)));
  const work = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      const result = await measure(browser, one, script);
      results.push(result);
      print(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const { elements, ms, messages } = await inferLongPage(browser, script);
  console.log(`A page of ${elements} elements is held up for ${ms} ms; ${messages} of 2000 messages are read.`);
} finally {
  await close();
  await browser.close();
}

const bySet = ALL.map((set) => [set, results.filter(({ one }) => one.set === set)] as const);
console.table(Object.fromEntries(bySet.flatMap(([set, those]) => (those.length > 0 ? [[set, tableOf(those)]] : []))));
const development = results.filter(({ one }) => DEVELOPMENT.includes(one.set));
const failures = [
  ...development.filter(({ compared }) => !compared.exact).map(({ one }) => `${one.set} · ${one.name} is not exact`),
  ...results
    .filter(({ one, found }) => one.set === 'pages without a chat' && found.messages.length > 0)
    .map(({ one }) => `${one.name} has no chat, and was read`),
];
if (development.filter(({ found }) => found.unsure.length > 0).length > development.length * MOST_ASKED) {
  failures.push('more than a fifth of the development set is asked about');
}
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
