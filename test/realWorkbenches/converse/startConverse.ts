import { type Customer, connectCustomer } from './customer';
import { servePage } from './pageServer';
import { startProsody } from './prosody';

/** A chat workbench that nobody here wrote, with customers on real connections, all on 127.0.0.1. */
export interface ConverseWorkbench {
  /** The workbench's page; opening it logs the agent in. */
  url: string;
  /** The agent's bare address. */
  agent: string;
  customers: readonly Customer[];
  close(): Promise<void>;
}

const names = ['王小萍', '李志强', '陈思', '欧阳文静', '赵一鸣', '孙悦', '周晓彤', '吴磊'];

export interface ConverseOptions {
  /** At most eight. */
  customers: number;
  /**
   * Whether the server keeps an archive (false when absent). With one, Converse.js reads each conversation from it when
   * it is opened, and the times of rows that stand there lose their milliseconds.
   */
  archive?: boolean;
}

/** Starts server, page and customers; `close` ends them in the opposite order. */
export async function startConverse(options: ConverseOptions): Promise<ConverseWorkbench> {
  const { customers: count, archive = false } = options;
  if (count > names.length) throw new Error(`There are names for ${names.length} customers only.`);
  const people = names.slice(0, count).map((name, index) => ({ username: `customer${index + 1}`, name }));
  const password = 'known-to-this-machine-only';
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer().catch((error) => console.error(error));
  };
  try {
    const accounts = [
      { username: 'agent', password, name: '小雨', contacts: people.map(({ username }) => username) },
      ...people.map((person) => ({ ...person, password, contacts: ['agent'] })),
    ];
    const server = await startProsody(accounts, { archive });
    closers.push(server.close);
    const agent = `agent@${server.domain}`;
    const page = await servePage({ websocketUrl: server.websocketUrl, jid: agent, password });
    closers.push(page.close);
    const { domain, clientPort: port } = server;
    const customers = await Promise.all(
      people.map(async (person) => {
        const customer = await connectCustomer({ ...person, password, domain, port, agent });
        closers.push(customer.close);
        return customer;
      }),
    );
    return { url: page.url, agent, customers, close };
  } catch (error) {
    await close();
    throw error;
  }
}
