/**
 * What a fresh machine with Node needs before anything else: dependencies, the built kernels, a browser for
 * the tests. Uses nothing but Node, since it runs before there is anything else. Each step is skipped when it
 * is done already.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** Setting up speaks only of errors: stdout belongs to the command that is set up for, which may print JSON. */
const QUIET = ['inherit', 'ignore', 'inherit'];
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command in the project's folder with its output shown; ends the process when it fails. */
export function run(command, args, stdio = 'inherit') {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio,
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs what package-lock.json names, unless that has been done for this very lock file. */
export function ensureDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = join(ROOT, 'node_modules', '.homebody-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing dependencies …');
  run(NPM, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], QUIET);
  writeFileSync(stamp, lock);
}

/** Builds the app into `dist/` where it is stale. */
export function ensureApp() {
  ensureBuilt('build', 'dist/index.html', [
    'src',
    'public',
    'index.html',
    'vite.config.ts',
    'scripts',
    'package-lock.json',
  ]);
}

/** Builds the command line and the benchmarks into `build/node/` where they are stale. */
export function ensureNodeBuild() {
  ensureBuilt('build:node', 'build/node/cli.js', [
    'src',
    'bench',
    'vite.node.config.ts',
    'package-lock.json',
  ]);
}

/** Builds into `output` by `npm run <script>` when a source is newer than the last build. */
function ensureBuilt(script, output, sources) {
  const built = join(ROOT, output);
  if (existsSync(built)) {
    const builtAt = statSync(built).mtimeMs;
    if (!sources.some((source) => newerThan(join(ROOT, source), builtAt))) return;
  }
  run(NPM, ['run', '--silent', script], QUIET);
}

/** True when `path`, or a file anywhere below it, was changed after `time` (ms). */
function newerThan(path, time) {
  if (!existsSync(path)) return false;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs > time;
  return readdirSync(path, { withFileTypes: true }).some((entry) => newerThan(join(path, entry.name), time));
}

/** A Chromium for the tests: one that is here, Playwright's own, or Debian's; else says what to install. */
export async function ensureBrowser() {
  const { findChromium } = await import('./browser.mjs');
  if (findChromium()) return;
  say('No Chromium found for the browser tests; trying Playwright’s own …');
  spawnSync(process.execPath, [join(ROOT, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
    cwd: ROOT,
    stdio: 'ignore',
    timeout: 300_000,
  });
  if (findChromium()) return;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('… which cannot be downloaded here; installing Debian’s chromium …');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (findChromium()) return;
  say(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium; else Google Chrome\n' +
      'or `npx playwright install --with-deps chromium`), or name one in HOMEBODY_CHROMIUM, and run this again.',
  );
  process.exit(1);
}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** The value after `--name`, or undefined. */
export function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : process.argv[at + 1];
}
