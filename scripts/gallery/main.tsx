import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ClockProvider } from '@/components/clock/ClockProvider';
import designStyle from '@/components/design/design.css?inline';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { Overlay } from '@/components/overlay/Overlay';
import type { OverlayActions } from '@/components/overlay/overlayProps';
import { Popup } from '@/components/popup/Popup';
import type { PopupActions } from '@/components/popup/popupProps';
import { createTranslator } from '@/lib/i18n/translator';
import { galleryNow } from './sampleView';
import { type Scene, scenes } from './scenes';
import { Chips, Workbench, workbenchStyle } from './Workbench';

/** A clock that stands still, so that two runs give the same pictures. */
const frozen = { read: () => galleryNow, subscribe: () => () => {} };
const nothing = (): void => {};

const overlayActions: OverlayActions = {
  onToggle: nothing,
  onPause: nothing,
  onResume: nothing,
  onPerson: nothing,
  onDuty: nothing,
  onShop: nothing,
  onJump: nothing,
  onMore: nothing,
  onInsert: nothing,
  onNameShop: nothing,
  onLeaveShop: nothing,
  onMark: nothing,
  onUndo: nothing,
  onToMark: nothing,
  onRecognise: nothing,
  onStart: nothing,
  onDrag: nothing,
};

const popupActions: PopupActions = {
  onStart: nothing,
  onAddPage: nothing,
  onPause: nothing,
  onResume: nothing,
  onPerson: nothing,
  onDuty: nothing,
  onReply: nothing,
  onInsert: nothing,
  onFix: nothing,
  onSeller: nothing,
  onNameShop: nothing,
  onCopyReport: nothing,
  onExport: nothing,
  onDetails: nothing,
  onProfile: nothing,
  onReview: nothing,
  onSettings: nothing,
  onRetry: nothing,
};

/** What a picture showed, measured: the surface's size and every text that is cut without saying so. */
export interface SceneReport {
  width: number;
  height: number;
  clipped: string[];
}

declare global {
  interface Window {
    gallery: {
      names: string[];
      show: (name: string, language: 'zh-CN' | 'en', theme: 'light' | 'dark') => SceneReport;
    };
  }
}

/** Elements whose content is larger than they are, though they do not end in an ellipsis or scroll. */
function clippedIn(surface: Element): string[] {
  return [...surface.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const style = getComputedStyle(element);
    if (
      element.closest('select, svg, .mh-ellipsis') !== null ||
      style.textOverflow === 'ellipsis' ||
      style.display === 'inline'
    )
      return [];
    const tooWide = element.scrollWidth > element.clientWidth + 1;
    const tooHigh = element.scrollHeight > element.clientHeight + 2;
    return tooWide || tooHigh ? [`${element.className}: ${element.textContent?.slice(0, 60)}`] : [];
  });
}

function mount(where: Element | ShadowRoot, content: ReactNode, language: 'zh-CN' | 'en'): void {
  flushSync(() => {
    createRoot(where).render(
      <TranslatorProvider translator={createTranslator(language, '')}>
        <ClockProvider store={frozen}>{content}</ClockProvider>
      </TranslatorProvider>,
    );
  });
}

function report(surface: Element | null): SceneReport {
  if (surface === null) throw new Error('The scene drew nothing.');
  const box = surface.getBoundingClientRect();
  return { width: box.width, height: box.height, clipped: clippedIn(surface) };
}

function showOverlay(
  scene: Extract<Scene, { surface: 'overlay' }>,
  stage: Element,
  language: 'zh-CN' | 'en',
  theme: string,
): SceneReport {
  const bench = document.createElement('div');
  const host = document.createElement('div');
  host.dataset.theme = theme;
  stage.append(bench, host);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(designStyle);
  root.adoptedStyleSheets = [sheet];
  mount(bench, <Workbench />, language);
  mount(
    root,
    <>
      <Chips view={scene.state.view} />
      <Overlay {...scene.state} {...overlayActions} />
    </>,
    language,
  );
  return report(root.querySelector('[data-overlay] > div'));
}

function showPopup(
  scene: Extract<Scene, { surface: 'popup' }>,
  stage: Element,
  language: 'zh-CN' | 'en',
  theme: string,
): SceneReport {
  document.documentElement.dataset.theme = theme;
  const style = document.createElement('style');
  style.textContent = designStyle;
  const box = document.createElement('div');
  stage.append(style, box);
  mount(box, <Popup {...scene.state} {...popupActions} />, language);
  return report(box.querySelector('.mh-popup'));
}

const style = document.createElement('style');
style.textContent = workbenchStyle;
document.head.append(style);

window.gallery = {
  names: scenes.map((scene) => scene.name),
  show: (name, language, theme) => {
    const scene = scenes.find((each) => each.name === name);
    const stage = document.querySelector('#stage');
    if (scene === undefined || stage === null) throw new Error(`There is no scene ${name}.`);
    stage.replaceChildren();
    return scene.surface === 'overlay'
      ? showOverlay(scene, stage, language, theme)
      : showPopup(scene, stage, language, theme);
  },
};

const wanted = new URLSearchParams(location.search);
const asked = wanted.get('scene');
if (asked !== null) {
  window.gallery.show(
    asked,
    wanted.get('lang') === 'en' ? 'en' : 'zh-CN',
    wanted.get('theme') === 'dark' ? 'dark' : 'light',
  );
}
