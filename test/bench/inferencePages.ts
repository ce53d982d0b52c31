import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { InferenceCase, Listed, Said } from './inferenceCases';
import { madeUpPage } from './madeUpPages';

/** A case that is served from memory, at an address that is its name. */
export type PageCase = Omit<InferenceCase, 'open' | 'truth'> & { path: string; said: Said[] };

const fixtures = join(import.meta.dirname, '../fixtures');
/** Folders of pages that no workbench is behind. */
const FREE = new Set(['heldOut', 'fresh', 'principles', 'products']);

/** The libraries that draw a list of conversations too. */
const listed: Record<string, true> = { chatElements: true, chatscope: true, vueAdvancedChat: true, antDesignX: true };
/** No badge is drawn, so nothing is known of what is unread. */
const badgeless: Record<string, true> = { antDesignX: true };

/** Every chat library as a page of its own. */
export async function chatLibraryPages(pages: Map<string, string>): Promise<PageCase[]> {
  const folder = join(fixtures, 'chatLibraries');
  const { conversation, people } = await import('../fixtures/chatLibraries/conversation');
  const names = readdirSync(folder).filter((name) => name.endsWith('.tsx'));
  const cases: PageCase[] = [];
  for (const file of names) {
    const name = file.replace('.tsx', '');
    const bundle = await build({
      entryPoints: [join(folder, file)],
      bundle: true,
      write: false,
      outdir: '/',
      format: 'iife',
      charset: 'utf8',
      jsx: 'automatic',
      loader: {
        '.woff': 'dataurl',
        '.woff2': 'dataurl',
        '.ttf': 'dataurl',
        '.eot': 'dataurl',
        '.svg': 'dataurl',
        '.png': 'dataurl',
      },
      define: { 'process.env.NODE_ENV': '"production"' },
      tsconfigRaw: {},
      logLevel: 'error',
    });
    const part = (end: string) => bundle.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
    pages.set(`${name}.js`, part('.js'));
    pages.set(
      name,
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>客服</title><style>body{margin:0;font:14px sans-serif}</style><style>${part('.css')}</style></head><body><div id="root"></div><script src="/${name}.js"></script></body></html>`,
    );
    cases.push({
      set: 'chat libraries',
      name,
      path: name,
      said: conversation.map(({ author, text }): Said => [author, text]),
      conversations:
        listed[name] === undefined
          ? null
          : people.map(({ name: one, unread }): Listed => [one, badgeless[name] === undefined ? unread : 0]),
      composer: true,
    });
  }
  return cases;
}

type Step = { page: string; rows: [string, string, string | null][] | null; list?: [string, number | null, boolean][] };

/** Every page of the documented workbenches. While it switches, the rows of before still stand there, or none. */
export function documentedPages(pages: Map<string, string>): PageCase[] {
  return readdirSync(fixtures).flatMap((id) => {
    const file = join(fixtures, id, 'expected.json');
    if (FREE.has(id) || !existsSync(file)) return [];
    const steps: Step[] = JSON.parse(readFileSync(file, 'utf8')).steps;
    return steps.map(({ page, rows, list }): PageCase => {
      const path = `${id}-${page}`;
      const body = readFileSync(join(fixtures, id, `${page}.html`), 'utf8');
      pages.set(
        path,
        `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>客服</title><body>${body}</body></html>`,
      );
      const before = steps.find((step) => step.page === 'history')?.rows ?? [];
      const shown = rows ?? (before.some(([, text]) => stands(text, body)) ? before : []);
      const said = shown.flatMap(([author, text]): Said[] =>
        author === 'event' || author === 'assist' ? [] : [[author === 'customer' ? 'customer' : 'agent', text]],
      );
      const conversations = list?.map(([, unread]): Listed => [null, unread]) ?? null;
      return { set: 'documented workbenches', name: `${id} ${page}`, path, said, conversations, composer: true };
    });
  });
}

/** Whether a page's source has this text, whatever unseen characters stand in it. */
function stands(text: string, html: string): boolean {
  return html.replace(/[\p{Cf}\u2800]/gu, '').includes(text);
}

interface FreePage {
  messages: [Said[0], string, string?][];
  conversations: Listed[] | null;
  composer: boolean | null;
}

/** Pages written for the inference alone, each for one way in which chat pages are built; and pages without a chat. */
export function freePages(pages: Map<string, string>, folder: string): PageCase[] {
  const at = join(fixtures, folder);
  if (!existsSync(at)) return [];
  const expected: Record<string, FreePage> = JSON.parse(readFileSync(join(at, 'expected.json'), 'utf8'));
  return Object.entries(expected).map(([name, { messages, conversations, composer }]) => {
    pages.set(name, readFileSync(join(at, `${name}.html`), 'utf8'));
    return {
      set: messages.length === 0 ? 'pages without a chat' : 'written pages',
      name: `${folder} ${name}`,
      path: name,
      said: messages.map(([author, text]): Said => [author, text]),
      times: messages.map(([, , time]) => time ?? null),
      conversations,
      composer: composer === true,
    };
  });
}

const MADE_UP = 40;

/** Pages put together by chance, always the same ones. */
export function madeUpPages(pages: Map<string, string>): PageCase[] {
  return Array.from({ length: MADE_UP }, (_, i) => {
    const { html, ...page } = madeUpPage(i + 1);
    const name = `made up ${i + 1}`;
    pages.set(`madeUp${i + 1}`, html);
    return { set: 'made-up pages', name, path: `madeUp${i + 1}`, composer: true, ...page };
  });
}
