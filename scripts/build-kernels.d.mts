/** Builds the WASM kernels and the Node thread into build/kernels where they are out of date. */
export function buildKernels(): Promise<string[]>;
