/** As wasm-glue.ts, for Node: Emscripten's code asks for `require` and `__dirname` there. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { loadGlue as loadInBrowser } from './wasm-glue.ts';

const PACKAGE = '@tensorflow/tfjs-backend-wasm/wasm-out';

export const loadGlue: typeof loadInBrowser = async () => {
  const require = createRequire(import.meta.url);
  const binary = await readFile(require.resolve(`${PACKAGE}/tfjs-backend-wasm-simd.wasm`));
  return {
    start: require(`${PACKAGE}/tfjs-backend-wasm.js`),
    binary: binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength),
  };
};
