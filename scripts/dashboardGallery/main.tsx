import { createRoot, type Root } from 'react-dom/client';
import '@/components/design/design.css';
import '@/components/dashboard/dashboard.css';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import { createTranslator } from '@/lib/i18n/translator';
import { scenes } from './scenes';

declare global {
  interface Window {
    dashboardGallery: {
      names: string[];
      show: (name: string, language: 'zh-CN' | 'en', theme: 'light' | 'dark') => void;
    };
  }
}

let root: Root | null = null;

window.dashboardGallery = {
  names: Object.keys(scenes),
  show(name, language, theme) {
    const scene = scenes[name];
    const stage = document.querySelector('#stage');
    if (scene === undefined || stage === null) throw new Error(`There is no scene ${name}.`);
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
    root?.unmount();
    root = createRoot(stage);
    root.render(<TranslatorProvider translator={createTranslator(language, '')}>{scene()}</TranslatorProvider>);
  },
};
