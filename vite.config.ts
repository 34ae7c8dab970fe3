import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import compression from 'compression';
import { defineConfig } from 'vite';
import type { Connect, Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { CHUNKS } from './scripts/chunks.mjs';
import { withFirstFrame } from './scripts/first-frame.mjs';
import { contentSecurityPolicy, FRAME_POLICY, HEADERS, headersWith } from './scripts/headers.mjs';

/**
 * Puts into the page what its first frame needs, and the policy that allows just that; and a `_headers` file for
 * the hosts that read one, as `npm start` does.
 */
function firstFrame(): Plugin {
  let policy = '';
  return {
    name: 'homebody:first-frame',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        // In development the tooling injects inline code, which the policy forbids.
        if (!bundle) return html;
        const page = withFirstFrame(html, (path) => {
          const asset = bundle[path];
          return asset?.type === 'asset' ? asset.source.toString() : readFileSync(path, 'utf8');
        });
        delete bundle[page.sheet];
        policy = contentSecurityPolicy(page.scripts, page.styles);
        const attrs = { 'http-equiv': 'Content-Security-Policy', content: policy };
        return { html: page.html, tags: [{ tag: 'meta', attrs, injectTo: 'head-prepend' }] };
      },
    },
    // The page is made within the same hook of the bundler, before this.
    generateBundle() {
      const lines = Object.entries(headersWith(policy)).map(([name, value]) => `  ${name}: ${value}`);
      this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('\n')}\n` });
    },
    configurePreviewServer: ({ middlewares, config }) => {
      const file = readFileSync(`${config.build.outDir}/_headers`, 'utf8');
      const headers = [...file.matchAll(/^ {2}([^:]+): (.*)$/gm)];
      middlewares.use((_request, response, next) => {
        for (const [, name, value] of headers) response.setHeader(name!, value!);
        next();
      });
    },
  };
}

/** The page's scripts wait for the first frame; their files do not. */
function preloadedShell(): Plugin {
  return {
    name: 'homebody:preloaded-shell',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /\bshell-[^/]*\.js$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          })),
    },
  };
}

/** `npm start` sends text compressed, as any host does. */
function compressed(): Plugin {
  return {
    name: 'homebody:compressed',
    // Its types speak of Express; what it takes is what Node gives.
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use(compression() as unknown as Connect.NextHandleFunction),
  };
}

/** The page. Relative addresses throughout: the built folder works under any path of any host. */
export default defineConfig({
  base: './',
  define: { __HEADERS__: JSON.stringify(HEADERS), __FRAME_POLICY__: JSON.stringify(FRAME_POLICY) },
  plugins: [
    react(),
    preloadedShell(),
    firstFrame(),
    compressed(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'service-worker.ts',
      injectRegister: false,
      registerType: 'prompt',
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,wasm,woff2,svg,png,webmanifest}'],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
      manifest: {
        name: 'Homebody',
        short_name: 'Homebody',
        description: 'A shop that learns what you like. Only you will ever know.',
        lang: 'en',
        start_url: './',
        scope: './',
        display: 'standalone',
        theme_color: '#f7efe4',
        background_color: '#f7efe4',
        categories: ['shopping', 'lifestyle'],
        icons: [
          { src: 'icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icons/icon-monochrome.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'monochrome' },
        ],
      },
    }),
  ],
  // The router asks for a stand-in of what React has had since its version 18.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: 'dist',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: {
      // Whoever runs the page's ES2023 knows module preloads.
      polyfill: false,
      // A part of the page brings its styles itself; a link for each of its modules costs more than it saves.
      resolveDependencies: (_file, dependencies, { hostType }) =>
        hostType === 'html' ? dependencies : dependencies.filter((file) => file.endsWith('.css')),
    },
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: { headers: withoutPolicy() },
  // A page for each address that has one, and none for the others.
  appType: 'mpa',
});

/** In development the tooling injects inline code, which the policy forbids. */
function withoutPolicy(): Record<string, string> {
  const { 'Content-Security-Policy': _policy, ...rest } = HEADERS;
  return rest;
}
