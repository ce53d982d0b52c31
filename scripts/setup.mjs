import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { hasApt, instructions, missingParts, thisMachine } from './systemParts.mjs';

/**
 * Everything that `npm test` and `npm run demo` need, on a fresh machine with git and any Node ≥ 20: plain JavaScript
 * without dependencies, because it runs before there are any. Says nothing when all is there.
 */

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} LockedPackages */

/**
 * Whether node_modules holds what the lock file asks for. Times of files do not tell: git touches them at will.
 * @param {LockedPackages} wanted `packages` of package-lock.json
 * @param {LockedPackages} installed `packages` of node_modules/.package-lock.json
 * @returns {boolean}
 */
export function dependenciesMatch(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, optional = false }]) => {
    if (path === '') return true;
    const found = installed[path];
    // Optional packages are those of other systems.
    return found === undefined ? optional : found.version === version;
  });
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function lockedPackages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [environment]
 */
function run(command, args, environment = {}) {
  const { error, status } = spawnSync(command, args, {
    cwd: root,
    // What this prints is for the person who waits; the standard output belongs to the tests and the demo.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...environment },
  });
  if (error !== undefined || status !== 0) {
    throw new Error(`"${command} ${args.join(' ')}" failed: ${error?.message ?? `exit code ${status}`}. See above.`);
  }
}

/** The PATH without this project's own commands: npm is about to delete them, and one of them is Node. */
function pathOutside() {
  const path = (process.env.PATH ?? '').split(delimiter);
  return path.filter((folder) => !folder.startsWith(join(root, 'node_modules'))).join(delimiter);
}

function installDependencies() {
  const complete =
    existsSync(join(root, 'node_modules/.package-lock.json')) &&
    existsSync(join(root, 'node_modules/.bin/node')) &&
    dependenciesMatch(lockedPackages('package-lock.json'), lockedPackages('node_modules/.package-lock.json'));
  if (complete) return;
  console.error('Installing the npm dependencies …');
  // Not `npm ci`: it refuses a lock file that lacks other systems' optional packages. The locked versions hold here too,
  // and nothing is written back.
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { PATH: pathOutside() });
}

function prepareTypes() {
  if (existsSync(join(root, '.wxt/tsconfig.json'))) return;
  const bin = join(root, 'node_modules/.bin');
  run(join(bin, 'wxt'), ['prepare'], { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` });
}

const policyFile = '/usr/sbin/policy-rc.d';
const policy = '#!/bin/sh\ncase "$*" in *prosody*) exit 101 ;; esac\nexit 0\n';

/**
 * Runs `install` so that Prosody's package does not start a server; a machine with a policy of its own keeps that.
 * @param {() => void} install
 */
function withoutStartingProsody(install) {
  if (existsSync(policyFile)) return install();
  // With a listener an interrupt ends apt and not us, so that the policy is taken away again.
  const carryOn = () => {};
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, carryOn);
  writeFileSync(policyFile, policy, { mode: 0o755, flag: 'wx' });
  try {
    install();
  } finally {
    rmSync(policyFile, { force: true });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, carryOn);
  }
}

/** @param {string[]} packages */
function installWithApt(packages) {
  console.error(`Installing ${packages.join(' ')} …`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], environment);
  withoutStartingProsody(() =>
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], environment),
  );
  // The tests start their own Prosody; nobody asked for one at every start of the machine.
  if (packages.includes('prosody')) spawnSync('systemctl', ['disable', 'prosody'], { stdio: 'ignore' });
}

function installSystemParts() {
  let missing = missingParts(thisMachine);
  if (missing.length === 0) return;
  const misdirected = process.env.CHROMIUM_PATH !== undefined && missing.some((part) => part.apt === 'chromium');
  if (hasApt(thisMachine) && process.getuid?.() === 0 && !misdirected) {
    installWithApt(missing.map((part) => part.apt));
    missing = missingParts(thisMachine);
  }
  if (missing.length > 0) throw new Error(instructions(thisMachine, missing));
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  try {
    // First what a person may have to do by hand, so that nobody waits for npm to be told so.
    installSystemParts();
    installDependencies();
    prepareTypes();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
