import { createTranslator } from '@/lib/i18n/translator';

/** Both languages, for tables that give the Chinese and the English reading side by side. */
export const zh = createTranslator('zh-CN', '').t;
export const en = createTranslator('en', '').t;
