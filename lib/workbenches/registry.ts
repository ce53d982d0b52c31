import { converse } from './converse';
import { playground, playgroundByName, playgroundVirtual } from './playground';
import type { Adapter } from './types';

/** Every built-in adapter, in the order in which a page is compared with them. */
export const adapters: readonly Adapter[] = [converse, playground, playgroundVirtual, playgroundByName];

/** A workbench's name in the agent's language; the id itself when it is not known (an adapter of another version). */
export function workbenchName(id: string, language: 'zh-CN' | 'en'): string {
  const adapter = adapters.find((one) => one.id === id);
  if (adapter === undefined) return id;
  return language === 'en' ? adapter.name.en : adapter.name.zh;
}

/** The metric profile of a workbench: its own where it has one. */
export function workbenchProfile(id: string): string {
  return adapters.find((one) => one.id === id)?.profile ?? 'selfcoach';
}
