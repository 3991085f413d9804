/** The direction of the house: kernel ◄ domains ◄ reporting ◄ server, cli; web talks HTTP only. Pictures are drawn by functions that page and paper share. */
module.exports = {
  forbidden: [
    {
      name: 'drawing-knows-no-one',
      severity: 'error',
      from: { path: '^drawing/' },
      to: { path: '^(kernel|domains|reporting|server|cli|demo|web|bench|e2e)/' },
    },
    {
      name: 'kernel-knows-no-one',
      severity: 'error',
      from: { path: '^kernel/' },
      to: { path: '^(domains|reporting|server|cli|demo|web|bench|e2e)/' },
    },
    {
      name: 'domains-stand-on-the-kernel',
      severity: 'error',
      from: { path: '^domains/' },
      to: { path: '^(reporting|server|cli|demo|web|bench|e2e)/' },
    },
    {
      name: 'reporting-below-the-server',
      severity: 'error',
      from: { path: '^reporting/' },
      to: { path: '^(server|cli|demo|web|bench|e2e)/' },
    },
    {
      name: 'web-talks-http-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(kernel|domains|reporting|server|cli|demo)/' },
    },
    {
      name: 'server-does-not-know-the-command-line',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(cli|bench|e2e)/' },
    },
    {
      name: 'domains-use-each-other-through-index',
      comment: 'A domain exports from its index.ts what others may use.',
      severity: 'error',
      from: { path: '^domains/([^/]+/[^/]+)/', pathNot: '(\\.test|/testing)\\.ts$' },
      to: { path: '^domains/[^/]+/[^/]+/', pathNot: ['^domains/$1/', '^domains/[^/]+/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(node_modules|dist|\\.test\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
