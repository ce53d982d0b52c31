import { partSeed, pick, seededRandom } from '../random';
import { make } from './dom';
import type { Skin } from './skins';
import type { PageStore } from './store';

const goods = [
  { title: 'M7 三合一冲锋衣 男女同款 防水透湿', spec: '远山蓝 / XL', price: 459 },
  { title: '云径 2 低帮徒步鞋 大底防滑', spec: '深灰 / 42', price: 329 },
  { title: '双人三季帐篷 铝杆 自立式', spec: '沙色 / 2.3kg', price: 698 },
  { title: '鹅绒睡袋 舒适温标 -5℃', spec: '左开 / 800g', price: 899 },
  { title: '45L 登山包 带防雨罩', spec: '黑 / 45L', price: 388 },
];
const orderStates = ['待付款', '待发货', '运输中', '已签收', '退款中'];

/** Who the customer is and what they bought; made up from the conversation's number. */
export class CustomerPanel {
  readonly element: HTMLElement;
  readonly #store: PageStore;
  readonly #skin: Skin;
  #shown = '';

  constructor(store: PageStore, skin: Skin) {
    this.#store = store;
    this.#skin = skin;
    this.element = make('aside', { class: skin.name('panel'), 'aria-label': '客户信息' });
  }

  draw(): void {
    const conversation = this.#store.openId === null ? undefined : this.#store.conversations.get(this.#store.openId);
    const shown = conversation === undefined ? '' : `${conversation.id}|${conversation.visits}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (conversation === undefined) return;
    const name = this.#skin.name;
    const random = seededRandom(partSeed(this.#store.options.seed, 'panel', conversation.id));
    const facts: [string, string][] = [
      ['所在城市', conversation.city],
      ['会员等级', pick(random, ['普通会员', '银卡会员', '金卡会员', '新客'])],
      ['累计成交', `${Math.floor(random() * 9)} 单`],
      ['来访次数', `${conversation.visits + 1} 次`],
      ['来源', conversation.source],
    ];
    const orders = Array.from({ length: 1 + Math.floor(random() * 2) }, () => {
      const good = pick(random, goods);
      return make(
        'div',
        { class: name('order') },
        make(
          'div',
          { class: name('order-head') },
          make('span', {}, `订单 2611${String(Math.floor(random() * 1e8)).padStart(8, '0')}`),
          make('b', {}, pick(random, orderStates)),
        ),
        make(
          'div',
          { class: name('order-body') },
          make('span', { class: name('thumb') }),
          make('div', {}, make('p', {}, good.title), make('small', {}, `${good.spec} × 1`)),
        ),
        make(
          'div',
          { class: name('order-foot') },
          make('span', {}, `实付 ¥${good.price}.00`),
          make('span', { class: name('link') }, '查看物流'),
          make('span', { class: name('link') }, '改备注'),
        ),
      );
    });
    const tabs = ['客户', '订单', '商品'].map((label, index) =>
      make('span', { class: index === 0 ? name('tab-on') : name('tab') }, label),
    );
    this.element.replaceChildren(
      make('div', { class: name('tabs') }, ...tabs),
      make('h3', {}, '客户资料'),
      make(
        'dl',
        { class: name('facts') },
        ...facts.flatMap(([term, fact]) => [make('dt', {}, term), make('dd', {}, fact)]),
      ),
      make('h3', {}, '近期订单'),
      ...orders,
    );
  }
}
