import { createInstance, type TFunction } from 'i18next';
import { common as enCommon } from './en/common';
import { dashboard as enDashboard } from './en/dashboard';
import { format as enFormat } from './en/format';
import { overlay as enOverlay } from './en/overlay';
import { popup as enPopup } from './en/popup';
import { settings as enSettings } from './en/settings';
import { teaching as enTeaching } from './en/teaching';
import { common } from './zh/common';
import { dashboard } from './zh/dashboard';
import { format } from './zh/format';
import { overlay } from './zh/overlay';
import { popup } from './zh/popup';
import { settings } from './zh/settings';
import { teaching } from './zh/teaching';

/** Every word of the product, one namespace a surface: what the Chinese files say is the type. */
export const zhResources = { common, format, overlay, popup, dashboard, settings, teaching };

/** The same in English. */
export const enResources = {
  common: enCommon,
  format: enFormat,
  overlay: enOverlay,
  popup: enPopup,
  dashboard: enDashboard,
  settings: enSettings,
  teaching: enTeaching,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zhResources;
  }
}

/** The setting: follow the browser, or one language by name. */
export type LanguageSetting = 'auto' | 'zh-CN' | 'en';

/** A language that the product speaks. */
export type Language = 'zh-CN' | 'en';

/** A plural's key without its ending: `turns_other` is looked up as `turns`. */
type Singular<Key> = Key extends `${infer Base}_other` ? Base : Key;

/** The plain form in which the formatters (lib/metrics/format) ask for their words, without knowing this library. */
type FormatLookup = (
  word: `format:${Singular<keyof typeof format> & string}`,
  values?: Record<string, string | number>,
) => string;

/** Looks up a word: `t('overlay:waiting')`, `t('format:turns', { count: 186 })`. Without a namespace: common. */
export type Translate = TFunction<['common', 'format', 'overlay', 'popup', 'dashboard', 'settings', 'teaching']> &
  FormatLookup;

/** One language, ready to use. */
export interface Translator {
  language: Language;
  t: Translate;
}

/** The language that a setting means. `auto` is Chinese for every Chinese browser, English for any other. */
export function resolveLanguage(setting: LanguageSetting, uiLanguage: string): Language {
  if (setting !== 'auto') return setting;
  return /^zh\b/i.test(uiLanguage) ? 'zh-CN' : 'en';
}

/** A translator of its own instance, ready at once; `uiLanguage` is the browser's, used by `auto` only. */
export function createTranslator(setting: LanguageSetting, uiLanguage: string): Translator {
  const language = resolveLanguage(setting, uiLanguage);
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'zh-CN',
    initAsync: false,
    ns: Object.keys(zhResources),
    defaultNS: 'common',
    resources: { 'zh-CN': zhResources, en: enResources },
    interpolation: { escapeValue: false },
  });
  return {
    language,
    t: instance.getFixedT(language, [
      'common',
      'format',
      'overlay',
      'popup',
      'dashboard',
      'settings',
      'teaching',
    ]) as Translate,
  };
}
