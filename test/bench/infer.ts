import { chromium } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import { inferAddress, inferenceScript } from '../../scripts/infer';
import { compare, startCases } from './inferenceCases';

/** Infers every page whose name has the given words, and prints what is not exact: npm run bench:inference -- documented. */
/** These pages draw themselves at once. */
const SETTLE_MS = 250;
const words = process.argv.slice(2);
/** Given as a|b. */
const isWanted = (name: string) => words.every((word) => word.split('|').some((one) => name.includes(one)));
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const { cases, close } = await startCases(browser);
const script = await inferenceScript();
const sets = new Map<
  string,
  {
    pages: number;
    exact: number;
    asked: number;
    said: number;
    right: number;
    wrong: number;
    lists: number;
    composers: number;
  }
>();
for (const one of cases.filter(({ name }) => isWanted(name))) {
  const started = performance.now();
  const found = await inferAddress(browser, one.url, script, SETTLE_MS);
  const ms = Math.round(performance.now() - started);
  const truth = await one.truth();
  const { exact, said, wrong, order, times, conversations, composer } = compare(one, truth, found);
  const set = one.name.startsWith('held') ? (said > 0 ? 'held out' : 'no chat') : (one.name.split(' ')[0] ?? '');
  const sum = sets.get(set) ?? { pages: 0, exact: 0, asked: 0, said: 0, right: 0, wrong: 0, lists: 0, composers: 0 };
  const good = exact === said && wrong.length === 0 && order;
  sum.pages++;
  sum.exact += Number(good);
  sum.asked += Number(found.unsure.length > 0);
  sum.said += said;
  sum.right += exact;
  sum.wrong += wrong.length;
  sum.lists += Number(conversations);
  sum.composers += Number(composer);
  sets.set(set, sum);
  const ok = good && times && conversations && composer;
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${one.name}  ${exact}/${said} wrong ${wrong.length}${order ? '' : ' ORDER'}${times ? '' : ' TIMES'}${conversations ? '' : ' LIST'}${composer ? '' : ' COMPOSER'}  confidence ${found.confidence}  ${JSON.stringify(found.unsure)}  ${ms} ms`,
  );
  if (!ok && process.env.DETAIL) {
    console.log(
      JSON.stringify(
        {
          wrong,
          missing: truth.filter(([a, t]) => !found.messages.some((m) => m.author === a && m.text === t)),
          ...(times ? {} : { times: found.messages.map(({ shownTime }) => shownTime) }),
          ...(conversations ? {} : { conversations: found.conversations }),
          composer: found.composer,
          evidence: found.evidence,
        },
        null,
        1,
      ),
    );
    if (process.env.DETAIL === '2') console.log(JSON.stringify(found.adapter, null, 1));
  }
}
console.table(Object.fromEntries(sets));
await close();
await browser.close();
