/**
 * `npm run lighthouse [-- --runs N]`: the built app under Lighthouse, phone and desktop; prints the median run
 * of each and fails where a score, LCP or CLS misses its limit. Reports go to `build/lighthouse/`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_FLAGS, findChromium } from './browser.mjs';
import { ensureBrowser, ensureDependencies, option, ROOT, say } from './setup.mjs';

/** Fetched when it is asked for: nobody else needs its 185 MB. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const PORT = 4191;
const OUT = join(ROOT, 'build/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** Scores 0 … 100 at least; milliseconds and layout shift at most. */
const LIMITS = {
  phone: { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100, cls: 0.02 },
  desktop: { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100, cls: 0.02, lcp: 1500 },
};

ensureDependencies();
await ensureBrowser();
const runs = Number(option('runs') ?? 3);
mkdirSync(OUT, { recursive: true });
const server = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--port', String(PORT)], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve, reject) => {
  server.stdout.once('data', resolve);
  server.once('exit', () => reject(new Error('the server did not start')));
});

/** One fresh profile, one load. */
function measure(device, run) {
  const path = join(OUT, `${device}-${run}.json`);
  const { status } = spawnSync(
    process.platform === 'win32' ? 'npx.cmd' : 'npx',
    [
      '--yes',
      LIGHTHOUSE,
      `http://localhost:${PORT}/`,
      ...(device === 'desktop' ? ['--preset=desktop'] : []),
      `--only-categories=${CATEGORIES.join(',')}`,
      '--output=json',
      `--output-path=${path}`,
      '--quiet',
      `--chrome-flags=--headless=new ${CHROMIUM_FLAGS.join(' ')}`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CHROME_PATH: findChromium() } },
  );
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}.`);
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const scores = CATEGORIES.map((name) => [name, Math.round(report.categories[name].score * 100)]);
  const value = (audit) => report.audits[audit].numericValue;
  return {
    ...Object.fromEntries(scores),
    lcp: Math.round(value('largest-contentful-paint')),
    fcp: Math.round(value('first-contentful-paint')),
    tbt: Math.round(value('total-blocking-time')),
    cls: Math.round(value('cumulative-layout-shift') * 1e4) / 1e4,
    failed: Object.values(report.audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary')
      .map((audit) => audit.id),
  };
}

let missed = false;
try {
  for (const [device, limits] of Object.entries(LIMITS)) {
    const all = Array.from({ length: runs }, (_, run) => measure(device, run));
    const median = all.toSorted((a, b) => a.performance - b.performance)[Math.floor(runs / 2)];
    process.stdout.write(`${device}: ${JSON.stringify(median)}\n`);
    for (const [name, limit] of Object.entries(limits)) {
      const holds = CATEGORIES.includes(name) ? median[name] >= limit : median[name] <= limit;
      if (holds) continue;
      missed = true;
      say(`${device}: ${name} is ${median[name]}, its limit ${limit}.`);
    }
  }
} finally {
  server.kill();
}
process.exit(missed ? 1 : 0);
