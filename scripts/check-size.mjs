/** Fails when the built app outgrows its budgets (bytes after gzip), and prints what it found. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './setup.mjs';

const DIST = join(ROOT, 'dist');
const KB = 1000;
const gzipped = (file) => gzipSync(readFileSync(join(DIST, file))).length;

const html = readFileSync(join(DIST, 'index.html'), 'utf8');
/** These files of the app, and all that they import at once, whether the page names that or not. */
function reachedFrom(files) {
  const reached = new Set();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    const code = readFileSync(join(DIST, file), 'utf8');
    for (const [, other] of code.matchAll(
      /(?:^|[;}])import(?:[^"'`;()]*from)?["'`]\.\/([^"'`]+\.js)["'`]/g,
    )) {
      waiting.push(`assets/${other}`);
    }
  }
  return reached;
}
const shell = reachedFrom(
  [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file]) => file),
);
const assets = readdirSync(join(DIST, 'assets'));
const named = (pattern) => assets.filter((file) => pattern.test(file)).map((file) => `assets/${file}`);

const budgets = [
  { what: 'shell JavaScript', files: [...shell], limit: 90 * KB },
  { what: 'words of one language', files: named(/^en-.*\.js$/), limit: 14 * KB },
  { what: 'words of the other language', files: named(/^zh-.*\.js$/), limit: 14 * KB },
  { what: 'front room', files: named(/^front-room-.*\.js$/), limit: 25 * KB },
  { what: 'lab', files: named(/^lab-view-.*\.js$/), limit: 25 * KB },
  { what: 'words of the lab, in English', files: named(/^lab-in-english-.*\.js$/), limit: 14 * KB },
  { what: 'words of the lab, in Chinese', files: named(/^lab-in-chinese-.*\.js$/), limit: 14 * KB },
  { what: 'privacy', files: named(/^privacy-view-.*\.js$/), limit: 25 * KB },
  { what: 'words of privacy, in English', files: named(/^privacy-in-english-.*\.js$/), limit: 14 * KB },
  { what: 'words of privacy, in Chinese', files: named(/^privacy-in-chinese-.*\.js$/), limit: 14 * KB },
  { what: 'vault worker', files: named(/^vault\.worker-.*\.js$/), limit: 90 * KB },
  { what: 'backups and erasing, in that worker', files: named(/^ownership-service-.*\.js$/), limit: 12 * KB },
  { what: 'the same in the client', files: named(/^ownership-desk-.*\.js$/), limit: 3 * KB },
  { what: 'readers of files', files: named(/^read-dataset-.*\.js$/), limit: 25 * KB },
  { what: 'engine worker, without tfjs', files: named(/^engine\.worker-.*\.js$/), limit: 40 * KB },
  { what: 'models but the first two', files: named(/^registry-.*\.js$/), limit: 25 * KB },
  { what: 'lab of the engine worker', files: named(/^lab-service-.*\.js$/), limit: 22 * KB },
  { what: 'privacy of the lab, in that worker', files: named(/^privacy-room-.*\.js$/), limit: 15 * KB },
  { what: 'lab of the client', files: named(/^open-lab-.*\.js$/), limit: 5 * KB },
  { what: 'constellation worker', files: named(/^constellation\.worker-.*\.js$/), limit: 10 * KB },
  { what: 'drawings', files: named(/^shapes-.*\.js$/), limit: 90 * KB },
  { what: 'Chinese of the demo shop', files: named(/^in-chinese-.*\.js$/), limit: 60 * KB },
  { what: 'WASM kernels', files: named(/^(plain|shared)-.*\.wasm$/), limit: 20 * KB },
  // Loaded when a model is trained that needs gradients, the backend of its home alone.
  { what: 'tfjs with gradients', files: named(/^(dist|tf-autodiff)-.*\.js$/), limit: 120 * KB },
  {
    what: 'tfjs on WASM',
    files: named(/^(wasm-backend-.*\.js|tfjs-backend-wasm-.*\.wasm)$/),
    limit: 200 * KB,
  },
  { what: 'tfjs on WebGPU', files: named(/^webgpu-backend-.*\.js$/), limit: 75 * KB },
  { what: 'tfjs in plain JavaScript', files: named(/^reference-backend-.*\.js$/), limit: 40 * KB },
];

let failed = false;
for (const { what, files, limit } of budgets) {
  const bytes = files.reduce((sum, file) => sum + (existsSync(join(DIST, file)) ? gzipped(file) : 0), 0);
  // A budget over no file would always hold.
  const verdict = files.length === 0 ? 'no such file was built' : bytes > limit ? 'over budget' : 'ok';
  if (verdict !== 'ok') failed = true;
  const size = `${(bytes / KB).toFixed(1)} of ${limit / KB} kB`;
  process.stdout.write(`${what}: ${size} gzipped in ${files.length} file(s): ${verdict}\n`);
}
// The page waits for the words of its language, and the front room for the page: words that wait for the front room never come.
const words = reachedFrom(named(/^(en|zh)-.*\.js$/));
const held = [...words].filter((file) => /\/front-room-/.test(file));
if (held.length > 0) failed = true;
process.stdout.write(
  `the words of the page wait for ${held.length > 0 ? held.join(', ') : 'nothing that waits for the page'}\n`,
);
process.exit(failed ? 1 : 0);
