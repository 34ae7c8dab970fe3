/** Entry of a kernel thread in Node. */
import { parentPort, workerData } from 'node:worker_threads';
import { runThread, type ThreadStart } from '../kernels/wasm-thread.ts';

// workerData is what wasm-provider.node.ts gives.
await runThread(workerData as ThreadStart, (message) => parentPort?.postMessage(message));
