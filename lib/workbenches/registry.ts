import { chatwoot } from './chatwoot';
import { converse } from './converse';
import { crisp } from './crisp';
import { douyin } from './douyin';
import { etsy } from './etsy';
import { jd } from './jd';
import { kuaishou } from './kuaishou';
import { liveHelperChat } from './liveHelperChat';
import { onetalk } from './onetalk';
import { hostOfOwnAdapter } from './ownAdapter';
import { pinduoduo } from './pinduoduo';
import { playground, playgroundByName, playgroundVirtual } from './playground';
import { rocketchat } from './rocketchat';
import { shopee } from './shopee';
import { taobao } from './taobao';
import { tiktokShop } from './tiktokShop';
import type { Adapter } from './types';
import { weixinShop } from './weixinShop';
import { xianyu } from './xianyu';
import { xiaohongshu } from './xiaohongshu';
import { xiaohongshuInbox } from './xiaohongshuInbox';
import { zammad } from './zammad';
import { zendesk } from './zendesk';

/** Every built-in adapter, in the order in which a page is compared with them. */
export const adapters: readonly Adapter[] = [
  pinduoduo,
  douyin,
  taobao,
  jd,
  xiaohongshu,
  xiaohongshuInbox,
  kuaishou,
  weixinShop,
  xianyu,
  onetalk,
  shopee,
  tiktokShop,
  etsy,
  zendesk,
  crisp,
  converse,
  playground,
  playgroundVirtual,
  playgroundByName,
  chatwoot,
  liveHelperChat,
  zammad,
  rocketchat,
];

/**
 * A workbench's name in the agent's language; of a taught page its host; the id itself when it is not known (an adapter of
 * another version).
 */
export function workbenchName(id: string, language: 'zh-CN' | 'en'): string {
  const adapter = adapters.find((one) => one.id === id);
  if (adapter === undefined) return hostOfOwnAdapter(id) ?? id;
  return language === 'en' ? adapter.name.en : adapter.name.zh;
}

/** The metric profile of a workbench: its own where it has one. */
export function workbenchProfile(id: string): string {
  return adapters.find((one) => one.id === id)?.profile ?? 'selfcoach';
}
