/** The room that knows only numbers. */
import { expose } from 'comlink';
import { referenceProvider } from '../engine/compute/reference-provider.ts';
import { webGpuProvider } from '../engine/compute/webgpu-provider.ts';
import { createEngineService } from './engine-service.ts';
import { openWasm } from './open-wasm.ts';
import { createRestingTurns, createYieldTurn } from './turns.ts';
import { VaultLine } from './vault-line.ts';
import { browserWasmOptions } from './wasm-provider.browser.ts';

const now = (): number => performance.now();

expose(
  createEngineService({
    providers: {
      webgpu: webGpuProvider(),
      wasm: { open: () => openWasm(browserWasmOptions) },
      reference: referenceProvider,
    },
    vault: new VaultLine(),
    now,
    turns: createRestingTurns(createYieldTurn(), now, (ms) => new Promise((go) => setTimeout(go, ms))),
  }),
);
