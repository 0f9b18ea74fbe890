// The import boundaries of the house (docs/architecture.md), held by `npm run lint`.
const packageOf = (names) => `^packages/(${names.join('|')})/`
const pure = ['core', 'text']
const domains = ['ingestion', 'retrieval', 'evaluation']
const adapters = [
  'database',
  'embeddings',
  'reader',
  'rerankers',
  'onnx',
  'vector-index',
  'lexical-index',
  'generations',
  'settings',
  'telemetry',
]
const models = ['embedding-model', 'reader-model']
const tests = '\\.(test|int\\.test)\\.ts$|/(fixtures|suites)/|^packages/testing/'

/** Packages that `from` may import besides itself. */
const allow = (name, allowed, extra = {}) => ({
  name: `${name}-imports`,
  comment: `${name} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^packages/${name}/src/`, pathNot: tests, ...extra },
  to: { path: '^(packages|apps)/', pathNot: packageOf([name, ...allowed]) },
})

module.exports = {
  forbidden: [
    {
      name: 'nothing-imports-an-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-stay-apart',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'resolvable',
      comment: 'A package names in its package.json what it imports',
      severity: 'error',
      from: {},
      to: { path: '^@shutten/', couldNotResolve: true },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'tests-only',
      comment: 'testing is for tests',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: `${tests}|/e2e/` },
      to: { path: '^packages/testing/' },
    },
    allow('core', []),
    allow('text', ['core']),
    ...domains.map((name) => allow(name, pure)),
    ...adapters.filter((name) => !['embeddings', 'reader'].includes(name)).map((name) => allow(name, pure)),
    ...['embeddings', 'reader'].map((name) => allow(name, [...pure, 'onnx', ...models])),
    allow('reader-model', ['embedding-model']),
    allow('embedding-model', []),
    allow('sample-articles', []),
    {
      name: 'wiring-in-one-place',
      comment: 'Only composition files create adapters',
      severity: 'error',
      from: {
        path: '^apps/[^/]+/src/',
        pathNot: `${tests}|/composition\\.ts$|/load-server-modules\\.ts$`,
      },
      to: { path: packageOf(adapters), dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(^|/)(\\.next|generated|public|recipe)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
}
