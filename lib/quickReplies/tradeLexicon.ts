/**
 * One thing that customers ask about, and the words by which it is known. Words are as `foldText` leaves them.
 */
export interface TradeConcept {
  /** How customers put it. */
  ask: string;
  /** How titles and texts of replies put it. */
  say: string;
}

/**
 * What is asked in the shop trade, in the words of customers and of replies: a question and its answer often share no
 * character (到哪了 – 物流查询). Words are divided by spaces.
 */
export const tradeLexicon: Readonly<Record<string, TradeConcept>> = {
  presence: { ask: '在吗 在不在 有人吗 在么 客服 你好 您好 哈喽 hello hi 人呢', say: '在的 在呢 您好 欢迎光临 你好' },
  introduction: {
    ask: '怎么样 咋样 好不好 好用吗 介绍 有什么特点 有啥特点 卖点 优点 好穿吗 如何 详细说说',
    say: '核心卖点 卖点 介绍 亮点 特点 产品说明 很受欢迎',
  },
  effect: { ask: '效果 有用吗 管用 功效 作用 见效 多久有效', say: '功效 效果 作用 见效' },
  comparison: {
    ask: '哪个好 哪款好 区别 不同 对比 哪一个 哪种好 比较 差别 有什么不一样 选哪个',
    say: '对比 区别 比较 主打',
  },
  recommendation: {
    ask: '推荐 选哪款 有没有适合 求推荐 怎么选 选什么 该选 买哪个 帮我选 挑',
    say: '推荐 选购 选择 挑选',
  },
  size: {
    ask: '尺码 码数 多大码 什么码 穿多大 选码 大码 小码 偏大 偏小 身高 体重 斤 尺寸 多大 几码 脚宽 脚长 几岁穿',
    say: '尺码 码数 尺寸 身高 体重 脚长 对照 脚型',
  },
  misfit: {
    ask: '大了 小了 不合适 紧了 松了 不合身 太大 太小 太紧 太松 穿不下 磨脚',
    say: '不合适 大了 小了 换码 不合身',
  },
  specification: {
    ask: '规格 多少斤 几斤 净重 重量 容量 多少ml 毫升 买多大 该买多少 几个人 够不够 多少片 几包 数量 买多少',
    say: '规格 重量 容量 净重 数量 分量',
  },
  suitability: {
    ask: '适合我 适合吗 能穿吗 能用吗 可以用吗 适合什么 适合多大 能不能用 适不适合 能吃吗 适合 场合',
    say: '适用 适合 适配 人群 适龄 场合 场景',
  },
  age: { ask: '多大宝宝 几个月 月龄 几岁 多大孩子 年龄 多大能', say: '月龄 年龄 几岁 适龄' },
  pregnancy: { ask: '孕妇 哺乳期 怀孕 孕期 月子', say: '孕妇 哺乳期 孕期' },
  sensitive: { ask: '敏感肌 敏感 过敏 刺激 皮肤 泛红 发痒 不适 起疹 红屁股', say: '敏感肌 敏感 过敏 不适 温和 刺激' },
  material: {
    ask: '材质 面料 什么料 布料 纯棉 真皮 什么皮 成分 配料 料子 用料 什么材料 是棉的 含不含',
    say: '材质 面料 成分 用料 配料 工艺',
  },
  pilling: { ask: '起球 掉色 缩水 褪色 变形 掉毛 透吗', say: '起球 掉色 缩水 褪色 变形' },
  comfort: { ask: '舒服 透气 闷 硬不硬 软不软 舒适 磨 弹力 厚 薄 保暖', say: '舒适 透气 柔软 厚薄 弹力 保暖' },
  safety: {
    ask: '安全 有害 副作用 检测报告 甲醛 荧光剂 添加剂 激素 伤皮肤 无毒 健康 味道大 异味',
    say: '安全 检测 认证 副作用 无添加 不含',
  },
  quality: { ask: '质量 品质 做工 结实 耐用 耐穿 会不会坏 容易坏 好坏', say: '质量 品质 做工 耐用' },
  genuine: {
    ask: '正品 真的假的 是真的 真假 假货 授权 专柜 旗舰 防伪 验真 保真 仿 正版',
    say: '正品 真伪 授权 防伪 验真 假一赔 质量正品',
  },
  discount: {
    ask: '优惠 便宜 打折 折扣 少点 活动 满减 券 红包 降价 多少钱 价格 太贵 贵 最低 包不包 抹零 砍价 砍 划算 省',
    say: '优惠 价格 活动 满减 券 折扣 便宜 到手价 让价',
  },
  priceDrop: { ask: '降价了 买贵了 差价 价保 保价 价格变 为什么涨', say: '价保 差价 价格波动 保价' },
  wholesale: { ask: '批量 批发 团购 大量 多买 公司采购 拿货 起订', say: '批量 批发 团购 起订 大宗' },
  gift: { ask: '赠品 送什么 有送 礼物 小礼品 送不送 有没有送', say: '赠品 赠送 礼品 配件说明' },
  giving: { ask: '送人 送礼 礼盒 包装好看 贺卡 生日', say: '送礼 礼盒 送人 贺卡 包装说明' },
  postage: { ask: '包邮 运费 邮费 快递费', say: '包邮 运费 邮费' },
  stock: {
    ask: '有货 现货 库存 还有吗 有没有货 缺货 补货 断货 没货 什么时候有 还有没有',
    say: '库存 有货 现货 缺货 补货',
  },
  shipTime: {
    ask: '什么时候发 几时发 何时发 多久发 今天发 发货 今天能发 寄出 能发 几天发 啥时候发 什么时候寄 发出 尽快发',
    say: '发货时间 发货 发出 寄出',
  },
  shipUrge: {
    ask: '还没发 怎么还不发 催发货 催一下 赶紧发 快点发 还不发货 没发货 几天了还 催单',
    say: '催单 催发货 加急 久等 优先发',
  },
  preorder: { ask: '预售 预定 等多久 延迟 推迟', say: '预售 延迟 补货' },
  arrival: {
    ask: '几天到 多久到 多久能到 什么时候到 何时到 几天能到 明天能到 啥时候到',
    say: '到货 时效 送达 几天到 预计',
  },
  courier: { ask: '什么快递 哪个快递 发顺丰 顺丰 中通 圆通 韵达 邮政 指定快递 物流公司', say: '快递公司 顺丰 快递' },
  tracking: {
    ask: '到哪了 到哪里 到哪儿 物流 单号 快递信息 查快递 查一下 怎么不动 没更新 不更新 快递到 走到哪 停在',
    say: '物流 查询 单号 进度 更新',
  },
  notReceived: { ask: '没收到 显示签收 签收了没 丢了 丢件 没拿到', say: '没收到 丢件 签收 核实' },
  delivery: { ask: '派送 驿站 送货上门 放门口 代收 自提', say: '派送 驿站 签收 送货' },
  addressChange: {
    ask: '改地址 换地址 地址错 填错 改电话 改一下地址 地址写错 换个地址',
    say: '改地址 修改 修改订单 地址',
  },
  orderChange: { ask: '改颜色 改尺码 换颜色 拍错 改规格 改一下 修改订单 备注', say: '修改 改规格 修改订单 备注 拍错' },
  cancel: { ask: '取消 不要了 不想要 不买了', say: '取消 退款' },
  ordering: { ask: '怎么拍 怎么下单 怎么买 链接 哪里买 拍哪个', say: '怎么拍 下单 链接 立即购买' },
  payment: { ask: '付款 付不了 支付 付钱 花呗 分期 货到付款 付款失败', say: '付款 支付 分期' },
  invoice: { ask: '发票 开票 专票 报销 收据', say: '发票 开票 税号' },
  color: { ask: '颜色 什么色 色号 哪个颜色 显白 黑色 白色 深色 浅色', say: '颜色 色号 配色 显白' },
  colorDifference: { ask: '色差 和图片一样 实物 跟图片', say: '色差 实物 实拍' },
  style: { ask: '款式 新款 好看 形制 版型 风格 什么样', say: '款式 版型 新款 形制 风格' },
  season: { ask: '季节 夏天 冬天 春天 秋天 应季 春秋 天热 天冷', say: '季节 应季 春秋 夏季 冬季' },
  pairing: {
    ask: '搭配 怎么搭 套装 套餐 配什么 还需要买 一起买 组合 成套 配套',
    say: '搭配 套装 组合 配套 套餐',
  },
  usage: {
    ask: '怎么用 用法 如何使用 怎么使用 怎么弄 怎么操作 教程 怎么画 怎么戴 怎么涂 说明书 步骤 怎么穿 使用方法 不会用',
    say: '使用 用法 方法 指导 教程 步骤 技巧 使用方法 使用指导 穿着',
  },
  frequency: { ask: '多久一次 几次 频率 一天几次 多久用一次 每天用 一周几次', say: '频率 每周 每天 次数' },
  eating: {
    ask: '怎么吃 怎么做 好吃吗 口感 味道 口味 怎么煮 甜不甜 辣不辣 怎么喂 怎么冲 冲泡',
    say: '食用 口味 口感 烹饪 做法 冲泡 喂',
  },
  fresh: { ask: '新鲜 采摘 日期新 坏的 品相 坏果', say: '新鲜 采摘 品相 损耗' },
  shelfLife: { ask: '保质期 生产日期 过期 能用多久 日期 有效期 多久过期 寿命', say: '保质期 生产日期 有效期 日期' },
  storing: { ask: '怎么保存 保存 存放 能放多久 怎么放 冷藏 储存 放冰箱 怎么收纳', say: '储存 保存 存放 收纳 保鲜' },
  washing: {
    ask: '怎么洗 清洗 机洗 手洗 洗涤 水洗 能洗吗 怎么清洁 清理 卸妆 怎么卸 消毒',
    say: '洗涤 清洗 清洁 护理 消毒 卸妆',
  },
  care: { ask: '保养 护理 维护 怎么养护', say: '保养 护理 维护 养护' },
  installation: { ask: '安装 怎么装 组装 装不上', say: '安装 组装 装的时候' },
  warranty: { ask: '质保 保修 坏了怎么办 售后 维修 修 保多久', say: '保修 质保 维修 售后' },
  duration: { ask: '持久 持妆 脱妆 留香 多长时间 能管多久 续航 能撑', say: '持妆 留香 持久 时长' },
  certificate: { ask: '证书 报告 认证 资质 许可证', say: '认证 证书 检测 资质' },
  origin: { ask: '产地 哪里产 哪里的 进口 国产', say: '产地 进口 溯源' },
  customizing: { ask: '定制 定做 刻字 印字 logo 绣', say: '定制 定做 印绣 logo 刻字' },
  sample: { ask: '样品 试用 小样 试穿 先看看', say: '样品 小样 试用 寄样' },
  returning: {
    ask: '退货 退掉 想退 能退吗 可以退 不喜欢 七天无理由 7天无理由 退回 怎么退 要退 无理由',
    say: '退货 无理由 退货流程 退换',
  },
  returnPostage: { ask: '退货运费 运费谁出 运费险 邮费谁 运费怎么算', say: '退货运费 运费险 运费' },
  returnAddress: { ask: '退货地址 寄到哪 退到哪 寄回地址', say: '退货地址 寄回' },
  exchange: { ask: '换货 换一个 换个 能换吗 可以换 想换 换码 换大 换小', say: '换货 换新 更换 换码' },
  refund: { ask: '退款 退钱 退我 到账 钱什么时候 款', say: '退款 到账 退还' },
  defect: {
    ask: '坏了 破了 质量问题 有问题 瑕疵 破损 裂 开线 脱线 不能用 不工作 故障 没反应 碎了 漏了 脏',
    say: '质量问题 瑕疵 破损 故障 换新 补发',
  },
  missing: { ask: '少发 漏发 少了 缺 没有赠品 少一件 没给', say: '漏发 补发 少件 缺' },
  wrongGoods: { ask: '发错 不是我 错了 不对版 货不对', say: '发错' },
  complaint: { ask: '投诉 差评 骗 太差 举报 失望 生气 垃圾 态度', say: '投诉 差评 抱歉 不满意 安抚' },
  review: { ask: '好评 评价 晒图 评论', say: '评价 好评 感谢' },
  thanks: { ask: '谢谢 感谢 好的谢', say: '谢谢 不客气 感谢' },
  farewell: { ask: '再见 拜拜 晚安', say: '再见 晚安 愉快' },
  hesitation: { ask: '考虑 再看看 想想 犹豫', say: '考虑 慢慢看' },
};
