import { describe, expect, test } from 'vitest';
import { KERNEL_TOLERANCE, type KernelHome } from '../kernels/home.ts';
import { createReferenceHome } from '../kernels/reference-home.ts';
import { randomSolveCase, relativeError, runSolve, sameBits } from '../kernels/testing/cases.ts';
import { createWasmHome } from '../kernels/wasm-home.ts';
import { browserWasmOptions } from './wasm-provider.browser.ts';

const CASE = randomSolveCase(
  6,
  64,
  Array.from({ length: 400 }, (_, row) => row % 50),
  100,
);

async function solveBy(home: KernelHome) {
  const solved = await runSolve(home, CASE);
  home.dispose();
  return solved;
}

describe('the WASM home in the browser', () => {
  test('runs on two workers where the page is cross-origin isolated, with the bits of the calling thread', async () => {
    expect(crossOriginIsolated, 'this project is served with the isolation headers').toBe(true);
    const threaded = await createWasmHome({
      ...browserWasmOptions(2),
      handOverAbove: { idle: -1, busy: -1 },
    });
    expect(threaded.device).toBe('2 threads, SIMD');
    const alone = await createWasmHome({ ...browserWasmOptions(2), spawnThread: null });
    expect(alone.device).toBe('1 thread, SIMD');
    const [onThreads, onCaller] = [await solveBy(threaded), await solveBy(alone)];
    expect(sameBits(onThreads.solution, onCaller.solution)).toBe(true);
    const expected = await solveBy(createReferenceHome());
    expect(relativeError(onThreads.solution, expected.solution)).toBeLessThanOrEqual(KERNEL_TOLERANCE);
  });

  test("a worker that dies rejects the pending call with 'worker/died'", async () => {
    const options = browserWasmOptions(2);
    const home = await createWasmHome(options);
    const columns = home.createI32(CASE.columns.map(() => 4_000_000));
    const buffers = {
      rowOffsets: home.createI32(CASE.rowOffsets),
      columns,
      weights: home.createF32(CASE.weights),
      fixed: home.createF32(CASE.fixed),
      gramian: home.createF32(64 * 64),
      regularisation: home.createF32(CASE.regularisation),
      solution: home.createF32(CASE.solution),
      rowLoss: home.createF32(400),
    };
    const rows = { unobservedWeight: 0.3, dim: 64, cgSteps: 3, rowBegin: 0, rowEnd: 400 };
    await expect(home.solveRows({ ...buffers, ...rows })).rejects.toMatchObject({ code: 'worker/died' });
    await expect(home.lost).rejects.toMatchObject({ code: 'home/lost' });
    home.dispose();
  });
});
