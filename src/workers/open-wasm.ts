import { HomebodyError } from '../domain/errors.ts';
import type { KernelHome } from '../kernels/home.ts';
import type { WasmHomeOptions } from '../kernels/wasm-home.ts';
import { createWasmHome } from '../kernels/wasm-home.ts';

/**
 * The WASM home on threads where they start, else on the calling thread: whatever keeps threads from starting
 * (no nested workers, a policy, a script that does not load) says nothing against WASM itself.
 * @throws 'home/unavailable' when WASM SIMD does not run here
 */
export async function openWasm(optionsFor: (threads?: number) => WasmHomeOptions): Promise<KernelHome> {
  try {
    return await createWasmHome(optionsFor());
  } catch (error) {
    if (error instanceof HomebodyError && error.code === 'home/unavailable') throw error;
    return createWasmHome(optionsFor(0));
  }
}
