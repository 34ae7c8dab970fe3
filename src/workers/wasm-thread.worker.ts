/** Entry of a kernel thread in the browser: waits for what to run, then never returns to its event loop. */
import { runThread, type ThreadMessage, type ThreadStart } from '../kernels/wasm-thread.ts';

addEventListener(
  'message',
  (event: MessageEvent<ThreadStart>) => {
    void runThread(event.data, (message: ThreadMessage) => postMessage(message));
  },
  { once: true },
);
