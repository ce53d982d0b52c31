/** The part of @xmpp/client that the customers use; the package brings no types. */
declare module '@xmpp/client' {
  export interface Element {
    attrs: Record<string, string | undefined>;
    is(name: string, xmlns?: string): boolean;
    getChild(name: string, xmlns?: string): Element | undefined;
    getChildText(name: string): string | null;
  }
  export interface Client {
    start(): Promise<unknown>;
    stop(): Promise<unknown>;
    send(stanza: Element): Promise<void>;
    on(event: 'stanza', listener: (stanza: Element) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    reconnect: { stop(): void };
  }
  export type Authenticate = (
    credentials: { username: string; password: string },
    mechanism: string,
  ) => Promise<unknown>;
  export function client(options: {
    service: string;
    domain: string;
    username: string;
    credentials(authenticate: Authenticate): Promise<unknown>;
  }): Client;
  export function xml(name: string, attributes?: Record<string, string>, ...children: (Element | string)[]): Element;
}
