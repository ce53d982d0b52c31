/** Everything that the query string switches. The README beside this file describes each. */
export interface PlaygroundOptions {
  shop: string;
  seed: number;
  customers: number;
  speed: number;
  script: boolean;
  greeting: boolean;
  robot: boolean;
  system: boolean;
  history: number;
  account: string;
  shopName: string;
  twins: boolean;
  /** From here on: how one tab shows it. */
  skin: 1 | 2 | 3 | 4 | 5;
  mirrored: boolean;
  ids: boolean;
  virtual: boolean;
  optimistic: 'off' | 'rekey' | 'replace';
  ackDelay: number;
  switchDelay: number;
  read: boolean;
  times: 'second' | 'minute' | 'none';
  changing: boolean;
  badges: 'number' | 'dot' | 'off';
  clocks: boolean;
  groups: boolean;
  keys: 'id' | 'name';
  lateText: number;
  single: boolean;
  elsewhere: boolean;
  disconnected: boolean;
  agent: 'person' | 'bot';
  open: string | null;
}

/** Reads the query string; what is absent or makes no sense takes its default. */
export function readOptions(query: URLSearchParams): PlaygroundOptions {
  const flag = (name: string, fallback: boolean): boolean => {
    const value = query.get(name);
    return value === null ? fallback : !['off', '0', 'false', 'no'].includes(value);
  };
  const number = (name: string, fallback: number, least: number, most: number): number => {
    const value = Number(query.get(name) ?? Number.NaN);
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : fallback;
  };
  const choice = <Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value =>
    values.find((value) => value === query.get(name)) ?? values[0];
  const skin = number('skin', 1, 1, 5);
  return {
    shop: query.get('shop') ?? 'main',
    seed: number('seed', 1, 0, 2 ** 31),
    customers: Math.round(number('customers', 8, 0, 200)),
    speed: number('speed', number('rate', 1, 0.01, 1000), 0.01, 1000),
    script: flag('script', true),
    greeting: flag('greeting', true),
    robot: flag('robot', false),
    system: flag('system', true),
    history: Math.round(number('history', 24, 0, 500)),
    account: query.get('account') ?? '小满',
    shopName: query.get('shopName') ?? '山野集户外旗舰店',
    twins: flag('twins', false),
    skin: skin === 2 || skin === 3 || skin === 4 || skin === 5 ? skin : 1,
    mirrored: flag('mirrored', false),
    ids: flag('ids', true),
    virtual: flag('virtual', false),
    optimistic: choice('optimistic', ['rekey', 'replace', 'off']),
    ackDelay: number('ackDelay', 300, 0, 60_000),
    switchDelay: number('switchDelay', 120, 0, 60_000),
    read: flag('read', true),
    times: choice('times', ['second', 'minute', 'none']),
    changing: flag('changing', false),
    badges: choice('badges', ['number', 'dot', 'off']),
    clocks: flag('clocks', true),
    groups: flag('groups', false),
    keys: choice('keys', ['id', 'name']),
    lateText: number('lateText', 0, 0, 60_000),
    single: flag('single', false),
    elsewhere: flag('elsewhere', false),
    disconnected: flag('disconnected', false),
    agent: choice('agent', ['person', 'bot']),
    open: query.get('open'),
  };
}
