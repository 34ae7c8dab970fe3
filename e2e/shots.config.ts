import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Pictures of every view, for people to look at: `npm run screenshots`. */
export default defineConfig({
  ...tests,
  projects: [{ name: 'screenshots', testMatch: 'shots.ts' }],
  timeout: 240_000,
});
