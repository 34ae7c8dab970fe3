import glue from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';
import binaryUrl from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url';

/** What starts tfjs's WASM module, made by Emscripten, and its code; in Node `wasm-glue.node.ts`. */
export async function loadGlue(): Promise<{
  readonly start: typeof glue;
  readonly binary: ArrayBuffer;
}> {
  const response = await fetch(binaryUrl);
  return { start: glue, binary: await response.arrayBuffer() };
}
