import { useT } from '@/components/i18n/TranslatorContext';
import type { FigureRef } from '@/lib/domain/figureRef';
import { figureName } from './figureWords';

/**
 * A figure's value, which opens the turns behind it. `by` = the profile's name, where two stand side by side; `part` =
 * what of the figure it is, where it is shown in parts.
 */
export function FigureLink(props: {
  reading: { ref: FigureRef; value: string };
  href: string;
  by?: string;
  part?: string;
}) {
  const { reading, href, by, part } = props;
  const t = useT();
  const words = { figure: part ?? figureName(reading.ref, t), value: reading.value };
  const label =
    by === undefined ? t('dashboard:figures.opens', words) : t('dashboard:figures.opensOf', { ...words, profile: by });
  return (
    <a className="mh-figure-link" href={href} aria-label={label}>
      {reading.value}
    </a>
  );
}
