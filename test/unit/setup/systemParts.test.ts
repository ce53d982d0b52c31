import { describe, expect, test } from 'vitest';
import { instructions, type Machine, missingParts, systemParts } from '../../../scripts/systemParts.mjs';

const debianFiles = [
  '/etc/debian_version',
  '/usr/bin/apt-get',
  '/usr/bin/chromium',
  '/usr/lib/chromium/locales/zh-CN.pak',
  '/usr/bin/prosody',
];

function machine({
  files = debianFiles,
  environment = {},
  platform = 'linux',
  fonts = 'NotoSansCJK',
  unbound = 'install ok installed',
}: {
  files?: string[];
  environment?: Record<string, string>;
  platform?: string;
  fonts?: string | null;
  unbound?: string | null;
} = {}): Machine {
  return {
    environment,
    platform,
    exists: (path) => files.includes(path),
    ask: (command) => (command === 'fc-list' ? fonts : unbound),
  };
}

const missing = (of: Machine) => missingParts(of).map((part) => part.apt);

describe('the parts that a machine lacks', () => {
  test('none on a complete Debian', () => {
    expect(missing(machine())).toEqual([]);
  });

  test('each on its own', () => {
    const without = (file: string) => machine({ files: debianFiles.filter((each) => each !== file) });
    expect(missing(without('/usr/bin/chromium'))).toEqual(['chromium']);
    expect(missing(without('/usr/lib/chromium/locales/zh-CN.pak'))).toEqual(['chromium-l10n']);
    expect(missing(without('/usr/bin/prosody'))).toEqual(['prosody']);
    expect(missing(machine({ fonts: '' }))).toEqual(['fonts-noto-cjk']);
    expect(missing(machine({ fonts: null }))).toEqual(['fonts-noto-cjk']);
    expect(missing(machine({ unbound: null }))).toEqual(['lua-unbound']);
    expect(missing(machine({ unbound: 'deinstall ok config-files' }))).toEqual(['lua-unbound']);
  });

  test('all on a fresh Debian', () => {
    const fresh = machine({ files: ['/etc/debian_version', '/usr/bin/apt-get'], fonts: null, unbound: null });
    expect(missing(fresh)).toEqual(systemParts.map((part) => part.apt));
  });

  test('a browser elsewhere, on another system', () => {
    const mac = { platform: 'darwin', fonts: null, unbound: null };
    const files = ['/opt/homebrew/bin/prosody', '/Applications/Chromium'];
    const environment = { PATH: '/bin:/opt/homebrew/bin', CHROMIUM_PATH: '/Applications/Chromium' };
    expect(missing(machine({ ...mac, files, environment }))).toEqual([]);
    expect(missing(machine({ ...mac, files }))).toEqual(['chromium', 'prosody']);
  });
});

describe('what the person is told', () => {
  test('the exact line where there is apt', () => {
    const bare = machine({ files: ['/etc/debian_version', '/usr/bin/apt-get', '/usr/bin/chromium'] });
    expect(instructions(bare, missingParts(bare))).toContain(
      'apt-get update && apt-get install -y --no-install-recommends chromium-l10n prosody',
    );
  });

  test('each part where there is none', () => {
    const other = machine({ files: [] });
    expect(instructions(other, missingParts(other))).toMatch(/Chromium: install .*CHROMIUM_PATH[\s\S]*Prosody/);
  });

  test('the wrong CHROMIUM_PATH itself', () => {
    const wrong = machine({ environment: { CHROMIUM_PATH: '/nowhere' } });
    expect(instructions(wrong, missingParts(wrong))).toContain('CHROMIUM_PATH points to /nowhere');
  });
});
