import type { LaunchedExtension } from './launch';

/** Presses 开始记录 in the popup, as an agent does on the first day. */
export async function startRecording(extension: LaunchedExtension): Promise<void> {
  const popup = await extension.context.newPage();
  await popup.goto(extension.pageUrl('popup.html'));
  await popup.getByRole('button', { name: '开始记录' }).click();
  await popup.getByText('没有打开的工作台').waitFor();
  await popup.close();
}
