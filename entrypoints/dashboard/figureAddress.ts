import { type FigureRef, figureText, parseFigure } from '@/lib/domain/figureRef';

/** An opened figure as the address names it. Absent = today, the live profile, everybody. */
export interface FigureAddress {
  figure: FigureRef;
  /** YYYY-MM-DD */
  day?: string;
  profile?: string;
  /** null = 未指定. */
  person?: string | null;
}

/** `#today?figure=averageResponseMs&day=2026-11-11`. */
export function figureHref({ figure, day, profile, person }: FigureAddress): string {
  const query = new URLSearchParams({ figure: figureText(figure) });
  if (day !== undefined) query.set('day', day);
  if (profile !== undefined) query.set('profile', profile);
  if (person !== undefined) query.set('person', person ?? '');
  return `#today?${query}`;
}

/** The figure that an address asks for; null = none, or one that there is not. */
export function figureAddress(queryText: string): FigureAddress | null {
  const query = new URLSearchParams(queryText);
  const figure = parseFigure(query.get('figure') ?? '');
  if (figure === null) return null;
  const day = query.get('day');
  const profile = query.get('profile');
  const person = query.get('person');
  return {
    figure,
    ...(day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? { day } : {}),
    ...(profile === null ? {} : { profile }),
    ...(person === null ? {} : { person: person === '' ? null : person }),
  };
}
