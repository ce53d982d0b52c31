import { defineConfig, type UserManifest } from 'wxt';

/**
 * The manifest both builds share. No host is granted at install: the agent grants each workbench's origin with a
 * click (optional_host_permissions), and the content script is registered at run time for what was granted.
 */
export const manifest: UserManifest = {
  name: '__MSG_extensionName__',
  description: '__MSG_extensionDescription__',
  default_locale: 'zh_CN',
  minimum_chrome_version: '109',
  permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'notifications', 'activeTab'],
  optional_permissions: ['tabs'],
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  options_ui: { page: 'dashboard.html', open_in_tab: true },
  commands: {
    toggleOverlay: { suggested_key: { default: 'Alt+M' }, description: '__MSG_commandToggleOverlay__' },
    nextWaiting: { suggested_key: { default: 'Alt+J' }, description: '__MSG_commandNextWaiting__' },
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser }) =>
    browser === 'firefox'
      ? {
          ...manifest,
          minimum_chrome_version: undefined,
          browser_specific_settings: {
            gecko: {
              id: 'miaohui@miaohui.app',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : manifest,
  // Every browser of the targets preloads modules itself; the polyfill would be the one `fetch` in the package.
  vite: () => ({ build: { target: 'chrome109', modulePreload: { polyfill: false } } }),
});
