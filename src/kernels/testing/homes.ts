import type { KernelHome } from '../home.ts';
import { createReferenceHome } from '../reference-home.ts';
import { createTestWasmHome } from './node-wasm.ts';

/** The homes that run in Node, each with the name that tests print. */
export const NODE_HOMES: readonly { readonly name: string; readonly create: () => Promise<KernelHome> }[] = [
  { name: 'reference', create: () => Promise.resolve(createReferenceHome()) },
  { name: 'wasm on the calling thread', create: () => createTestWasmHome(0) },
  { name: 'wasm on two threads', create: () => createTestWasmHome(2) },
];
