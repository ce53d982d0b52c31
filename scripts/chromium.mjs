import { existsSync } from 'node:fs';

const candidates = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of an installed Chromium. Branded Chrome ≥ 137 ignores --load-extension, so it is the last choice.
 * @returns {string}
 * @throws when there is none, saying what to install
 */
export function findChromium() {
  const path = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (path === undefined) {
    throw new Error('No Chromium found. Install it (Debian: apt install chromium chromium-l10n) or set CHROMIUM_PATH.');
  }
  return path;
}
