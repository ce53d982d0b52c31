import { describe, expect, it } from 'vitest';
import { placeCareMark } from '@/components/care/placeCareMark';

const window = { width: 1366, height: 768 };
const composer = { left: 300, top: 600, width: 700, height: 90 };

describe('placeCareMark', () => {
  it('stands below the composer and beside the send button', () => {
    const send = { left: 600, top: 700, width: 70, height: 30 };
    expect(placeCareMark({ composer, send, lines: 1, window })).toEqual({
      left: 308,
      maxWidth: 288,
      top: 694,
      bottom: null,
    });
  });

  it('stands above where there is no room below, in height or beside the button', () => {
    expect(placeCareMark({ composer, send: null, lines: 3, window })).toMatchObject({ top: null, bottom: 172 });
    const send = { left: 400, top: 700, width: 70, height: 30 };
    expect(placeCareMark({ composer, send, lines: 1, window })).toMatchObject({
      top: null,
      bottom: 172,
      maxWidth: 420,
    });
  });
});
