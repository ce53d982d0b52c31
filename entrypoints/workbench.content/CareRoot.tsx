import { useMemo } from 'react';
import { useStore } from 'zustand';
import { CareMark } from '@/components/care/CareMark';
import type { CareLine } from '@/components/care/careLine';
import { placeCareMark } from '@/components/care/placeCareMark';
import { TranslatorProvider } from '@/components/i18n/TranslatorContext';
import type { CareKind } from '@/lib/domain/care';
import { createTranslator } from '@/lib/i18n/translator';
import { findComposer, findSend } from '@/lib/observer/landmarks';
import { boxInWindow } from '@/lib/observer/roots';
import type { Adapter } from '@/lib/workbenches/types';
import type { CareState, CareStore, ComposerNotice } from './careStore';
import type { OverlayStore } from './overlayStore';
import type { PaletteStore } from './paletteStore';

export interface CareRootProps {
  adapter: Adapter;
  document: Document;
  overlay: OverlayStore;
  palette: PaletteStore;
  store: CareStore;
  onVariant: (text: string) => void;
  onDismiss: () => void;
}

/** Shows the mark at the composer while there is something to say, and no palette in its place. */
export function CareRoot({ adapter, document, overlay, palette, store, onVariant, onDismiss }: CareRootProps) {
  const state = useStore(store);
  const isSearching = useStore(palette, ({ query }) => query !== null);
  const language = useStore(overlay, (one) => one.language);
  const translator = useMemo(() => createTranslator(language, language), [language]);
  const lines = linesOf(state, language);
  const composer = lines.length === 0 || isSearching ? null : findComposer({ adapter, document });
  if (composer === null) return null;
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const place = placeCareMark({
    composer: boxInWindow(composer),
    send: findSend({ adapter, document }),
    lines: Math.min(lines.length, 3) + (state.held ? 1 : 0),
    window: { width, height },
  });
  return (
    <TranslatorProvider translator={translator}>
      <CareMark
        lines={lines}
        held={state.held}
        variant={state.variant}
        place={place}
        onVariant={() => state.variant !== null && onVariant(state.variant)}
        onDismiss={onDismiss}
      />
    </TranslatorProvider>
  );
}

function linesOf({ words, checks, notices }: CareState, language: string): CareLine[] {
  const byKind = new Map<CareKind, Set<string>>();
  for (const { kind, written } of words) byKind.set(kind, (byKind.get(kind) ?? new Set()).add(written));
  // What was just done comes first: it is said once, and the line that does not fit is not read.
  const [latest, ...earlier] = [...notices].reverse().map((notice) => noticeLine(notice, language));
  return [
    ...(latest === undefined ? [] : [latest]),
    ...[...byKind].map(([kind, written]): CareLine => ({ line: 'word', kind, written: [...written] })),
    ...checks.map((check): CareLine => ({ line: 'check', ...check })),
    ...earlier,
  ];
}

function noticeLine(notice: ComposerNotice, language: string): CareLine {
  switch (notice.notice) {
    case 'expired':
      // The end is exclusive: the day before it is the last one.
      return {
        line: 'expired',
        date: new Date(notice.at - 1).toLocaleDateString(language, { month: 'long', day: 'numeric' }),
      };
    case 'pictureCopied':
    case 'pictureLeft':
      return { line: notice.notice, name: notice.name };
    default:
      return { line: notice.notice };
  }
}
