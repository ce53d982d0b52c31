import type { OverlayState } from '@/components/overlay/overlayProps';
import type { PopupView } from '@/components/popup/popupProps';
import type { LiveView } from '@/lib/domain/live';
import {
  badFigures,
  douyinTargets,
  galleryNow,
  goodFigures,
  jdTargets,
  noFigures,
  sampleTab,
  sampleView,
  sampleWait,
  sampleWaiting,
  suggestions,
} from './sampleView';

/** One picture: an overlay on an imitated workbench, or a popup. */
export type Scene =
  | { name: string; surface: 'overlay'; state: OverlayState }
  | { name: string; surface: 'popup'; state: PopupView };

function overlay(name: string, view: LiveView, change: Partial<OverlayState> = {}): Scene {
  const state: OverlayState = {
    view,
    status: { state: 'recording' },
    folded: false,
    size: 'medium',
    place: { left: 1066, top: 96 },
    current: null,
    suggestions: [],
    shop: null,
    peakSort: 'aboutToBeLate',
    toMark: 0,
    lastMark: null,
    ...change,
  };
  return { name: `overlay-${name}`, surface: 'overlay', state };
}

function popup(name: string, view: LiveView | null, change: Partial<PopupView> = {}): Scene {
  const state: PopupView = {
    state: { kind: 'live' },
    view,
    activeTab: view?.tabs[0] ?? null,
    addable: null,
    unreachable: null,
    currentId: null,
    suggestions: [],
    hours: { from: 8, to: 23 },
    peakSort: 'aboutToBeLate',
    copied: null,
    pauseChoices: [null],
    rederiving: null,
    ...change,
  };
  return { name: `popup-${name}`, surface: 'popup', state };
}

const open = { conversationId: 'sample|0', outcome: null, advertiser: false } as const;
const talking = { current: open, suggestions };
const broken = { state: 'notReading', since: galleryNow - 3_750_000, problem: 'noList' } as const;
const paused = { state: 'paused', since: galleryNow - 600_000 } as const;
const wentHome = { on: false, by: 'switch', since: galleryNow - 1_800_000, leftOut: true } as const;
const noShift = { on: false, by: 'shift', since: galleryNow - 1_800_000, leftOut: false } as const;
const asked = { askPerson: true, persons: ['小雨', '阿杰', '晚班小林', '晚班替班的小林同学', '阿明'] };
const offDuty = { ...goodFigures, offDuty: 3, offDutyReplyRate: 2 / 3 };
const few = sampleView(sampleWaiting(2), {
  today: { ...sampleView([]).today, figures: { ...goodFigures, turns: 12, answered: 12 }, missBudget: 0 },
});
const nothingYet = sampleView([], {
  today: { ...sampleView([]).today, figures: noFigures, missBudget: null, customers: 0, receiving: 0, coverage: null },
});
const bad = {
  today: {
    ...sampleView([]).today,
    figures: badFigures,
    missBudget: -13,
    outliers: { count: 1, longestMs: 552_000, averageWithoutMs: 14_200 },
  },
};
const long = sampleView(
  [
    sampleWait(0, 3_900, {
      name: 'C*********************r',
      shop: '花间阁原创手作旗舰店',
      atLeast: true,
      limitMs: 180_000,
    }),
    sampleWait(1, 695, { name: '阿**************木', preview: '请问一下'.repeat(40), shop: 'Very Long Shop Name Ltd' }),
    sampleWait(2, 130, { name: '–', preview: null, shop: null }),
  ],
  {
    person: '晚班替班的小林同学',
    persons: ['晚班替班的小林同学'],
    tabs: [
      sampleTab({ state: 'recording' }, { shop: '花间阁原创手作旗舰店(天猫)' }),
      sampleTab({ state: 'recording' }, { tabId: 2, shop: 'B' }),
    ],
  },
);

