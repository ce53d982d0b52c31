// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { matchAdapter } from '@/lib/observer/matchAdapter';
import { adapters } from '@/lib/workbenches/registry';
import { fixturePage } from './fixtureFiles';

const adapterOf = (url: string) => matchAdapter({ adapters, document, url })?.id ?? null;

afterEach(() => {
  document.body.innerHTML = '';
});

describe('an address', () => {
  it.each([
    ['https://mms.pinduoduo.com/chat-merchant/index.html?r=0.4#/', 'pinduoduo'],
    ['https://im.jinritemai.com/pc_seller_v2/main/workspace?fromOrder=1', 'douyin'],
    ['https://market.m.taobao.com/app/im/chat-core/index.html?uid=cntaobao', 'taobao'],
    ['https://air.1688.com/app/x/def_cbu_web_im_core/index.html', 'taobao'],
    ['https://dongdong.jd.com/', 'jd'],
    ['https://walle.xiaohongshu.com/cstools/seller/dashboard', 'xiaohongshu'],
    ['https://sxt.xiaohongshu.com/im/multiCustomerService?uba_pre=115', 'xiaohongshuInbox'],
    ['https://im.kwaixiaodian.com/workbench', 'kuaishou'],
    ['https://store.weixin.qq.com/shop/kf', 'weixinShop'],
    ['https://www.goofish.com/im?itemId=1', 'xianyu'],
    ['https://onetalk.alibaba.com/message/weblitePWA.htm?isGray=1#/', 'onetalk'],
    ['https://seller.shopee.co.th/new-webchat/conversations', 'shopee'],
    ['https://banhang.shopee.vn/new-webchat/conversations', 'shopee'],
    ['https://seller-my.tiktok.com/chat/inbox/current?shop_region=MY', 'tiktokShop'],
    ['https://www.etsy.com/messages/123', 'etsy'],
    ['https://shop.zendesk.com/agent/tickets/1', 'zendesk'],
    ['https://app.crisp.chat/website/0f/inbox/session_1/', 'crisp'],
  ])('%s is %s', (url, id) => {
    expect(adapterOf(url)).toBe(id);
  });

  it.each([
    'https://im.jinritemai.com/pc_seller_v2/main/data/historyConversation',
    'https://im.jinritemai.com/pc_seller_v2/main/login',
    'https://mms.pinduoduo.com/home',
    'https://www.taobao.com/',
    'https://example.com/',
  ])('%s is none', (url) => {
    expect(adapterOf(url)).toBeNull();
  });
});

it.each(['chatwoot', 'liveHelperChat', 'zammad', 'rocketchat'])('%s is known at any address by its signature', (id) => {
  document.body.innerHTML = fixturePage(id, 'history');
  expect(adapterOf('https://chat.shop.example/')).toBe(id);
});
