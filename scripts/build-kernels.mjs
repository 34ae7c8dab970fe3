/**
 * Builds what the WASM home needs into build/kernels: plain.wasm, shared.wasm (threads on one shared memory)
 * and node-thread.mjs (the thread of the command line). Skips what is up to date.
 * Run it alone (`node scripts/build-kernels.mjs`) or call `buildKernels()`.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const OUT = join(ROOT, 'build', 'kernels');
const ENTRY = 'src/kernels/kernels.as.ts';
const THREAD_ENTRY = 'src/cli/wasm-thread.ts';

// Warning 112: v128 in the signature of an internal function, which no host calls.
const COMMON =
  '--runtime stub -O3 --noAssert --enable simd --importMemory --noExportMemory --initialMemory 1 --disableWarning 112';

/** The maximum is the module's ceiling; the host picks the memory's own, at most this. */
const VARIANTS = {
  'plain.wasm': COMMON,
  'shared.wasm': `${COMMON} --enable threads --sharedMemory --maximumMemory 32768`,
};

function sourcesBelow(folder, ending) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => join(ROOT, folder, String(name)))
    .filter((path) => path.endsWith(ending));
}

/** Whether `target` is newer than all of `sources` and this script. */
function isFresh(target, sources) {
  const built = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return [...sources, fileURLToPath(import.meta.url), join(ROOT, 'package-lock.json')].every(
    (path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) <= built,
  );
}

/** Files are written beside their place and renamed, so that nobody ever reads half of one. */
async function compile(name, flags) {
  const { default: asc } = await import('assemblyscript/asc');
  const partial = join('build/kernels', `${name}.${randomUUID()}`);
  const { error } = await asc.main([ENTRY, '--outFile', partial, '--baseDir', ROOT, ...flags.split(' ')], {
    stdout: process.stdout,
    stderr: process.stderr,
  });
  if (error) throw error;
  renameSync(join(ROOT, partial), join(OUT, name));
}

async function bundleThread(target) {
  const { build } = await import('vite');
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: THREAD_ENTRY, target: 'node20', write: false },
  });
  const partial = `${target}.${randomUUID()}`;
  writeFileSync(partial, result.output[0].code);
  renameSync(partial, target);
}

/** Resolves when build/kernels is up to date; names what was built. */
export async function buildKernels() {
  mkdirSync(OUT, { recursive: true });
  const built = [];
  const kernels = sourcesBelow('src/kernels', '.as.ts');
  for (const [name, flags] of Object.entries(VARIANTS)) {
    if (isFresh(join(OUT, name), kernels)) continue;
    await compile(name, flags);
    built.push(name);
  }
  const thread = join(OUT, 'node-thread.mjs');
  if (
    !isFresh(thread, [
      join(ROOT, THREAD_ENTRY),
      join(ROOT, 'src/kernels/wasm-thread.ts'),
      join(ROOT, 'src/kernels/wasm-job.ts'),
    ])
  ) {
    await bundleThread(thread);
    built.push('node-thread.mjs');
  }
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildKernels();
  console.log(
    built.length > 0 ? `Built ${built.join(', ')} in build/kernels.` : 'build/kernels is up to date.',
  );
}
