import { beforeAll, describe, expect, test } from 'vitest';
import { buildKernels } from '../../scripts/build-kernels.mjs';
import { nodeWasmOptions } from '../cli/wasm-provider.node.ts';
import type { WasmHomeOptions } from '../kernels/wasm-home.ts';
import { openWasm } from './open-wasm.ts';

beforeAll(() => buildKernels());

/** Node's options, altered where threads are asked for; tells which thread counts were asked for. */
function optionsWith(altered: Partial<WasmHomeOptions>) {
  const asked: (number | undefined)[] = [];
  const optionsFor = (threads?: number): WasmHomeOptions => {
    asked.push(threads);
    return { ...nodeWasmOptions(threads ?? 2), ...altered };
  };
  return { asked, optionsFor };
}

describe('openWasm', () => {
  test('takes threads where they start', async () => {
    const { asked, optionsFor } = optionsWith({});
    const home = await openWasm(optionsFor);
    expect(home.threads).toBe(2);
    expect(asked).toEqual([undefined]);
    home.dispose();
  });

  test.each<[string, Partial<WasmHomeOptions>]>([
    [
      'workers do not exist',
      {
        spawnThread: () => {
          throw new ReferenceError('Worker is not defined');
        },
      },
    ],
    ['threads never answer', { spawnThread: () => ({ terminate: () => {} }), readyWithinMs: 10 }],
    // Not 'worker/died': the memory has no room for the threads' scratch.
    ['threads have no room', { maxBytes: 262_144 }],
  ])('goes on without threads where %s', async (_, altered) => {
    const { asked, optionsFor } = optionsWith(altered);
    const home = await openWasm(optionsFor);
    expect(home).toMatchObject({ name: 'wasm', threads: 1 });
    expect(asked).toEqual([undefined, 0]);
    home.dispose();
  });

  test("does not try again where WASM itself is missing: 'home/unavailable'", async () => {
    const { asked, optionsFor } = optionsWith({ loadModule: () => Promise.reject(new Error('offline')) });
    await expect(openWasm(optionsFor)).rejects.toMatchObject({ code: 'home/unavailable' });
    expect(asked).toEqual([undefined]);
  });
});
