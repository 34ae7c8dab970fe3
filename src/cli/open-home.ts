import { availableParallelism } from 'node:os';
import type { HomeChoice } from '../domain/training.ts';
import { chooseHome } from '../engine/compute/choose-home.ts';
import type { ChosenHome } from '../engine/compute/choose-home.ts';
import { referenceProvider } from '../engine/compute/reference-provider.ts';
import { createWasmHome } from '../kernels/wasm-home.ts';
import type { OptionSpecs } from './arguments/option-spec.ts';
import type { ParsedOptions } from './arguments/parsed-options.ts';
import { nodeWasmOptions } from './wasm-provider.node.ts';
import { nodeWebGpuProvider } from './webgpu-provider.node.ts';

const CHOICES = ['auto', 'wasm', 'webgpu', 'reference'] as const satisfies readonly HomeChoice[];
const MAX_THREADS = 64;

export const HOME_OPTIONS: OptionSpecs = {
  home: { value: 'NAME', help: `where kernels run: ${CHOICES.join(', ')}`, default: 'auto' },
  threads: { value: 'N', help: `threads of the WASM home, 1 to ${MAX_THREADS}`, default: 'one a core' },
};

export interface HomeRequest {
  readonly choice: HomeChoice;
  readonly threads: number;
}

/** @throws UsageError */
export function readHomeRequest(options: ParsedOptions): HomeRequest {
  return {
    choice: options.choice('home', CHOICES, 'auto'),
    threads: options.integer('threads', 1, MAX_THREADS) ?? Math.min(MAX_THREADS, availableParallelism()),
  };
}

/** The caller disposes of the home. @throws 'home/unavailable' */
export function openHome({ choice, threads }: HomeRequest, now: () => number): Promise<ChosenHome> {
  const wasm = { open: () => createWasmHome(nodeWasmOptions(threads)) };
  return chooseHome(choice, { webgpu: nodeWebGpuProvider(), wasm, reference: referenceProvider }, now);
}
