import { chromium } from 'playwright';
import { findChromium } from '../../scripts/chromium.mjs';
import { inferAddress, inferenceScript } from '../../scripts/infer';
import { compare, startCases } from './inferenceCases';

/**
 * Measures the inference on pages whose adapter is withheld: chat libraries, the playground's skins, the documented
 * workbenches. `tsx test/bench/infer.ts [part of a name]`; --verbose prints what differs.
 */
const verbose = process.argv.includes('--verbose');
const wanted = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '';

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
const started = await startCases(browser);
const cases = started.cases.filter(({ name }) => name.includes(wanted));
const script = await inferenceScript();
const total = { pages: 0, perfect: 0, messages: 0, exact: 0, texts: 0, wrong: 0, asked: 0 };
for (const { name, url, truth } of cases) {
  try {
    const found = await inferAddress(browser, url, script);
    const expected = await truth();
    const { exact, texts, wrong } = compare(expected, found);
    const asked = found.unsure.includes('authors') || found.unsure.includes('transcript');
    const perfect = exact === expected.length && wrong.length === 0;
    total.pages++;
    total.messages += expected.length;
    total.exact += exact;
    total.texts += texts;
    total.wrong += wrong.length;
    if (perfect) total.perfect++;
    if (asked) total.asked++;
    console.log(
      `${perfect ? 'exact ' : 'DIFFER'} ${name.padEnd(28)} ${exact}/${expected.length} exact, ${texts} texts, ${wrong.length} false, ${found.conversations.length} conversations, composer ${found.composer !== null}, confidence ${found.confidence}${found.unsure.length > 0 ? `, unsure: ${found.unsure.join()}` : ''}`,
    );
    if (verbose && !perfect) {
      console.log(
        JSON.stringify(
          {
            evidence: found.evidence,
            transcript: found.adapter?.transcript,
            wrong,
            got: found.messages.slice(0, 12),
            expected: expected.slice(0, 12),
          },
          null,
          1,
        ),
      );
    }
    if (process.argv.includes('--lists'))
      console.log(
        JSON.stringify({
          conversations: found.conversations,
          rules: found.adapter?.conversations,
          open: found.adapter?.open,
          composer: found.composer,
        }),
      );
  } catch (error) {
    console.log(`FAILED ${name}: ${String(error).slice(0, 300)}`);
  }
}
console.log(
  `${total.perfect}/${total.pages} pages exact; ${total.exact}/${total.messages} messages exact (${total.texts} texts), ${total.wrong} false; asked on ${total.asked}`,
);
await started.close();
await browser.close();
