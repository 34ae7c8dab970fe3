/** `npm test`: sets up, then every check and every test, in the order of what fails fastest. */
import { ensureBrowser, ensureDependencies, run, say } from './setup.mjs';

ensureDependencies();
await ensureBrowser();

const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const steps = [
  'build:kernels',
  'check:format',
  'check:types',
  'check:lint',
  'check:layers',
  'check:dead',
  'build:node',
  'test:cpu',
  'test:gpu',
  'build',
  'check:size',
  'test:e2e',
];
const times = [];
for (const step of steps) {
  say(`\n— ${step}`);
  const start = performance.now();
  run(NPM, ['run', '--silent', step]);
  times.push(`${step} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
say(`\nAll passed: ${times.join(', ')}.`);
