import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommand, thisMachine } from '../../../scripts/systemParts.mjs';

/** An account on the server; `contacts` are those who see each other in their lists, by user name. */
export interface XmppAccount {
  username: string;
  password: string;
  /** Name in the others' lists. */
  name: string;
  contacts: readonly string[];
}

/** A Prosody XMPP server of our own, on 127.0.0.1 only, with its data in a folder that goes with it. */
export interface Prosody {
  domain: string;
  /** Port for clients over TCP. */
  clientPort: number;
  /** Address for clients in a browser. */
  websocketUrl: string;
  close(): Promise<void>;
}

const domain = 'localhost';

/** Starts a server that knows these accounts, with an archive of messages or without; waits until it takes connections. */
export async function startProsody(
  accounts: readonly XmppAccount[],
  { archive }: { archive: boolean },
): Promise<Prosody> {
  const command = findCommand(thisMachine, 'prosody');
  if (command === null) throw new Error('Prosody is not installed: run `node scripts/setup.mjs`.');
  const folder = await mkdtemp(join(tmpdir(), 'miaohui-prosody-'));
  const [clientPort, httpPort] = await freePorts(2);
  if (clientPort === undefined || httpPort === undefined) throw new Error('No free port on 127.0.0.1.');
  await writeAccounts(join(folder, 'data'), accounts);
  const configFile = join(folder, 'prosody.cfg.lua');
  const logFile = join(folder, 'prosody.log');
  await writeFile(configFile, config({ folder, logFile, clientPort, httpPort, archive }));

  const server = spawn(command, ['--config', configFile, '-F'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  server.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const killNow = () => server.kill('SIGKILL');
  process.once('exit', killNow);
  const close = async () => {
    process.off('exit', killNow);
    await stop(server);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all([clientPort, httpPort].map((port) => waitForPort(port, server)));
  } catch (error) {
    const log = await readFile(logFile, 'utf8').catch(() => '');
    await close();
    throw new Error(`Prosody did not start: ${String(error)}\n${complaints}${log}`);
  }
  return { domain, clientPort, websocketUrl: `ws://127.0.0.1:${httpPort}/xmpp-websocket`, close };
}

function config(options: {
  folder: string;
  logFile: string;
  clientPort: number;
  httpPort: number;
  archive: boolean;
}): string {
  return `run_as_root = true
pidfile = ${quoted(join(options.folder, 'prosody.pid'))}
data_path = ${quoted(join(options.folder, 'data'))}
log = { info = ${quoted(options.logFile)} }
modules_enabled = {
  "roster"; "saslauth"; "disco"; "private"; "pep"; "vcard4"; "vcard_legacy"; "ping"; "time"; "version";
  "blocklist"; "websocket"; "carbons"; "offline";${options.archive ? ' "mam";' : ''}
}
modules_disabled = { "s2s"; "tls" }
interfaces = { "127.0.0.1" }
c2s_ports = { ${options.clientPort} }
http_ports = { ${options.httpPort} }
http_interfaces = { "127.0.0.1" }
https_ports = {}
http_default_host = ${quoted(domain)}
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
authentication = "internal_plain"
storage = "internal"
default_archive_policy = true
limits = {}
VirtualHost ${quoted(domain)}
`;
}

/** Accounts and lists as the files that Prosody's internal storage reads. */
async function writeAccounts(data: string, accounts: readonly XmppAccount[]): Promise<void> {
  const nameOf = new Map(accounts.map(({ username, name }) => [username, name]));
  await mkdir(join(data, domain, 'accounts'), { recursive: true });
  await mkdir(join(data, domain, 'roster'), { recursive: true });
  for (const { username, password, contacts } of accounts) {
    const entries = contacts.map(
      (contact) =>
        `[${quoted(`${contact}@${domain}`)}] = { subscription = "both"; groups = {}; name = ${quoted(nameOf.get(contact) ?? contact)} };`,
    );
    await writeFile(
      join(data, domain, 'accounts', `${username}.dat`),
      `return { ["password"] = ${quoted(password)}; };\n`,
    );
    await writeFile(
      join(data, domain, 'roster', `${username}.dat`),
      `return { [false] = { version = 1; pending = {}; }; ${entries.join(' ')} };\n`,
    );
  }
}

function quoted(value: string): string {
  return JSON.stringify(value);
}

async function freePorts(count: number): Promise<number[]> {
  const holders = await Promise.all(
    Array.from({ length: count }, async () => {
      const holder = createServer();
      await new Promise<void>((resolve, reject) => {
        holder.once('error', reject);
        holder.listen(0, '127.0.0.1', resolve);
      });
      return holder;
    }),
  );
  const ports = holders.map((holder) => {
    const address = holder.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  });
  await Promise.all(holders.map((holder) => new Promise((resolve) => holder.close(resolve))));
  return ports;
}

async function waitForPort(port: number, server: ChildProcess): Promise<void> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`it ended with exit code ${server.exitCode}`);
    if (await accepts(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`port ${port} takes no connection after 10 s`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const impatience = setTimeout(() => server.kill('SIGKILL'), 3000);
  await ended;
  clearTimeout(impatience);
}
