import { foldText } from './foldText';
import type { SaleStage } from './saleStage';

/** Words by which a customer's message tells the stage. The later stage wins a tie: a sale does not go back. */
const WORDS: readonly (readonly [SaleStage, string])[] = [
  ['问好', '在吗 在不在 有人吗 在么 你好 您好 哈喽 hello'],
  ['推荐', '推荐 哪个好 哪款 选哪 区别 怎么选 求推荐 哪种好'],
  ['议价', '便宜 优惠 打折 折扣 少点 最低价 优惠券 满减 赠品 送什么 能少 再减 议价 贵了'],
  ['促单', '考虑 再看看 犹豫 想想 再说吧 等等再买 还有货吗 要不要买'],
  ['催付', '付款 支付 付不了 待付款 改价 没付 货到付款 花呗 分期'],
  ['核对订单', '改地址 地址错 收件人 手机号 电话错 拍错 备注 核对'],
  ['发货物流', '发货 快递 物流 到哪 几天到 什么时候到 多久到 单号 签收 还没到 没收到'],
  ['退换售后', '退货 退款 换货 坏了 质量问题 少发 漏发 破损 不合适 投诉 运费险 维修 换一件'],
  ['评价', '评价 好评 晒图 追评 返现'],
  ['告别', '谢谢 再见 拜拜 先这样 没事了'],
];

const STAGES = WORDS.map(([stage, words]) => ({ stage, words: words.split(' ') }));
const GREETINGS = /在吗|在不在|有人吗|在么/gu;
const ASKS = /[?？吗呢]|怎么|什么|多少|几|哪|能不能|可以/u;

/**
 * Where the sale stands, by what the customer asks now: the stage most of whose words stand in the unanswered messages, of
 * equal ones the later; 答疑 for any other question; null when nothing tells. An order that is known comes before this.
 */
export function detectStage(messages: readonly string[]): SaleStage | null {
  const text = foldText(messages.join(' '));
  let best: SaleStage | null = null;
  let most = 0;
  for (const { stage, words } of STAGES) {
    const found = words.filter((word) => text.includes(word)).length;
    if (found === 0 || found < most) continue;
    // A greeting in front of a question, thanks behind it: the question is what counts.
    if (stage === '告别' && most > 0) continue;
    best = stage;
    most = stage === '问好' ? 0 : found;
  }
  if (best === null || best === '问好') return ASKS.test(text.replace(GREETINGS, '')) ? '答疑' : best;
  return best;
}
