/**
 * `npm run screenshots`: every view × phone, desktop × light, dark × English, Chinese × empty, full, into
 * `screenshots/`, with a sheet of each device, language and theme, and `index.html` over all.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureDependencies, ROOT, run, say } from './setup.mjs';

ensureDependencies();
await ensureBrowser();
const out = join(ROOT, 'screenshots');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
run(process.execPath, [
  join(ROOT, 'node_modules/@playwright/test/cli.js'),
  'test',
  '--config',
  'e2e/shots.config.ts',
]);
say(`Wrote the screenshots to ${out}.`);
