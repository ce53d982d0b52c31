import type { CareCheck } from '@/lib/domain/care';
import { variableNames } from '../fillVariables';
import { foldText } from '../foldText';

/** What a reply is checked against. */
export interface CareContext {
  /** The customer's name as the workbench shows it; null = not known. */
  customer: string | null;
  /** Names of the other customers in the list. */
  others: readonly string[];
  /** Texts that this customer was sent lately. */
  sentToCustomer: readonly string[];
  /** All the agent's replies of today. */
  sentToday: readonly string[];
}

const often = 0.3;
/** Under so many replies a share says nothing. */
const fewest = 10;
/** A greeting and nothing else: `亲，您好，欢迎光临～`. */
const greeting =
  /^(?:亲+|您好|你好|hello|hi|哈喽|在的|在呢|早上好|中午好|下午好|晚上好|欢迎光临|欢迎|小店|本店|客服|为您服务|很高兴|啊|呀|哦|[\s\p{P}\p{S}])+$/iu;
const greets = /您好|你好|hello|\bhi\b|哈喽|早上好|中午好|下午好|晚上好|欢迎/iu;

/** Checks a reply before it is sent. */
export function careChecks(text: string, { customer, others, sentToCustomer, sentToday }: CareContext): CareCheck[] {
  const checks: CareCheck[] = [];
  const folded = foldText(text);
  if (folded === '') return checks;
  const sent = sentToCustomer.map(foldText);
  if (isGreeting(text) && sentToCustomer.some(isGreeting)) checks.push({ check: 'greetedTwice' });
  const names = variableNames(text);
  if (names.length > 0) checks.push({ check: 'unfilledVariable', names });
  const other = others.find((name) => namesAnother(folded, foldText(name), foldText(customer ?? '')));
  if (other !== undefined) checks.push({ check: 'otherCustomer', name: other });
  if (sent.includes(folded)) checks.push({ check: 'sentBefore' });
  const same = sentToday.filter((one) => foldText(one) === folded).length;
  const share = sentToday.length === 0 ? 0 : same / sentToday.length;
  if (sentToday.length >= fewest && share > often) checks.push({ check: 'sentOften', share });
  return checks;
}

function isGreeting(text: string): boolean {
  return greets.test(text) && greeting.test(text.trim());
}

/** One letter is in every text; a name that is part of this customer's own is theirs. */
function namesAnother(text: string, name: string, own: string): boolean {
  return name.length >= 2 && !own.includes(name) && name !== own && text.replaceAll(own || '\u0000', '').includes(name);
}
