import type { LaunchedExtension } from './launch';

/** Presses 开始记录 in the popup, as an agent does on the first day; does nothing when it has been pressed before. */
export async function startRecording(extension: LaunchedExtension): Promise<void> {
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl('popup.html'));
  const start = popup.getByRole('button', { name: '开始记录' });
  const started = popup.getByText('没有打开的工作台').or(popup.getByText('等待中').first());
  await start.or(started).first().waitFor();
  if (await start.isVisible()) await start.click();
  await started.first().waitFor();
  await popup.close();
}
