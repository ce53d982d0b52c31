import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { replay } from '@/lib/metrics/replay';
import { entriesOf, noon } from './turnOf';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(
  args: readonly string[],
  input: string | Buffer = '',
): { status: number | null; out: string; err: string } {
  const command = [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/replay.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, input, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const log = entriesOf([0, 'customer'], [9, 'agent'], [100, 'customer'], [130, 'agent'], [200, 'customer']);
const lines = log.map((entry) => JSON.stringify(entry)).join('\n');
const badNow = JSON.stringify([{ name: 'x', profile: profileOf('jd'), now: 0.5, final: false, log: [] }]);

describe('npm run replay', () => {
  test('prints the figures of a log, from a file or standard input, as lines or an array', () => {
    const profile = profileOf('taobao');
    const live = replay({ log, profile, now: noon + 300_000, final: false });
    const options = ['--profile', 'taobao', '--now', String(noon + 300_000)];
    expect(JSON.parse(run([...options, file('log.ndjson', lines)]).out)).toEqual(live);
    expect(JSON.parse(run([...options, '-'], JSON.stringify(log)).out)).toEqual(live);
    const custom = file('profile.json', { ...profile, id: 'custom', capMs: 1_000 });
    const span = ['--final', '--from', String(noon), '--to', String(noon + 100_000)];
    const found = run(['--profile', custom, ...span, '-'], lines);
    expect(found).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(found.out)).toMatchObject({ turns: 1, averageResponseMs: 1_000, longestResponseMs: 9_000 });
  });

  test('prints the cases of a file in order, and nothing else', () => {
    const path = join(root, 'test/fixtures/metrics/workedExamples.json');
    const expected: { name: string; figures: unknown }[] = JSON.parse(readFileSync(path, 'utf8'));
    const { out, err, status } = run(['--cases', path]);
    const found: { name: string; figures: unknown }[] = JSON.parse(out);
    expect({ err, status }).toEqual({ err: '', status: 0 });
    expect(found.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
    expect(found.map(({ figures }) => Object.keys(Object(figures)).sort())).toEqual(
      expected.map(({ figures }) => Object.keys(Object(figures)).sort()),
    );
  });

  test('passes over the byte order marks that editors put before profiles and cases', () => {
    const profile = profileOf('taobao');
    const marked = file('marked.json', `\ufeff${JSON.stringify(profile)}`);
    expect(run(['--profile', marked, '--final', '-'], `\ufeff${lines}`)).toMatchObject({ status: 0, err: '' });
    const piped = run(['--profile', '-', '--final', file('piped.ndjson', lines)], JSON.stringify(profile));
    expect(JSON.parse(piped.out)).toEqual(replay({ log, profile, now: null, final: true }));
    expect(run(['--cases', '-'], '\ufeff[]').out).toBe('[]\n');
  });

  test('says nothing when whoever reads it stops reading', () => {
    const cases = join(root, 'test/fixtures/metrics/randomCases.json');
    const command = `"${process.execPath}" node_modules/tsx/dist/cli.mjs scripts/replay.ts --cases "${cases}" | head -c 1`;
    const { stdout, stderr } = spawnSync(command, { cwd: root, shell: true, encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: '[', stderr: '' });
  });

  test.each([
    ['a bad line', ['--profile', 'jd', '-'], `${lines}\n{"at":1}`, 'line 6: '],
    ['an unknown profile', ['--profile', 'nosuch', '-'], lines, '"nosuch" is neither a profile nor a file'],
    ['no log', ['--profile', 'jd'], '', 'Usage'],
    ['no profile', ['-'], lines, 'Usage'],
    ['a bad time', ['--profile', 'jd', '--now', 'soon', '-'], lines, '--now is "soon"'],
    ['an unknown option', ['--profile', 'jd', '--later', '-'], lines, '--later'],
    ['a missing file', ['--profile', 'jd', join(folder, 'none')], '', 'none'],
    ['bytes that are no text', ['--profile', 'jd', '-'], Buffer.from(`${lines}\n\xff`, 'latin1'), 'line 6: not UTF-8'],
    [
      'a span that ends before it begins',
      ['--profile', 'jd', '--from', '2', '--to', '1', '-'],
      lines,
      '--from is after',
    ],
    ['one input for two files', ['--profile', '-', '-'], lines, 'standard input is either'],
    ['options beside cases', ['--cases', '-', '--final'], '[]', 'Usage'],
    ['bad cases', ['--cases', '-'], '[{"name":"x"}]', 'case 1: profile'],
    ['a bad split', ['--cases', '-'], '[{"split":{"startedAt":0,"repliedAt":5}}]', 'case 1: "split": "openedAt"'],
    ['a bad now', ['--cases', '-'], badNow, 'case 1: "now" must be'],
    ['cases that are none', ['--cases', '-'], '{}', 'not an array of cases'],
  ])('refuses %s: exit 2, nothing printed', (_, args, input, problem) => {
    const { status, out, err } = run(args, input);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(problem);
  });
});
