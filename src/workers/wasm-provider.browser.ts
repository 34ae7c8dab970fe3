/** What the WASM home needs from the browser: the built modules and, where memory can be shared, workers. */
import plainUrl from '../../build/kernels/plain.wasm?url';
import sharedUrl from '../../build/kernels/shared.wasm?url';
import { trustedScript } from '../gate/trusted.ts';
import type { WasmHomeOptions } from '../kernels/wasm-home.ts';
import type { SpawnThread } from '../kernels/wasm-pool.ts';
import type { ThreadMessage } from '../kernels/wasm-thread.ts';
import threadUrl from './wasm-thread.worker.ts?worker&url';

const spawnThread: SpawnThread = (start, events) => {
  const worker = new Worker(trustedScript(new URL(threadUrl, import.meta.url).href), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<ThreadMessage>) => events.message(event.data));
  worker.addEventListener('error', (event) =>
    events.died(event.message || 'The thread could not be loaded.'),
  );
  worker.addEventListener('messageerror', () => events.died('A message of the thread could not be read.'));
  worker.postMessage(start);
  return { terminate: () => worker.terminate() };
};

/** Options for `createWasmHome`. `threads`: default as many as there are cores, at most 8. */
export function browserWasmOptions(
  threads: number = Math.max(1, Math.min(navigator.hardwareConcurrency - 1, 8)),
): WasmHomeOptions {
  return {
    // Not compileStreaming: some static hosts serve .wasm with another type, which it refuses.
    loadModule: async (variant) => {
      const response = await fetch(variant === 'plain' ? plainUrl : sharedUrl);
      return WebAssembly.compile(await response.arrayBuffer());
    },
    threads,
    spawnThread: crossOriginIsolated ? spawnThread : null,
  };
}