/** Every state that the pictures must show. */
export const scenes: readonly Scene[] = [
  overlay('pill-0', sampleView([]), { folded: true }),
  overlay('pill-3', sampleView(sampleWaiting(3)), { folded: true }),
  overlay('pill-40', sampleView(sampleWaiting(40)), { folded: true }),
  overlay('pill-paused', sampleView(sampleWaiting(3)), { folded: true, status: paused }),
  overlay('pill-not-reading', sampleView(sampleWaiting(3)), { folded: true, status: broken }),
  overlay('0', sampleView([])),
  overlay('0-nothing-yet', nothingYet),
  overlay('3', sampleView(sampleWaiting(3)), talking),
  overlay('3-after-peak', sampleView(sampleWaiting(3)), { ...talking, toMark: 4 }),
  overlay('9', sampleView(sampleWaiting(9)), talking),
  overlay('9-alone', sampleView(sampleWaiting(9))),
  overlay('9-marked', sampleView(sampleWaiting(9), bad), {
    ...talking,
    current: { ...open, outcome: 'ordered' },
    lastMark: 'ordered',
  }),
  overlay('10', sampleView(sampleWaiting(10)), talking),
  overlay('40', sampleView(sampleWaiting(40), bad), talking),
  overlay('40-alone', sampleView(sampleWaiting(40))),
  overlay('40-longest', sampleView(sampleWaiting(40)), { ...talking, peakSort: 'longest' }),
  overlay('paused', sampleView(sampleWaiting(3)), { ...talking, status: paused }),
  overlay('not-reading', sampleView(sampleWaiting(9)), { ...talking, status: broken }),
  overlay('duty-asked', sampleView(sampleWaiting(9), { ...asked, person: null }), talking),
  overlay('duty-off', sampleView(sampleWaiting(3), { duty: wentHome }), talking),
  overlay('duty-no-shift', sampleView([], { duty: noShift, ...asked, askPerson: false })),
  overlay('duty-asked-small', sampleView(sampleWaiting(9), { ...asked, person: null }), { ...talking, size: 'small' }),
  overlay('pill-off-duty', sampleView(sampleWaiting(3), { duty: wentHome }), { folded: true }),
  overlay('40-off-duty', sampleView(sampleWaiting(40), { duty: wentHome }), talking),
  overlay('no-consent', nothingYet, { status: { state: 'noConsent' } }),
  overlay('few', few, talking),
  overlay('long', long, talking),
  overlay('douyin', sampleView(sampleWaiting(3), { targets: douyinTargets, profileId: 'douyin' }), talking),
  overlay('small', sampleView(sampleWaiting(9)), { ...talking, size: 'small' }),
  overlay('large', sampleView(sampleWaiting(9)), { ...talking, size: 'large' }),
  popup('0', sampleView([])),
  popup('0-nothing-yet', nothingYet),
  popup('3', sampleView(sampleWaiting(3)), { currentId: 'sample|0', suggestions }),
  popup('duty-asked', sampleView(sampleWaiting(3), { ...asked, person: null })),
  popup(
    'duty-off',
    sampleView(sampleWaiting(3), { duty: wentHome, today: { ...sampleView([]).today, figures: offDuty } }),
    {
      currentId: 'sample|0',
      suggestions,
    },
  ),
  popup('9', sampleView(sampleWaiting(9), bad), { currentId: 'sample|0', suggestions, copied: 'done' }),
  popup('10', sampleView(sampleWaiting(10)), { currentId: 'sample|0', suggestions }),
  popup('40', sampleView(sampleWaiting(40), bad), { currentId: 'sample|0', suggestions }),
  popup('paused', sampleView(sampleWaiting(3), { tabs: [sampleTab(paused)] })),
  popup(
    'not-recording',
    sampleView(sampleWaiting(3), {
      tabs: [
        sampleTab({ state: 'recording' }),
        sampleTab({ ...broken, problem: 'loggedInElsewhere' }, { tabId: 2, workbenchName: '飞鸽', shop: null }),
        sampleTab({ ...broken, problem: 'noList' }, { tabId: 3, workbenchName: '京麦咚咚', shop: '小满家居' }),
      ],
    }),
    { currentId: 'sample|0', suggestions },
  ),
  popup('few', few),
  popup('long', long, { currentId: 'sample|0', suggestions }),
  popup('douyin', sampleView(sampleWaiting(3), { targets: douyinTargets, profileId: 'douyin' })),
  popup(
    'jd',
    sampleView(sampleWaiting(3), {
      targets: jdTargets,
      profileId: 'jd',
      today: { ...sampleView([]).today, missBudget: -3 },
    }),
    { hours: { from: 9, to: 23 } },
  ),
  popup('not-set-up', null, { state: { kind: 'notSetUp' } }),
  popup('no-workbench', null, { state: { kind: 'noWorkbench', yesterday: sampleView([]) } }),
  popup('no-workbench-no-yesterday', null, { state: { kind: 'noWorkbench', yesterday: null } }),
  popup('storage-broken', null, {
    state: { kind: 'storageBroken', reason: 'UnknownError: Internal error opening backing store for indexedDB.open.' },
  }),
];
