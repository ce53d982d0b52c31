import type { CareList } from './careWord';

/** Day on which the lists as shipped were last gone through. */
export const careListsDate = '2026-11-21';

/** Names of each platform, by which it must not be spoken of on another; the key is the metric profile's id. */
const platforms = {
  taobao: ['淘宝', '天猫', '旺旺', '支付宝', '闲鱼', 'taobao', 'tmall', 'alipay'],
  pinduoduo: ['拼多多', '拼夕夕', '并夕夕', '多多进宝', 'pdd', 'pinduoduo'],
  jd: ['京东', '咚咚', '狗东', 'jingdong'],
  douyin: ['抖音', '抖店', '飞鸽', '斗音', 'douyin', 'tiktok'],
  kuaishou: ['快手', '快手小店', 'kuaishou'],
  xiaohongshu: ['小红书', '小红薯', 'xiaohongshu'],
} as const;

/** A platform with a list of its own: a metric profile's id. */
export type CarePlatform = keyof typeof platforms;

/** All of them. */
export const carePlatforms = Object.keys(platforms) as CarePlatform[];

const shared: readonly CareList[] = [
  {
    kind: 'offPlatform',
    level: 'ask',
    words: [
      ...['微信', '加微', '加v', '+v', '+微', 'v信', 'v号', 'vx', 'wx', 'weixin', 'wechat', '微我', 'v我'],
      ...['qq', 'q我', '扣扣', '企鹅号', '加我', '私聊我', '加个好友', '加好友', '公众号', '扫码加', '扫二维码'],
      ...['线下交易', '私下交易', '私下转', '转账给我', '银行卡号', '电话联系', '打我电话', '手机号发'],
    ],
    except: ['加我们店铺', '加我店铺', '加我们收藏'],
    homophones: ['微薇威维徽葳', '信芯伩', '加佳嘉', '扣抠', '聊撩'],
  },
  {
    kind: 'paidReview',
    level: 'ask',
    words: [
      ...['好评返现', '好评返', '五星返', '返现', '晒图返', '评价返', '好评有礼', '好评红包', '好评送'],
      ...['给好评', '改好评', '改评价', '删评', '删除差评', '差评改', '追评返'],
    ],
    except: [],
  },
  {
    kind: 'superlative',
    level: 'mark',
    words: [
      ...['最', '第一', '国家级', '世界级', '全网最低', '全国最低', '顶级', '极品', '极致', '万能', '独一无二'],
      ...['100%', '百分百', '百分之百', '永久', '史无前例', '绝无仅有', '唯一', '首选', '销量冠军', '王牌', '特效'],
    ],
    except: [
      ...['最近', '最后', '最终', '最多', '最少', '最晚', '最早', '最迟', '最快', '最好先', '最好是', '最新'],
      ...['第一次', '第一时间', '第一天', '第一个', '第一步', '第一件', '第一张', '第一页', '100%棉', '100%纯棉'],
    ],
  },
  {
    kind: 'promise',
    level: 'mark',
    words: ['保证', '一定', '绝对', '肯定', '包治', '无效退款', '假一赔', '不会坏', '永不', '零风险', '包过'],
    except: ['不一定', '一定程度', '保证金', '不保证', '不能保证', '无法保证', '质量保证', '肯定句', '一定要'],
  },
  {
    kind: 'insult',
    level: 'ask',
    words: [
      ...['傻逼', '傻b', '煞笔', '神经病', '有病吧', '脑残', '智障', '滚蛋', '滚开', '白痴', '垃圾人', '穷鬼'],
      ...['爱买不买', '买不起', '没素质', '你瞎', '听不懂人话', '去死', '操你', '他妈', '废物', '有毛病'],
    ],
    except: ['滚开水'],
  },
  {
    kind: 'brushOff',
    level: 'mark',
    words: [
      ...['不知道', '不清楚', '不归我管', '不是我负责', '不关我', '没办法', '自己看', '你自己查', '问别人'],
      ...['随便你', '爱信不信', '那就退', '投诉去', '不晓得', '我也没辙', '不可能'],
    ],
    except: ['不知道您', '不知道亲', '您不知道', '自己看中', '自己看好', '不知道是否'],
  },
];

/** The lists for one platform (a metric profile's id); on an unknown one no platform's name is forbidden. */
export function careLists(platform: string): CareList[] {
  const others = Object.entries(platforms).flatMap(([id, names]) => (id === platform ? [] : names));
  const words = Object.hasOwn(platforms, platform) ? others : [];
  return [...shared, { kind: 'otherPlatform', level: 'ask', words, except: [] }];
}

/** Ends of the addresses that belong to each platform, and may be sent there. */
export const ownDomains: Readonly<Record<string, readonly string[]>> = {
  taobao: ['taobao.com', 'tmall.com', 'tb.cn', '1688.com'],
  pinduoduo: ['yangkeduo.com', 'pinduoduo.com', 'pddpic.com'],
  jd: ['jd.com', '3.cn'],
  douyin: ['douyin.com', 'jinritemai.com'],
  kuaishou: ['kuaishou.com', 'kwaixiaodian.com'],
  xiaohongshu: ['xiaohongshu.com', 'xhslink.com'],
};
