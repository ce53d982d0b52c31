import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/design/tokens.css', 'utf8');

/** The custom properties of one block of the style sheet. */
function block(start: string): Map<string, string> {
  const from = css.indexOf(start);
  if (from < 0) throw new Error(`tokens.css has no block ${start}`);
  const body = css.slice(from, css.indexOf('}', from));
  return new Map(
    [...body.matchAll(/(--mh-[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]),
  );
}

const light = block(':host,\n:root,');
const darkBySystem = block('@media (prefers-color-scheme: dark)');
const darkByChoice = block(':host([data-theme="dark"]),');

/** WCAG relative luminance of #rrggbb. */
function luminance(colour: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(palette: Map<string, string>, front: string, back: string): number {
  const [a, b] = [front, back].map((name) => luminance(palette.get(`--mh-${name}`) ?? ''));
  if (a === undefined || b === undefined || Number.isNaN(a + b)) throw new Error(`no colour ${front} or ${back}`);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Every pair of text and ground that the style sheets put together. */
const pairs = [
  ['text', 'surface'],
  ['text', 'surface-raised'],
  ['text', 'surface-hover'],
  ['text', 'surface-pressed'],
  ['text-muted', 'surface'],
  ['text-muted', 'surface-raised'],
  ['text-muted', 'surface-hover'],
  ['text-muted', 'accent-soft'],
  ['accent', 'surface'],
  ['accent', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['met', 'surface'],
  ['met', 'surface-hover'],
  ['near', 'surface'],
  ['near', 'soft-near'],
  ['near', 'surface-hover'],
  ['missed', 'surface'],
  ['missed', 'soft-missed'],
  ['missed', 'surface-raised'],
  ['missed', 'surface-hover'],
  ['missed', 'accent-soft'],
  ['grey', 'surface'],
  ['on-over', 'over'],
] as const;

describe.each([
  ['light', light],
  ['dark', darkByChoice],
])('the %s palette', (_, palette) => {
  it.each(pairs)('%s on %s is readable (AA, 4.5 : 1)', (front, back) => {
    expect(contrast(palette, front, back)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the dark palette', () => {
  it('is the same by choice and by system', () => {
    expect(darkByChoice).toEqual(darkBySystem);
  });

  it('replaces every colour of the light one', () => {
    const colours = [...light].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
    expect([...darkByChoice.keys()].sort()).toEqual(colours.sort());
  });
});

describe('the style sheets', () => {
  const files = ['base', 'button', 'marks', 'select', 'tokens'].map((name) => `components/design/${name}.css`);
  const surfaces = ['overlay/overlay', 'popup/popup', 'waiting/waiting', 'figures/figure', 'suggestions/suggestion'];
  const all = [...files, ...surfaces.map((name) => `components/${name}.css`)]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

  it('do not hang on the page: no rem, no em', () => {
    expect(all).not.toMatch(/\d(rem|em)\b/);
  });

  it('move, blur and shade nothing', () => {
    expect(all).not.toMatch(/transition|animation|blur|box-shadow|opacity/);
  });
});
