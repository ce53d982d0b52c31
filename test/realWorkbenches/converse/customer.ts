import { client, type Element, xml } from '@xmpp/client';

/** A message as its customer knows it: what was said, and when by this computer's clock. */
export interface SpokenMessage {
  id: string;
  text: string;
  /** Just before it was handed to the connection, or just after it came in. */
  at: number;
}

/** A customer on a real XMPP connection. `sent` and `received` are the truth about order, author and completeness. */
export interface Customer {
  /** Bare address: the conversation's key in the workbench. */
  jid: string;
  name: string;
  sent: readonly SpokenMessage[];
  received: readonly SpokenMessage[];
  /** How many of the agent's tabs the server holds for present: 0 while the page reloads. */
  agentTabs(): number;
  say(text: string): Promise<SpokenMessage>;
  /** Lets the agent see 正在输入. */
  startTyping(): Promise<void>;
  close(): Promise<void>;
}

export interface CustomerOptions {
  username: string;
  password: string;
  name: string;
  domain: string;
  port: number;
  /** Address of the agent. */
  agent: string;
}

const chatStates = 'http://jabber.org/protocol/chatstates';
const receipts = 'urn:xmpp:receipts';

/** Connects a customer and shows it as present. */
export async function connectCustomer(options: CustomerOptions): Promise<Customer> {
  const { username, password, name, domain, port, agent } = options;
  const connection = client({
    service: `xmpp://127.0.0.1:${port}`,
    domain,
    username,
    // The stronger ways to log in take this client's own arithmetic two seconds each.
    credentials: (authenticate) => authenticate({ username, password }, 'PLAIN'),
  });
  // A lost connection must be a failed test, not a quiet second attempt.
  connection.reconnect.stop();
  const sent: SpokenMessage[] = [];
  const received: SpokenMessage[] = [];
  const agentTabs = new Set<string>();
  let failure: Error | null = null;
  connection.on('error', (error) => {
    failure = error;
  });
  connection.on('stanza', (stanza) => {
    const from = stanza.attrs.from ?? '';
    if (stanza.is('presence') && from.startsWith(`${agent}/`)) {
      if (stanza.attrs.type === 'unavailable') agentTabs.delete(from);
      else agentTabs.add(from);
    }
    const text = stanza.is('message') ? stanza.getChildText('body') : null;
    if (text === null || from.split('/')[0] !== agent) return;
    const id = stanza.attrs.id ?? '';
    received.push({ id, text, at: Date.now() });
    if (stanza.getChild('request', receipts)) void connection.send(receiptFor(stanza, id));
  });
  await connection.start();
  await connection.send(xml('presence'));

  const send = async (stanza: Element) => {
    if (failure !== null) throw failure;
    await connection.send(stanza);
  };
  return {
    jid: `${username}@${domain}`,
    name,
    sent,
    received,
    agentTabs: () => agentTabs.size,
    async say(text) {
      const message = { id: `${username}-${sent.length + 1}`, text, at: Date.now() };
      sent.push(message);
      await send(
        xml(
          'message',
          { type: 'chat', to: agent, id: message.id },
          xml('body', {}, text),
          xml('active', { xmlns: chatStates }),
          xml('request', { xmlns: receipts }),
        ),
      );
      return message;
    },
    startTyping: () => send(xml('message', { type: 'chat', to: agent }, xml('composing', { xmlns: chatStates }))),
    close: async () => {
      await connection.stop();
    },
  };
}

function receiptFor(stanza: Element, id: string): Element {
  return xml('message', { to: stanza.attrs.from ?? '' }, xml('received', { xmlns: receipts, id }));
}
