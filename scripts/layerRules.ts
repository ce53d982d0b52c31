import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Who may import whom. Each rule says why; `npm run layers` fails on any of them, and when fewer modules were read than
 * git lists (a parser that reads nothing would pass everything).
 *
 * domain ← metrics · alignment · workbenches · observer · inference · composer · quickReplies · coaching · outcomes ·
 * exports · storage · messaging · settings · i18n ← entrypoints; domain, metrics, i18n ← components ← entrypoints
 */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  metrics: [],
  alignment: [],
  workbenches: [],
  i18n: [],
  observer: ['workbenches'],
  inference: ['workbenches', 'observer'],
  composer: [],
  quickReplies: ['exports'],
  coaching: ['metrics'],
  outcomes: ['metrics'],
  settings: ['metrics', 'i18n'],
  exports: ['metrics', 'settings', 'i18n'],
  storage: ['metrics', 'alignment', 'quickReplies', 'settings'],
  messaging: ['settings', 'workbenches'],
  diagnostics: ['settings'],
};

const folderRules: IForbiddenRuleType[] = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `lib-${folder}`,
  severity: 'error' as const,
  comment: `lib/${folder} may import lib/domain${others.map((name) => ` and lib/${name}`).join('')}, so that each part can be read and tested on its own.`,
  from: { path: `^lib/${folder}/` },
  to: { path: '^(lib|components|entrypoints)/', pathNot: `^lib/(${['domain', folder, ...others].join('|')})/` },
}));

export const layerRules: IForbiddenRuleType[] = [
  ...folderRules,
  {
    name: 'domain-imports-nothing',
    severity: 'error',
    comment: 'The domain is types, constructors and guards: a package in it would be in everything.',
    from: { path: '^lib/domain/' },
    to: { pathNot: '^lib/domain/' },
  },
  {
    name: 'components-are-presentational',
    severity: 'error',
    comment: 'Components get props and give callbacks: no store, no messages, no browser API.',
    from: { path: '^components/' },
    to: { path: '^(lib|entrypoints)/', pathNot: '^lib/(domain|metrics|i18n)/' },
  },
  {
    name: 'components-have-no-browser-api',
    severity: 'error',
    comment: 'A component that calls the browser, Dexie or a messaging library cannot be shown in the gallery.',
    from: { path: '^components/' },
    to: { path: 'node_modules/(wxt|dexie|@webext-core)/' },
  },
  {
    name: 'pure-folders-stay-pure',
    severity: 'error',
    comment: 'Metrics, alignment, ranking: the same input gives the same output. The browser and the store come later.',
    from: { path: '^lib/(domain|metrics|alignment|quickReplies|coaching|outcomes|exports)/' },
    to: { path: 'node_modules/(wxt|dexie|@webext-core|react|react-dom|zustand)/' },
  },
  {
    name: 'entrypoints-stay-apart',
    severity: 'error',
    comment: 'Each entrypoint is a context of its own; what two of them need belongs to lib or components.',
    from: { path: '^entrypoints/([^/]+)/' },
    to: { path: '^entrypoints/', pathNot: '^entrypoints/$1/' },
  },
  {
    name: 'content-script-without-database',
    severity: 'error',
    comment: "A content script's IndexedDB is the page's, and its size is paid on every page: no path leads to Dexie.",
    from: { path: '^entrypoints/workbench\\.content/' },
    to: { path: '(^lib/storage/|node_modules/dexie)', reachable: true },
  },
  {
    name: 'only-the-background-writes',
    severity: 'error',
    comment: 'One writer: pages read the database through liveQueries and send messages to change it.',
    from: { path: '^(entrypoints|components|lib)/', pathNot: '^(entrypoints/background/|lib/storage/)' },
    to: { path: '^lib/storage/', pathNot: '^lib/storage/(liveQueries/|[^/]*\\.types\\.ts$)' },
  },
  {
    name: 'nothing-imports-tests',
    severity: 'error',
    comment: 'Tests and scripts are read by people and runners, never by the product.',
    from: { path: '^(entrypoints|components|lib)/' },
    to: { path: '^(test|scripts)/' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'Two files that need each other are one file, or need a third.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    comment: 'An import that cannot be resolved hides whatever it would break.',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** How the code is read. swc, because the cruiser cannot read TypeScript through TypeScript 7. */
export const cruiseOptions: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.deps.json' },
  parser: 'swc',
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'browser', 'default', 'types'],
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.html'],
  },
};
