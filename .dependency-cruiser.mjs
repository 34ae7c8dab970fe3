/**
 * The house's import direction. A folder may import what its row lists, itself, and the packages named; any
 * other import is an error. `scripts/check-layers.mjs` also asserts how many modules were seen and that a
 * planted violation is found, since a cruise that parses nothing finds nothing.
 */
const LAYERS = {
  domain: { layers: [], packages: [] },
  kernels: { layers: ['domain'], packages: [] },
  engine: { layers: ['kernels', 'domain'], packages: [] },
  datasets: { layers: ['domain'], packages: ['fflate'] },
  vault: { layers: ['domain'], packages: ['idb'] },
  protocol: { layers: ['domain'], packages: [] },
  gate: { layers: ['domain'], packages: ['idb'] },
  workers: {
    layers: ['domain', 'kernels', 'engine', 'datasets', 'vault', 'protocol', 'gate'],
    packages: ['comlink', 'hash-wasm'],
  },
  client: { layers: ['protocol', 'domain', 'gate'], packages: ['comlink', 'zustand', 'workbox-window'] },
  ui: {
    layers: ['client', 'domain', 'gate'],
    packages: ['react', 'react-dom', 'zustand', 'wouter', '@fontsource-variable', 'lucide-react'],
  },
  cli: {
    layers: ['engine', 'kernels', 'datasets', 'domain'],
    packages: ['webgpu'],
    node: true,
  },
  sw: { layers: ['gate'], packages: ['workbox-precaching'] },
};

const TESTS = '[.]test[.]tsx?$|/testing/';

/** Not code, or code of another thread: addressed by the bundler. */
const ASSETS = [
  '^src/workers/.+[.]worker[.]ts$',
  '\\.css',
  '\\.wgsl',
  '\\.svg',
  '\\.woff2',
  'build/kernels/',
];
const NODE_MODULES =
  '^(node:|fs|path|url|os|worker_threads|perf_hooks|stream|util|crypto|zlib|child_process|timers|module)';

/** What only Node loads, chosen by the bundler or by `imports` of package.json. */
const IN_NODE = '[.]node[.]ts$';

const layerRules = Object.entries(LAYERS).map(([name, { layers, packages, node }]) => ({
  name: `${name}-imports`,
  comment: `src/${name} may import ${[...layers, ...packages].join(', ') || 'nothing'}.`,
  severity: 'error',
  // tfjs is frozen upstream: it stays behind engine/compute, replaceable in one place.
  from: { path: `^src/${name}/`, pathNot: name === 'engine' ? [TESTS, '^src/engine/compute/'] : [TESTS] },
  to: {
    pathNot: [
      ...[name, ...layers].map((layer) => `^src/${layer}/`),
      ...packages.map((one) => `node_modules/${one}`),
      ...ASSETS,
      ...(node ? [NODE_MODULES] : []),
    ],
  },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'compute-imports',
      severity: 'error',
      from: { path: '^src/engine/compute/', pathNot: [TESTS, IN_NODE] },
      to: { pathNot: ['^src/(engine|kernels|domain)/', 'node_modules/@tensorflow/'] },
    },
    {
      name: 'compute-imports-in-node',
      severity: 'error',
      from: { path: '^src/engine/compute/.+[.]node[.]ts$' },
      to: { pathNot: ['^src/(engine|kernels|domain)/', 'node_modules/@tensorflow/', NODE_MODULES] },
    },
    {
      name: 'tfjs-is-loaded-in-compute-alone',
      comment:
        'The rest of the house takes types from compute/autodiff/tf.ts, and operators from an Autodiff.',
      severity: 'error',
      from: { path: '^src/', pathNot: [TESTS, '^src/engine/compute/'] },
      to: { path: 'node_modules/@tensorflow/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { couldNotResolve: true, pathNot: '\\?|^virtual:' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: TESTS },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.as\\.ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
};
