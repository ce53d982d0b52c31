import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dependenciesMatch } from '../../../scripts/setup.mjs';

const script = fileURLToPath(new URL('../../../scripts/setup.mjs', import.meta.url));

describe('whether node_modules holds what the lock file asks for', () => {
  const wanted = { '': { version: '0.1.0' }, a: { version: '1.0.0' }, b: { version: '2.0.0', optional: true } };

  test('yes, with packages of other systems left out', () => {
    expect(dependenciesMatch(wanted, { a: { version: '1.0.0' } })).toBe(true);
  });

  test('no, when one is missing, older, or an installed optional one differs', () => {
    expect(dependenciesMatch(wanted, {})).toBe(false);
    expect(dependenciesMatch(wanted, { a: { version: '0.9.0' } })).toBe(false);
    expect(dependenciesMatch(wanted, { a: { version: '1.0.0' }, b: { version: '1.0.0' } })).toBe(false);
  });
});

test('a missing part is a failure that says what to do', () => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: { ...process.env, CHROMIUM_PATH: '/nowhere/chromium' },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('/nowhere/chromium');
  expect(stdout).toBe('');
});
