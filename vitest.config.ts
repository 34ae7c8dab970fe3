import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './scripts/browser.mjs';

const executablePath = findChromium();

/** `cpu`: Node. `gpu`: a real Chromium with WebGPU (software adapter); those tests fail without it, never skip. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'cpu',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['**/*.gpu.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // By itself it leaves one core idle, which on two cores is half of them.
          maxWorkers: '100%',
          deps: {
            optimizer: {
              ssr: {
                enabled: true,
                include: [
                  'fflate',
                  '@tensorflow/tfjs-core',
                  '@tensorflow/tfjs-core/dist/register_all_gradients.js',
                  '@tensorflow/tfjs-backend-cpu',
                  '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js',
                  '@tensorflow/tfjs-backend-wasm/dist/register_all_kernels.js',
                ],
              },
            },
          },
        },
      },
      {
        // SharedArrayBuffer, and with it WASM threads, needs a cross-origin isolated page.
        server: {
          headers: {
            'Cross-Origin-Opener-Policy': 'same-origin',
            'Cross-Origin-Embedder-Policy': 'require-corp',
          },
        },
        // Bundled before the first test: a bundle made in between reloads the page under the tests.
        optimizeDeps: {
          include: [
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-core/dist/register_all_gradients.js',
            '@tensorflow/tfjs-backend-cpu',
            '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js',
            '@tensorflow/tfjs-backend-wasm/dist/register_all_kernels.js',
            '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js',
            '@tensorflow/tfjs-backend-webgpu',
            '@tensorflow/tfjs-backend-webgpu/dist/base.js',
            '@tensorflow/tfjs-backend-webgpu/dist/register_all_kernels.js',
          ],
        },
        test: {
          name: 'gpu',
          include: ['src/**/*.gpu.test.ts'],
          testTimeout: 120_000,
          // Where both are asked for, one after the other: they have different numbers of workers.
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
