/** What the WASM home needs from Node: the built modules and worker threads. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { HomebodyError } from '../domain/errors.ts';
import type { WasmHomeOptions } from '../kernels/wasm-home.ts';
import type { SpawnThread } from '../kernels/wasm-pool.ts';
import type { ThreadMessage } from '../kernels/wasm-thread.ts';

/** build/kernels of the package that this file is in, from source as from any bundle. @throws 'home/unavailable' */
function findBuiltKernels(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const built = join(folder, 'build', 'kernels');
    if (existsSync(join(built, 'plain.wasm'))) return built;
    if (folder === dirname(folder)) break;
  }
  throw new HomebodyError('home/unavailable', 'The WASM kernels have not been built.', {
    remedy: 'Run `node scripts/build-kernels.mjs`.',
  });
}

/** Options for `createWasmHome`. `threads`: 0 … 64, default as many as there are cores. */
export function nodeWasmOptions(threads: number = availableParallelism()): WasmHomeOptions {
  const folder = findBuiltKernels();
  const spawnThread: SpawnThread = (start, events) => {
    const worker = new Worker(join(folder, 'node-thread.mjs'), { workerData: start });
    let failure = 'The thread ended.';
    worker.on('message', (message: ThreadMessage) => events.message(message));
    worker.on('error', (error) => {
      failure = String(error);
    });
    worker.on('exit', () => events.died(failure));
    return {
      terminate: () => void worker.terminate(),
      hold: (busy) => (busy ? worker.ref() : worker.unref()),
    };
  };
  return {
    loadModule: async (variant) => WebAssembly.compile(await readFile(join(folder, `${variant}.wasm`))),
    threads,
    spawnThread,
  };
}
