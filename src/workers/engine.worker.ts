/** The room that knows only numbers. */
import { expose } from 'comlink';
import { HomebodyError } from '../domain/errors.ts';
import { referenceProvider } from '../engine/compute/reference-provider.ts';
import { webGpuProvider } from '../engine/compute/webgpu-provider.ts';
import type { KernelHome } from '../kernels/home.ts';
import { createWasmHome } from '../kernels/wasm-home.ts';
import { createEngineService } from './engine-service.ts';
import { createYieldTurn } from './turns.ts';
import { VaultLine } from './vault-line.ts';
import { browserWasmOptions } from './wasm-provider.browser.ts';

/** On threads where they start, else on this one. */
async function openWasm(): Promise<KernelHome> {
  try {
    return await createWasmHome(browserWasmOptions());
  } catch (error) {
    if (!(error instanceof HomebodyError && error.code === 'worker/died')) throw error;
    return createWasmHome(browserWasmOptions(0));
  }
}

expose(
  createEngineService({
    providers: {
      webgpu: webGpuProvider(),
      wasm: { open: openWasm },
      reference: referenceProvider,
    },
    vault: new VaultLine(),
    now: () => performance.now(),
    yieldTurn: createYieldTurn(),
  }),
);
