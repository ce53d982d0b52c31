import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { layerRules } from '@/scripts/layerRules';

const repository = join(import.meta.dirname, '../../..');

/** What breaks each rule: the files to plant, beside a tree that is otherwise clean. */
const plants: Record<string, Record<string, string>> = {
  'domain-imports-nothing': { 'lib/domain/planted.ts': "import 'zustand';" },
  'components-are-presentational': { 'components/planted.tsx': "import '@/lib/messaging/planted';" },
  'components-have-no-browser-api': { 'components/planted.tsx': "import 'wxt/browser';" },
  'pure-folders-stay-pure': { 'lib/metrics/planted.ts': "import 'dexie';" },
  'entrypoints-stay-apart': {
    'entrypoints/popup/planted.ts': "import '../background/planted';",
    'entrypoints/background/planted.ts': 'export {};',
  },
  'content-script-without-database': {
    'entrypoints/workbench.content/planted.ts': "import '@/lib/messaging/planted';",
    'lib/messaging/planted.ts': "import 'dexie';",
  },
  'only-the-background-writes': {
    'entrypoints/popup/planted.ts': "import '@/lib/storage/planted';",
    'lib/storage/planted.ts': 'export {};',
  },
  'nothing-imports-tests': { 'lib/observer/planted.ts': "import '@/test/planted';", 'test/planted.ts': 'export {};' },
  'no-circles': {
    'lib/metrics/planted.ts': "import { other } from './plantedOther'; export const planted = () => other;",
    'lib/metrics/plantedOther.ts': "import { planted } from './planted'; export const other = () => planted;",
  },
  'not-to-unresolvable': { 'lib/metrics/planted.ts': "import '@/lib/metrics/nowhere';" },
};
for (const rule of layerRules) {
  const folder = /^lib-(\w+)$/.exec(rule.name ?? '')?.[1];
  if (folder !== undefined)
    plants[rule.name ?? ''] = { [`lib/${folder}/planted.ts`]: "import '@/components/planted';" };
}

function check(files: Record<string, string>): { code: number; output: string } {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    const clean = { 'components/planted.tsx': 'export {};', 'lib/messaging/planted.ts': 'export {};' };
    for (const [file, content] of Object.entries({ ...clean, 'entrypoints/.keep': '', ...files })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    }
    for (const shared of ['node_modules', 'tsconfig.deps.json'])
      symlinkSync(join(repository, shared), join(root, shared));
    execFileSync('git', ['init', '-q'], { cwd: root });
    const tsx = join(repository, 'node_modules/.bin/tsx');
    try {
      const output = execFileSync(tsx, [join(repository, 'scripts/checkLayers.ts')], {
        cwd: root,
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { code: 0, output };
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      return { code: status, output: stderr };
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

test('a clean tree passes', () => {
  expect(check({}).output).toContain('no rule broken');
});

describe('a planted violation', () => {
  let planted: { code: number; output: string };
  beforeAll(() => {
    // All in one tree, each under its rule's name: reading the tree is what takes the time.
    planted = check(Object.assign({}, ...layerRules.map(({ name = '' }) => named(plants[name] ?? {}, name))));
  }, 60_000);

  test('fails the check', () => {
    expect(planted.code).toBe(1);
  });

  test.each(layerRules.map((rule) => rule.name ?? ''))('of %s is told with its reason', (name) => {
    const told = planted.output.split('\n').filter((line) => line.startsWith(`  ${name}: `));
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.length).toBeGreaterThan(name.length + 20);
  });
});

/** The plants of one rule, under names that no other rule's plants have. */
function named(files: Record<string, string>, rule: string): Record<string, string> {
  const rename = (text: string) => text.replaceAll(/planted(?=[A-Z.'])/g, `planted-${rule}-`);
  const shared = new Set(['@/components/planted', '@/lib/messaging/planted']);
  return Object.fromEntries(
    Object.entries(files).map(([file, content]) => [
      rename(file),
      [...shared].some((target) => content.includes(`'${target}'`)) && !(`${target(content)}.ts` in files)
        ? content
        : rename(content),
    ]),
  );
}

/** The file that a plant imports, from the root. */
function target(content: string): string {
  return /'@\/(.*)'/.exec(content)?.[1] ?? '';
}
