/**
 * `npm test`: sets up, then every check and every test. Checks and builds, most of which keep one core busy, run
 * two at a time; tests bring their own workers and run one step after the other. Ends at the first step that
 * fails, and names it last.
 */
import { spawn } from 'node:child_process';
import { ensureBrowser, ensureDependencies, ROOT, say } from './setup.mjs';

ensureDependencies();
await ensureBrowser();

/** Longest first, so that the other lane is busy until the end. */
const CHECKS = [
  'check:format',
  'check:types',
  'check:lint',
  'build',
  'check:dead',
  'check:layers',
  'build:node',
];
const LANES = 2;

const times = [];
const failed = [];

await one('build:kernels');
await twoAtATime(CHECKS);
for (const step of ['check:size', 'test:cpu', 'test:gpu', 'test:e2e:sharing', 'test:e2e:alone'])
  await one(step);
say(`\nAll passed: ${times.join(', ')}.`);

/** A step by itself, its output as it comes. */
async function one(step) {
  say(`\n— ${step}`);
  await ran(step, 'inherit');
  endIfFailed();
}

/** Steps that need nothing of one another. What each says comes in one piece, under its name, once it has ended. */
async function twoAtATime(steps) {
  const waiting = [...steps];
  const lane = async () => {
    for (let step = waiting.shift(); step && failed.length === 0; step = waiting.shift()) {
      const said = await ran(step, ['ignore', 'pipe', 'pipe']);
      say(`\n— ${step}`);
      process.stderr.write(said);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  endIfFailed();
}

/** Resolves when the step has ended, to what it said if that was piped; notes its time, or that it failed. */
async function ran(step, stdio) {
  const begun = performance.now();
  const windows = process.platform === 'win32';
  const said = [];
  const code = await new Promise((resolve) => {
    const child = spawn(windows ? 'npm.cmd' : 'npm', ['run', '--silent', step], {
      cwd: ROOT,
      stdio,
      shell: windows,
      // Where a pipe stands before a terminal, tools would take it for a file.
      env: process.stderr.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env,
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
    child.on('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      resolve(1);
    });
    child.on('close', resolve);
  });
  times.push(`${step} ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  if (code !== 0) failed.push(step);
  return Buffer.concat(said);
}

function endIfFailed() {
  if (failed.length === 0) return;
  say(`\nFailed: ${failed.join(', ')}.`);
  process.exit(1);
}
