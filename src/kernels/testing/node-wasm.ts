import { buildKernels } from '../../../scripts/build-kernels.mjs';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import type { KernelHome } from '../home.ts';
import { createWasmHome, type WasmHomeOptions } from '../wasm-home.ts';

/**
 * A WASM home in Node for tests; builds the kernels when they are out of date. `threads` 0: no threads; else
 * they take every call, however short, unless `options` says otherwise.
 */
export async function createTestWasmHome(
  threads: number,
  options: Partial<WasmHomeOptions> = {},
): Promise<KernelHome> {
  await buildKernels();
  return createWasmHome({ ...nodeWasmOptions(threads), handOverAbove: { idle: -1, busy: -1 }, ...options });
}
