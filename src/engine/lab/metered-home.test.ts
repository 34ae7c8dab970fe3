import { expect, test } from 'vitest';
import type { KernelHome } from '../../kernels/home.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { HomeMeter } from './metered-home.ts';

test('a home that is an instance of a class keeps its methods, on its own buffers; what it gives out is counted', async () => {
  const reference = createReferenceHome();
  /** As the homes of a browser are: methods on the prototype, state of its own. */
  class Home {
    readonly #made = reference;
    readonly name = reference.name;
    createF32(source: number | Float32Array) {
      return this.#made.createF32(source);
    }
    read(...args: Parameters<KernelHome['read']>) {
      return this.#made.read(...args);
    }
  }
  const meter = new HomeMeter();
  const home = meter.metered(new Home() as unknown as KernelHome);
  expect(home.name).toBe('reference');
  const buffer = home.createF32(Float32Array.of(1, 2, 3));
  expect(meter.bytes).toBe(12);
  expect([...(await home.read(buffer))]).toEqual([1, 2, 3]);
  buffer.release();
  buffer.release();
  expect([meter.bytes, meter.peakBytes]).toEqual([0, 12]);
});
