/**
 * `npm run soak [-- [--kills N] [--seed N] [--only WORDS]]`: kills the browser again and again at random moments,
 * and looks after each whether the vault has all that it said it had. Tells of each kill what was in doubt then.
 */
import { ensureApp, ensureBrowser, ensureDependencies, option, ROOT, run, say } from './setup.mjs';

const kills = Number(option('kills') ?? 100);
const seed = Number(option('seed') ?? Date.now() % 1_000_000);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  say('--kills takes a number from 1 on, --seed a whole number.');
  process.exit(2);
}

ensureDependencies();
await ensureBrowser();
ensureApp();
process.env['HOMEBODY_KILLS'] = String(kills);
process.env['HOMEBODY_KILL_SEED'] = String(seed);
process.env['HOMEBODY_KILL_ONLY'] = option('only') ?? '';
say(`Killing the browser ${kills} times, seed ${seed}.`);
run(process.execPath, [
  `${ROOT}/node_modules/@playwright/test/cli.js`,
  'test',
  '--config',
  `${ROOT}/e2e/playwright.config.ts`,
  'kill.spec.ts',
]);
