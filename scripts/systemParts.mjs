import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/**
 * The questions that can be asked of a machine; a parameter, so that a test can answer them.
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} environment
 * @property {string} platform as process.platform
 * @property {(path: string) => boolean} exists
 * @property {(command: string, ...args: string[]) => string | null} ask what a command prints; null when it fails
 */

/**
 * A part of the machine that the tests and the demo need and that npm does not bring.
 * @typedef {object} SystemPart
 * @property {string} name what it is, for the person who reads the message
 * @property {string} apt the Debian package that brings it
 * @property {string} otherwise what to do where there is no apt
 * @property {(machine: Machine) => boolean} present
 */

/** @type {Machine} */
export const thisMachine = {
  environment: process.env,
  platform: process.platform,
  exists: existsSync,
  ask(command, ...args) {
    const answer = spawnSync(command, args, { encoding: 'utf8' });
    return answer.status === 0 ? answer.stdout : null;
  },
};

/**
 * @param {Machine} machine
 * @returns {boolean}
 */
export function hasApt({ exists }) {
  return exists('/etc/debian_version') && exists('/usr/bin/apt-get');
}

/**
 * Where a command stands: on the PATH, or in the folders that a user's PATH may leave out.
 * @param {Machine} machine
 * @param {string} command
 * @returns {string | null}
 */
export function findCommand({ environment, exists }, command) {
  const folders = [...(environment.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin', '/usr/local/bin'];
  return (
    folders
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, command))
      .find(exists) ?? null
  );
}

/** @type {readonly SystemPart[]} */
export const systemParts = [
  {
    name: 'Chromium',
    apt: 'chromium',
    otherwise: 'install Chromium (branded Chrome refuses to load an extension) and set CHROMIUM_PATH to it',
    present: ({ environment, exists }) =>
      environment.CHROMIUM_PATH !== undefined
        ? exists(environment.CHROMIUM_PATH)
        : exists('/usr/bin/chromium') || exists('/usr/bin/chromium-browser'),
  },
  {
    name: 'Chinese for Chromium',
    apt: 'chromium-l10n',
    otherwise: 'install a Chromium with all its languages',
    // Only Debian splits the languages off; every other build has them inside.
    present: (machine) =>
      machine.environment.CHROMIUM_PATH !== undefined ||
      !hasApt(machine) ||
      machine.exists('/usr/lib/chromium/locales/zh-CN.pak'),
  },
  {
    name: 'a Chinese font',
    apt: 'fonts-noto-cjk',
    otherwise: 'install Noto Sans CJK',
    present: ({ platform, ask }) => platform !== 'linux' || (ask('fc-list', ':lang=zh-cn') ?? '').trim() !== '',
  },
  {
    name: 'the Prosody XMPP server',
    apt: 'prosody',
    otherwise: 'install Prosody 0.12 or newer and put it on the PATH',
    present: (machine) => findCommand(machine, 'prosody') !== null,
  },
  {
    name: 'lua-unbound for Prosody',
    apt: 'lua-unbound',
    otherwise: 'install luaunbound for the Lua that Prosody uses',
    // Elsewhere whoever packages Prosody brings what it needs.
    present: (machine) =>
      !hasApt(machine) ||
      (machine.ask('dpkg-query', '-W', '-f=$' + '{Status}', 'lua-unbound') ?? '').includes('ok installed'),
  },
];

/**
 * The parts that this machine lacks, in the order in which they are listed.
 * @param {Machine} machine
 * @returns {SystemPart[]}
 */
export function missingParts(machine) {
  return systemParts.filter((part) => !part.present(machine));
}

/**
 * What the person must do about the missing parts, as one text.
 * @param {Machine} machine
 * @param {readonly SystemPart[]} missing
 * @returns {string}
 */
export function instructions(machine, missing) {
  const names = missing.map((part) => part.name).join(', ');
  if (machine.environment.CHROMIUM_PATH !== undefined && missing.some((part) => part.apt === 'chromium')) {
    return `CHROMIUM_PATH points to ${machine.environment.CHROMIUM_PATH}, where there is nothing. Correct or unset it.`;
  }
  if (!hasApt(machine)) {
    return [`This machine lacks ${names}.`, ...missing.map((part) => `  ${part.name}: ${part.otherwise}`)].join('\n');
  }
  const packages = missing.map((part) => part.apt).join(' ');
  return [
    `This machine lacks ${names}. As root, or with sudo before each command:`,
    `  apt-get update && apt-get install -y --no-install-recommends ${packages}`,
    'Then run the same command again.',
  ].join('\n');
}
