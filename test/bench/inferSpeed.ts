import type { Browser } from 'playwright';

const ROWS = 2000;

/** A transcript of 2,000 rows of ten elements each, a list of 60 conversations, a composer. */
export function longPage(): string {
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const side = i % 3 === 0 ? 'mine' : 'theirs';
    return `<li class="row ${side}" data-id="m${10_000 + i}"><div class="line"><img class="face" alt="" width="24" height="24"><div class="bubble"><div class="head"><b class="who">${side === 'mine' ? 'Joost' : 'Ida Holm'}</b><time class="at">${10 + (i % 12)}:${String(i % 60).padStart(2, '0')}</time></div><div class="words"><span>Message ${i} of many, some longer than others${'.'.repeat(i % 40)}</span></div></div><button>⋯</button></div></li>`;
  });
  const people = Array.from(
    { length: 60 },
    (_, i) => `<div class="peer" data-id="c${300 + i}"><b>Person ${i}</b><span>last words ${i}</span></div>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>.app{display:flex;height:95vh}.peers{width:240px;overflow:auto}.main{flex:1;display:flex;flex-direction:column}ul{flex:1;overflow:auto}.line{display:flex}.mine .line{flex-direction:row-reverse}.bubble{background:#eee;max-width:60%}</style><div class="app"><div class="peers">${people.join('')}</div><div class="main"><h2>Person 0</h2><ul>${rows.join('')}</ul><textarea></textarea></div></div>`;
}

/** How long the inference holds up such a page, ms, and how many messages it reads there. */
export async function inferLongPage(
  browser: Browser,
  script: string,
): Promise<{ elements: number; ms: number; messages: number }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.setContent(longPage());
    await page.evaluate(script);
    return await page.evaluate(`(() => {
      const elements = document.querySelectorAll('*').length;
      const started = performance.now();
      const { messages } = inferPage(document, '2026-01-01');
      return { elements, ms: Math.round(performance.now() - started), messages: messages.length };
    })()`);
  } finally {
    await page.close();
  }
}
