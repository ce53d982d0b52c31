import { calibration } from './calibration';
import { dashboardDiagnostics } from './dashboardDiagnostics';
import { dashboardExport } from './dashboardExport';
import { dashboardToday } from './dashboardToday';
import { dashboardWorkbenches } from './dashboardWorkbenches';
import { figures } from './figures';
import { quickReplies } from './quickReplies';

/** Words of the dashboard. */
export const dashboard = {
  title: '数据页',
  failed: '没做成:{{reason}}',
  rederiving: '正在按新规则重算:{{done}} / {{total}} 个会话。算完之前,各处还是原来的数。',
  page: {
    today: '今日',
    replies: '快捷短语',
    calibration: '和后台对数',
    export: '导出',
    settings: '设置',
    workbenches: '工作台',
    diagnostics: '诊断',
  },
  status: {
    recordingTabs_other: '记录中 · {{count}} 个工作台',
    noTabs: '没有打开的工作台',
    pausedSince: '已暂停,{{time}} 起的消息不记',
    notReading: '{{workbench}}:没在记录——{{problem}}。{{time}} 起的消息没记上',
    storageBroken: '数据存不进去:{{reason}}',
    noConsent: '还没开始记录,看到的消息都没有存',
    show: '看看怎么办',
  },
  welcome: {
    title: '谁在等、等了多久、回得多快,就在聊天的网页上',
    lines: {
      waiting: '谁在等、等了多久:每位顾客一个钟,快超时的排在前面',
      figures: '首次响应、平均响应、3分钟人工回复率、答问比:现在就看得到,不用等明天',
      replies: '顾客这句话该怎么回:给出三条话术,一键填入输入框,从不替你发送',
      why: '每次慢在哪里:看到、想、打字各用了多久,点开任何数字都能看到明细',
      take: '日报一键复制,明细可导出成表格',
    },
    stored: '会存在这台电脑上的',
    start: '开始记录',
    localOnly: '不联网,不上传,随时可以停、可以全部删掉。',
  },
  ...dashboardToday,
  figures,
  replies: quickReplies,
  calibration,
  ...dashboardExport,
  ...dashboardWorkbenches,
  ...dashboardDiagnostics,
} as const;
