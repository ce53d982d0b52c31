/** What stands behind the variables of one insertion; null = not known here. */
export interface VariableValues {
  customer: string | null;
  shop: string | null;
  agent: string | null;
  product: string | null;
  /** 称呼: how this shop speaks to its customers (亲, 仙女 …). */
  address: string | null;
  /** Hour of the agent's local time, 0 to 23: decides the greeting. */
  hour: number;
  /** Answers to free fields, by their name. */
  fields?: Readonly<Record<string, string>>;
}

/** The text to insert, and what is left open in it. */
export interface FilledText {
  /** Variables without a value stand in it as they were written. */
  text: string;
  /** Names of known variables that have no value here, each once. */
  unknown: string[];
  /** Names of free fields that are not answered, each once, in the order of the text: to be asked for. */
  asked: string[];
}

type Variable = 'customer' | 'shop' | 'agent' | 'product' | 'greeting' | 'address';

const variables: Readonly<Record<string, Variable>> = {
  顾客: 'customer',
  买家: 'customer',
  店铺: 'shop',
  客服: 'agent',
  商品: 'product',
  问候: 'greeting',
  时间问候: 'greeting',
  称呼: 'address',
  customer: 'customer',
  shop: 'shop',
  agent: 'agent',
  product: 'product',
  greeting: 'greeting',
  address: 'address',
};

/**
 * `{name}`, also in full-width braces; no longer than a name is, so that JSON or code in a text stays itself. With a
 * question mark before the name it is a free field whatever the name.
 */
const variable = /[{｛]([?？]?)([\p{L}\p{N}_ ]{1,16})[}｝]/gu;

/** Puts values in the place of the variables of a text. Values are put in as they are: no variable is read in them. */
export function fillVariables(text: string, values: VariableValues): FilledText {
  const unknown = new Set<string>();
  const asked = new Set<string>();
  const filled = text.replace(variable, (written, free: string, inner: string) => {
    const name = inner.trim();
    const kind = free === '' && Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (kind === undefined) {
      const answer = values.fields && Object.hasOwn(values.fields, name) ? values.fields[name] : undefined;
      if (answer === undefined || answer === '') asked.add(name);
      return answer || written;
    }
    const value = kind === 'greeting' ? timeGreeting(values.hour) : values[kind];
    if (value === null || value === '') unknown.add(name);
    return value || written;
  });
  return { text: filled, unknown: [...unknown], asked: [...asked] };
}

/** Names of all variables of a text, known and free, each once. */
export function variableNames(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].map((match) => (match[2] ?? '').trim()))];
}

/** 时间问候 for an hour of the day, 0 to 23. */
export function timeGreeting(hour: number): string {
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  if (hour < 18) return '下午好';
  return '晚上好';
}
