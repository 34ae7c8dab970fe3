/** As wasm-glue.ts, for Node: Emscripten's code asks for `require` and `__dirname` there. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { loadGlue as loadInBrowser } from './wasm-glue.ts';

type Glue = Awaited<ReturnType<typeof loadInBrowser>>['start'];

const PACKAGE = '@tensorflow/tfjs-backend-wasm/wasm-out';

/** Emscripten's code makes every error of the process, whosever it is, one of its own. */
const LISTENED = ['uncaughtException', 'unhandledRejection'] as const;

export const loadGlue: typeof loadInBrowser = async () => {
  const require = createRequire(import.meta.url);
  const binary = await readFile(require.resolve(`${PACKAGE}/tfjs-backend-wasm-simd.wasm`));
  const glue = require(`${PACKAGE}/tfjs-backend-wasm.js`) as Glue;
  return {
    start(settings) {
      const before = LISTENED.map((event) => process.rawListeners(event));
      const started = glue(settings);
      LISTENED.forEach((event, i) => {
        for (const listener of process.rawListeners(event)) {
          if (!before[i]!.includes(listener)) process.off(event, listener as () => void);
        }
      });
      return started;
    },
    binary: binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength),
  };
};
