import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/browser.mjs';

const executablePath = findChromium();
const PORT = 4179;
const SHARING =
  /(accessibility|canary|import|keyboard|kill|lab|lock|main-job|ownership|profile-reader|steering)\.spec\.ts$/;

/** The built app in a real Chromium, served as `npm start` serves it. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  projects: [
    // They press and look, and wait for nothing but answers: two of them may share the machine.
    { name: 'sharing', testMatch: SHARING },
    // They count frames, requests and downloads, or compare homes, which need the machine to themselves.
    { name: 'alone', testIgnore: SHARING },
  ],
  reporter: [['list']],
  use: {
    // A thing that is not there is told as such, not as the whole test's timeout.
    actionTimeout: 20_000,
    baseURL: `http://localhost:${PORT}/`,
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: CHROMIUM_FLAGS },
    // A trace of every test would double its time: `--trace on` makes one of those that are looked into.
    screenshot: 'only-on-failure',
  },
  // The kills bring their own host, and `npm run soak` makes nothing but kills: it may run beside other tests.
  ...(process.env['HOMEBODY_KILLS'] === undefined
    ? {
        webServer: {
          command: `node scripts/start.mjs --port ${PORT}`,
          cwd: '..',
          url: `http://localhost:${PORT}/`,
          reuseExistingServer: false,
          timeout: 120_000,
        },
      }
    : {}),
});
