import { defineConfig } from 'wxt';
import base, { manifest } from './wxt.config';

/**
 * The same extension with the loopback hosts, one fixed address and the list of tabs granted at install, because a permission prompt cannot be answered in a
 * headless browser. `test/e2e/builds.spec.ts` shows that only manifest.json differs.
 */
export default defineConfig({
  ...base,
  outDirTemplate: 'e2e-{{browser}}-mv{{manifestVersion}}',
  manifest: {
    ...manifest,
    permissions: [...(manifest.permissions ?? []), 'tabs'],
    host_permissions: ['http://127.0.0.1/*', 'http://localhost/*', 'https://*.taobao.com/*'],
  },
});
