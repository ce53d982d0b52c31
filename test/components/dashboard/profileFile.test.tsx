import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ProfileActions } from '@/components/dashboard/settings/profile/ProfileActions';
import { profileOf } from '@/lib/metrics/profiles/registry';
import { renderPage, useLayout } from './renderPage';

const good = profileOf('taobao');

describe('a profile out of a file', () => {
  useLayout();

  it.each([
    ['{', '这个文件不是口径:读不成 JSON'],
    ['[]', '这个文件不是口径:里面不是一个对象 { … }'],
    [JSON.stringify({ ...good, capMs: undefined }), '这个文件不是口径:缺「capMs」,要的是毫秒数,或 null'],
    [
      JSON.stringify({ ...good, average: 'mean' }),
      '这个文件不是口径:「average」是 "mean",要的是其中一个:pooled / meanOfSessionMeans / median',
    ],
    [
      JSON.stringify({ ...good, timeZone: 'x'.repeat(90) }),
      `这个文件不是口径:「timeZone」是 "${'x'.repeat(39)}…,要的是IANA 时区名,例如 Asia/Shanghai`,
    ],
  ])('that is none says why in the agent’s words: %s', async (text, words) => {
    const onImport = vi.fn();
    const { user } = renderPage(<ProfileActions onCopy={vi.fn()} onImport={onImport} />);
    await user.upload(screen.getByLabelText('导入口径文件', { selector: 'input' }), new File([text], 'p.json'));
    expect((await screen.findByRole('alert')).textContent).toBe(words);
    expect(onImport).not.toHaveBeenCalled();
  });

  it('is taken, and an earlier complaint goes', async () => {
    const onImport = vi.fn();
    const { user } = renderPage(<ProfileActions onCopy={vi.fn()} onImport={onImport} />);
    const chooser = screen.getByLabelText('导入口径文件', { selector: 'input' });
    await user.upload(chooser, new File(['{'], 'p.json'));
    await screen.findByRole('alert');
    await user.upload(chooser, new File([JSON.stringify(good)], 'p.json'));
    await vi.waitFor(() => expect(onImport).toHaveBeenCalledExactlyOnceWith(good));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
