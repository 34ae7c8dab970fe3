import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const benches = readdirSync(here('bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => [name.replace(/\.ts$/, ''), here(`bench/${name}`)] as const);

/** The command line and the benchmarks, bundled for Node; packages stay outside, but for tfjs: see `ssr`. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'build/node',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        cli: here('src/cli/main.ts'),
        ...Object.fromEntries(benches),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  // Node can load only tfjs's CommonJS bundles, which come without its gradients.
  ssr: { external: true, noExternal: [/^@tensorflow\//, 'seedrandom'] },
});
