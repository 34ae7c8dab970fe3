import glue from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';
import binaryUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';
import { HomebodyError } from '../../../domain/errors.ts';

/**
 * What starts tfjs's WASM module, made by Emscripten, and its code; in Node `wasm-glue.node.ts`.
 * @throws 'home/unavailable' where the code cannot be fetched
 */
export async function loadGlue(): Promise<{
  readonly start: typeof glue;
  readonly binary: ArrayBuffer;
}> {
  const response = await fetch(binaryUrl);
  if (!response.ok) {
    throw new HomebodyError('home/unavailable', "The code of tfjs's WASM backend could not be fetched.", {
      remedy: 'Reload the page, or choose another home.',
      detail: { status: response.status },
    });
  }
  return { start: glue, binary: await response.arrayBuffer() };
}
