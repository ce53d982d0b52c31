import { readFileSync, writeFileSync } from 'node:fs';
import { adapters } from '@/lib/workbenches/registry';
import type { Adapter } from '@/lib/workbenches/types';

const FILE = new URL('../docs/workbenches.md', import.meta.url);

const CLIENTS = ['千牛', '京东咚咚客户端', '飞鸽客户端', '拼多多商家工作台客户端'];

/** The document "what works where", made from the adapters. */
export function workbenchTable(all: readonly Adapter[]): string {
  const workbenches = all.filter(({ id }) => !id.startsWith('playground'));
  return `# What works where

Made from the adapters by \`npm run docs:workbenches\`; do not edit.

A web workbench can be read, a desktop client cannot: an extension sees pages of the browser, nothing else.

| Workbench | Address | Read | Unread while another chat is open | Shown time | Message ids | Own wait clock | Own state | Account, shop | Robot holds | Cut off | Sure |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${workbenches.map(row).join('\n')}
${CLIENTS.map((name) => `| ${name} | desktop client | no |${' – |'.repeat(9)}`).join('\n')}

- **Sure**: *confirmed* was read on the running application or a capture; *documented* is built from public code alone,
  as of its date, and not yet seen on the live page; *low* is documented in part, by one source, or old.
- **Unread**: *number* gives every message its time; *mark* only says that somebody waits; – means that a message in a
  conversation that is not open is seen when it is opened.
- **Shown time**: the finest that the workbench writes beside a message; – means that only what is seen arriving is timed.
- **Own state**: which of the agent's own 在线 (online), 小休 (break), 挂起 (suspended), 离线 (offline) are read from the
  page; – means that no markup of it is known, and only the switch and the shifts say when somebody is off duty.
- **Account, shop**: what the page itself tells of them; a shop that it does not tell is asked for once.
- **Robot holds**: *hold* and *hand-over* rows by which a robot takes and gives a conversation; – means that only the
  robot's own rows are told from the agent's, where they are marked.
- **Cut off**: whether "logged in elsewhere" and "disconnected" are recognised as such.
- *Asks first*: buyers use the same page. Nothing is recorded until the user has answered 我在这里是卖家 for that address;
  the answer can be taken back.
- *Any address*: hosted by each shop itself, known by its elements.
`;
}

function row({ name, matches, signature, conversations, transcript, status, ...adapter }: Adapter): string {
  const hosts = [...new Set(matches.map((pattern) => pattern.replace(/^[^/]*\/\//u, '').replace(/\*$/u, '')))];
  if (signature !== undefined) hosts.push('any address');
  const unread = conversations.unread ? 'number' : conversations.unreadMark ? 'mark' : '–';
  const events = (transcript.events ?? []).map(({ event }) => event);
  const sure = `${adapter.confidence === 'low' ? 'low, ' : ''}${status.state} ${status.date}`;
  return `| ${[
    `${name.zh}${name.zh === name.en ? '' : ` (${name.en})`}`,
    hosts.length > 3 ? `${hosts[0]} and ${hosts.length - 1} more` : hosts.join('<br>'),
    adapter.asksForSeller ? 'asks first' : 'yes',
    unread,
    finest(transcript.shown ?? []),
    transcript.id ? 'yes' : '–',
    conversations.wait ? 'yes' : '–',
    listed((adapter.duty?.states ?? []).map(({ state }) => state)),
    listed([...(adapter.account ? ['account'] : []), ...(adapter.shop ? ['shop'] : [])]),
    listed([
      ...(events.includes('robotHolds') ? ['hold'] : []),
      ...(events.includes('robotReleases') ? ['hand-over'] : []),
    ]),
    listed([...(adapter.loggedInElsewhere ? ['elsewhere'] : []), ...(adapter.disconnected ? ['disconnected'] : [])]),
    sure,
  ].join(' | ')} |`;
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? '–' : words.join(', ');
}

function finest(rules: NonNullable<Adapter['transcript']['shown']>): string {
  for (const precision of ['second', 'minute', 'day']) {
    if (rules.some((rule) => rule.precision === precision)) return precision;
  }
  return '–';
}

/** The document as it stands. */
export function writtenTable(): string {
  return readFileSync(FILE, 'utf8');
}

if (process.argv.includes('--write')) writeFileSync(FILE, workbenchTable(adapters));
