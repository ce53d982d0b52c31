import { createServer } from 'node:http';
import type { Page } from 'playwright';
import { startPlayground } from '../playground/server';
import { agentAt } from '../realWorkbenches/converse/agent';
import { startConverse } from '../realWorkbenches/converse/startConverse';
import { chatLibraryPages, documentedPages, freePages, madeUpPages } from './inferencePages';

/** What was said, in order. */
export type Said = [author: 'customer' | 'agent', text: string];

/** An item of the conversation list; a name or a number of null is not compared. */
export type Listed = [name: string | null, unread: number | null];

export type InferenceSet =
  | 'playground'
  | 'chat libraries'
  | 'Converse.js'
  | 'documented workbenches'
  | 'written pages'
  | 'made-up pages'
  | 'pages without a chat';

/** A page to infer, and what is said on it. */
export interface InferenceCase {
  set: InferenceSet;
  name: string;
  /** Shows the page, drawn and in the state that `truth` speaks of. */
  open(page: Page): Promise<void>;
  /** Asked for once the page is open. */
  truth(page: Page): Promise<Said[]>;
  /** Times as the page shows them, where it shows any; absent = not compared. */
  times?: (string | null)[];
  /** null = the page has no list of conversations. */
  conversations: Listed[] | null;
  /** Each item has a name of its own, and the page sorts them as it likes. */
  sorted?: false;
  composer: boolean;
}

export interface InferenceCases {
  cases: InferenceCase[];
  close(): Promise<void>;
}

/** These pages draw themselves at once. */
const DRAW_MS = 250;

/** The development set: the playground's skins, the chat libraries, the documented workbenches and Converse.js. */
export const DEVELOPMENT: readonly InferenceSet[] = [
  'playground',
  'chat libraries',
  'documented workbenches',
  'Converse.js',
];

/** Starts every page of these sets. */
export async function startCases(sets: readonly InferenceSet[]): Promise<InferenceCases> {
  const wanted = new Set(sets);
  const started: InferenceCases[] = [];
  if (wanted.has('playground')) started.push(await playgroundCases());
  if (wanted.has('Converse.js')) started.push(converseCase());
  started.push(await servedCases(wanted));
  return {
    cases: started.flatMap(({ cases }) => cases).filter(({ set }) => wanted.has(set)),
    async close() {
      for (const { close } of started) await close();
    },
  };
}

/** Pages from memory: the first part of the path is the page's name. */
async function servedCases(wanted: ReadonlySet<InferenceSet>): Promise<InferenceCases> {
  const pages = new Map<string, string>();
  const local = [
    ...(wanted.has('chat libraries') ? await chatLibraryPages(pages) : []),
    ...documentedPages(pages),
    ...madeUpPages(pages),
    ...['heldOut', 'fresh', 'principles', 'products'].flatMap((folder) => freePages(pages, folder)),
  ];
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').split('/')[1]?.split('?')[0] ?? '';
    const body = pages.get(name);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': name.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    });
    response.end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const url = `http://127.0.0.1:${address.port}/`;
  return {
    cases: local.map(({ path, said, ...one }) => ({
      ...one,
      async open(page) {
        await page.goto(url + path);
        await page.waitForTimeout(DRAW_MS);
      },
      truth: async () => said,
    })),
    async close() {
      server.close();
    },
  };
}

/** Two messages wait in the second conversation of the list. */
const WAITING = ['在吗', '有人吗'];

async function playgroundCases(): Promise<InferenceCases> {
  const playground = await startPlayground({ port: 0 });
  const cases = [1, 2, 3, 4, 5].map((skin): InferenceCase => {
    const conversations: Listed[] = [];
    return {
      set: 'playground',
      name: `skin ${skin}`,
      async open(page) {
        await page.goto(`${playground.url}?skin=${skin}&shop=s${skin}&script=off&history=14&open=c1001`);
        await page.waitForTimeout(DRAW_MS);
        const names = await page.evaluate(async (texts) => {
          const { conversations: all, customerSays } = window.playground;
          const [, second] = all();
          if (!second) throw new Error('The playground shows two conversations at least.');
          for (const text of texts) await customerSays(second.id, text);
          return all().map(({ name, id }) => ({ name, isSecond: id === second.id }));
        }, WAITING);
        conversations.splice(0);
        conversations.push(...names.map(({ name, isSecond }): Listed => [name, isSecond ? WAITING.length : 0]));
        await page.waitForTimeout(DRAW_MS);
      },
      async truth(page) {
        const log = await page.evaluate(() => window.playground.truth());
        const open = await page.evaluate(() => window.playground.openId());
        return log
          .filter(({ conversationId, author }) => conversationId === open && author !== 'system')
          .map(({ author, text }): Said => [author === 'customer' ? 'customer' : 'agent', text]);
      },
      conversations,
      sorted: false,
      composer: true,
    };
  });
  return { cases, close: () => playground.close() };
}

/** The application itself, on a server of its own, with customers on real connections. */
function converseCase(): InferenceCases {
  const said: Said[] = [
    ['customer', '这件外套还有M码吗'],
    ['agent', '亲，有的哦'],
    ['customer', '好的谢谢'],
    ['customer', '什么时候发货'],
    ['agent', '今天下午就发'],
    ['customer', '收到'],
  ];
  const conversations: Listed[] = [];
  let close = async () => {};
  const one: InferenceCase = {
    set: 'Converse.js',
    name: 'three customers',
    async open(page) {
      const workbench = await startConverse({ customers: 3 });
      close = () => workbench.close();
      const { customers, url } = workbench;
      const [wang, li] = customers;
      if (!wang || !li) throw new Error('Three customers were asked for.');
      const agent = await agentAt(page, { url, customers });
      await agent.open(wang);
      for (const [author, text] of said) {
        if (author === 'customer') await wang.say(text);
        else await agent.reply(text);
        await page.getByText(text, { exact: true }).last().waitFor();
      }
      await li.say('在吗');
      await page.waitForTimeout(2 * DRAW_MS);
      // A customer who waits stands in two groups of the list, by a name alone: that one may be left out.
      conversations.push(...customers.filter((customer) => customer !== li).map(({ name }): Listed => [name, 0]));
    },
    truth: async () => said,
    conversations,
    sorted: false,
    composer: true,
  };
  return { cases: [one], close: () => close() };
}
