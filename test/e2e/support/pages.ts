import type { Page } from '@playwright/test';
import type { LaunchedExtension } from './launch';

/** The popup in a tab of its own, at the size that the browser gives it. */
export async function openPopup({ context, pageUrl }: LaunchedExtension): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 340, height: 560 });
  await page.goto(pageUrl('popup.html'));
  return page;
}

/** The dashboard; `hash` picks a part of it, as in its address. */
export async function openDashboard({ context, pageUrl }: LaunchedExtension, hash = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(pageUrl(`dashboard.html${hash}`));
  return page;
}
