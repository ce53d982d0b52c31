import { createContext, type ReactNode, useContext } from 'react';
import type { Translate, Translator } from '@/lib/i18n/translator';

const TranslatorContext = createContext<Translator | null>(null);

/** Gives every component below it one language. */
export function TranslatorProvider({ translator, children }: { translator: Translator; children: ReactNode }) {
  return <TranslatorContext value={translator}>{children}</TranslatorContext>;
}

/** The language and the look-up of the nearest provider. */
export function useTranslator(): Translator {
  const translator = useContext(TranslatorContext);
  if (translator === null) throw new Error('No TranslatorProvider above: wrap the surface in one.');
  return translator;
}

/** The look-up alone: `const t = useT()`. */
export function useT(): Translate {
  return useTranslator().t;
}
