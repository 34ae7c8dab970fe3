import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { buildKernels } from '../../scripts/build-kernels.mjs';
import { nodeWasmOptions } from '../cli/wasm-provider.node.ts';
import type { KernelHome, SolveRowsArgs } from './home.ts';
import { randomRankCase, randomSolveCase, runRank, runSolve, sameBits } from './testing/cases.ts';
import { createTestWasmHome } from './testing/node-wasm.ts';
import type { WasmHomeOptions } from './wasm-home.ts';
import type { ThreadHandle } from './wasm-pool.ts';
import type { ThreadMessage } from './wasm-thread.ts';

const MIB = 1024 * 1024;
const homes: KernelHome[] = [];

async function createHome(threads: number, options?: Partial<WasmHomeOptions>): Promise<KernelHome> {
  const home = await createTestWasmHome(threads, options);
  homes.push(home);
  return home;
}

afterEach(() => {
  for (const home of homes.splice(0)) home.dispose();
});

/** Rows that keep two threads busy for some 50 ms. */
const LONG_CASE = randomSolveCase(
  6,
  64,
  Array.from({ length: 3000 }, (_, row) => (row * 37) % 200),
  500,
);

/** The buffers of a long solve, and a call that starts it. */
function prepareLongSolve(home: KernelHome): { args: SolveRowsArgs; start: () => Promise<void> } {
  const args: SolveRowsArgs = {
    rowOffsets: home.createI32(LONG_CASE.rowOffsets),
    columns: home.createI32(LONG_CASE.columns),
    weights: home.createF32(LONG_CASE.weights),
    fixed: home.createF32(LONG_CASE.fixed),
    gramian: home.createF32(64 * 64),
    unobservedWeight: 0.3,
    regularisation: home.createF32(LONG_CASE.regularisation),
    solution: home.createF32(LONG_CASE.solution),
    rowLoss: home.createF32(3000),
    dim: 64,
    cgSteps: 3,
    rowBegin: 0,
    rowEnd: 3000,
  };
  return { args, start: () => home.solveRows(args) };
}

/**
 * Threads that work as ever, but what they say of finished jobs waits for `release`: until then the host takes all
 * that it handed over for unfinished, however fast the threads are and however slow the host is.
 */
function heldThreads(): {
  spawnThread: NonNullable<WasmHomeOptions['spawnThread']>;
  handles: ThreadHandle[];
  release: () => void;
} {
  const handles: ThreadHandle[] = [];
  const held: (() => void)[] = [];
  let isHolding = true;
  return {
    handles,
    spawnThread: (start, events) => {
      const message = (sent: ThreadMessage): void => {
        if (isHolding && sent.type === 'completed') held.push(() => events.message(sent));
        else events.message(sent);
      };
      const handle = nodeWasmOptions().spawnThread!(start, { ...events, message });
      handles.push(handle);
      return handle;
    },
    release: () => {
      isHolding = false;
      for (const tell of held.splice(0)) tell();
    },
  };
}

describe('the WASM home', () => {
  test('has the same bits on the calling thread, on one, two and three threads', async () => {
    const rank = randomRankCase(8, { dim: 64, queries: 200, items: 1500, k: 20 });
    const results = [];
    for (const threads of [0, 1, 2, 3]) {
      const home = await createHome(threads);
      const [solved, ranked] = [await runSolve(home, LONG_CASE), await runRank(home, rank)];
      results.push([...Object.values(solved), ...Object.values(ranked)]);
    }
    const [onCaller, ...onThreads] = results;
    const same = onThreads.map((arrays) => arrays.map((array, at) => sameBits(array, onCaller![at]!)));
    expect(same.flat()).toEqual(Array.from({ length: 15 }, () => true));
  });

  test('says how many threads it has', async () => {
    expect(await createHome(2)).toMatchObject({ name: 'wasm', threads: 2, device: '2 threads, SIMD' });
    expect(await createHome(0)).toMatchObject({ name: 'wasm', threads: 1, device: '1 thread, SIMD' });
    expect(await createHome(2, { spawnThread: null })).toMatchObject({ threads: 1 });
  });

  test('keeps the order of calls that are not awaited: 40 dependent ones in a row', async () => {
    const home = await createHome(2);
    // m ← gramian(m) of the 1 × 1 matrix squares it: 1.01 forty times would overflow, so alternate with a write.
    const [one, other] = [home.createF32(1), home.createF32(1)];
    const squares: Promise<Float32Array>[] = [];
    for (let value = 1; value <= 40; value++) {
      home.write(one, Float32Array.of(value));
      void home.gramian({ rows: one, rowCount: 1, dim: 1, out: other });
      squares.push(home.read(other));
    }
    const values = (await Promise.all(squares)).map(([value]) => value);
    expect(values).toEqual(Array.from({ length: 40 }, (_, at) => (at + 1) ** 2));
  });

  test('ranks while the threads solve: the answer is there before the slice is done', async () => {
    const { spawnThread, release } = heldThreads();
    const home = await createHome(2, { spawnThread, handOverAbove: { idle: 2e6, busy: 16e6 } });
    const { start } = prepareLongSolve(home);
    const log: string[] = [];
    const solving = [start(), start()].map((solved) => solved.then(() => log.push('solved')));
    await runRank(home, randomRankCase(1, { dim: 64, queries: 1, items: 3000, k: 20 }));
    log.push('ranked');
    release();
    await Promise.all(solving);
    expect(log).toEqual(['ranked', 'solved', 'solved']);
  });

  test('leaves the event loop free while threads solve', async () => {
    const { spawnThread, release } = heldThreads();
    const home = await createHome(2, { spawnThread });
    const { start } = prepareLongSolve(home);
    let turns = 0;
    const tick = (): void => {
      turns++;
      if (turns === 4) release();
      next = setImmediate(tick);
    };
    let next = setImmediate(tick);
    await Promise.all([start(), start(), start()]);
    clearImmediate(next);
    expect(turns).toBeGreaterThan(3);
  });

  test('without threads, gives the event loop its turns during a long call', async () => {
    const home = await createHome(0);
    const { start } = prepareLongSolve(home);
    let turns = 0;
    const tick = (): void => {
      turns++;
      next = setImmediate(tick);
    };
    let next = setImmediate(tick);
    await start();
    clearImmediate(next);
    expect(turns).toBeGreaterThan(3);
  });

  test('write copies: the array can be reused at once, even when the buffer is in use', async () => {
    const home = await createHome(2);
    const { args, start } = prepareLongSolve(home);
    const solving = start();
    const data = Float32Array.of(1, 2, 3);
    home.write(args.solution, data, 5);
    data.fill(0);
    await solving;
    expect([...(await home.read(args.solution, 5, 3))]).toEqual([1, 2, 3]);
  });

  test('released memory is used again: 2,000 MiB pass through 16 MiB', async () => {
    const home = await createHome(0, { maxBytes: 16 * MIB });
    for (let round = 0; round < 500; round++) {
      const buffers = [home.createF32(MIB / 2), home.createI32(MIB / 2)];
      for (const buffer of buffers) buffer.release();
    }
    expect(() => home.createF32(8 * MIB)).toThrow(
      expect.objectContaining({
        code: 'argument/range',
        detail: expect.objectContaining({ argument: 'length' }),
      }),
    );
    expect(home.createF32(2 * MIB).length).toBe(2 * MIB);
  });

  test('gives the scratch of its kernels back: a thousand gramians in 2 MiB', async () => {
    const home = await createHome(2, { maxBytes: 2 * MIB });
    const [rows, out] = [home.createF32(64 * 300), home.createF32(64 * 64)];
    for (let round = 0; round < 1000; round++) await home.gramian({ rows, rowCount: 300, dim: 64, out });
    expect((await home.read(out))[0]).toBe(0);
  });

  test('a buffer that is released while a call uses it lives until that call is done', async () => {
    const home = await createHome(2);
    const expected = (await runSolve(home, LONG_CASE)).solution;
    const { args, start } = prepareLongSolve(home);
    void home.gramian({ rows: args.fixed, rowCount: 500, dim: 64, out: args.gramian });
    const solving = start();
    args.fixed.release();
    home.createF32(new Float32Array(500 * 64).fill(NaN));
    await solving;
    expect(sameBits(await home.read(args.solution), expected)).toBe(true);
  });

  test('a released buffer, and one of another home, are refused as defects', async () => {
    const home = await createHome(0);
    const released = home.createF32(1);
    released.release();
    released.release();
    await expect(home.read(released)).rejects.toMatchObject({ code: 'internal' });
    const foreign = (await createHome(0)).createF32(1);
    await expect(home.read(foreign)).rejects.toMatchObject({ code: 'internal' });
  });

  test.each([
    [0, 5],
    [-1, 1],
    [4, 1],
    [0.5, 1],
  ])(
    "reading and writing outside a buffer of 4 (offset %d, length %d) is 'shape/mismatch'",
    async (offset, length) => {
      const home = await createHome(0);
      const buffer = home.createF32(4);
      await expect(home.read(buffer, offset, length)).rejects.toMatchObject({ code: 'shape/mismatch' });
      expect(() => home.write(buffer, new Float32Array(length), offset)).toThrow(
        expect.objectContaining({ code: 'shape/mismatch' }),
      );
    },
  );

  test("a thread that dies rejects what is pending with 'worker/died', and the home is lost", async () => {
    const { spawnThread, handles } = heldThreads();
    const home = await createHome(2, { spawnThread });
    const { args, start } = prepareLongSolve(home);
    const pending = [start(), start(), home.read(args.solution)];
    handles[1]!.terminate();
    for (const call of pending) await expect(call).rejects.toMatchObject({ code: 'worker/died' });
    await expect(home.lost).rejects.toMatchObject({ code: 'home/lost' });
    await expect(start()).rejects.toMatchObject({ code: 'worker/died' });
  });

  test("a thread that cannot be started rejects the creation with 'worker/died'", async () => {
    const creation = createHome(2, {
      spawnThread: (_, events) => {
        queueMicrotask(() => events.died('no such file'));
        return { terminate: () => {} };
      },
    });
    await expect(creation).rejects.toMatchObject({ code: 'worker/died', detail: { reason: 'no such file' } });
  });

  test("where workers do not exist, the creation rejects with 'worker/died' and ends what was started", async () => {
    let [started, ended] = [0, 0];
    const creation = createHome(3, {
      spawnThread: () => {
        started += 1;
        if (started === 2) throw new ReferenceError('Worker is not defined');
        return { terminate: () => (ended += 1) };
      },
    });
    await expect(creation).rejects.toMatchObject({
      code: 'worker/died',
      detail: { reason: 'ReferenceError: Worker is not defined' },
    });
    expect([started, ended]).toEqual([2, 1]);
  });

  test("a thread that never says that it is ready rejects the creation with 'worker/died' after the limit", async () => {
    let [started, ended] = [0, 0];
    const creation = createHome(2, {
      readyWithinMs: 20,
      spawnThread: (_, events) => {
        started += 1;
        // The first is well, the second silent.
        if (started === 1) queueMicrotask(() => events.message({ type: 'ready' }));
        return { terminate: () => (ended += 1) };
      },
    });
    await expect(creation).rejects.toMatchObject({
      code: 'worker/died',
      detail: { reason: '1 of 2 threads were ready after 20 ms.' },
    });
    expect(ended).toBe(2);
  });

  test('the limit ends with the start: a home whose threads were ready in time lives on', async () => {
    const home = await createHome(1, {
      readyWithinMs: 20,
      spawnThread: (_, events) => {
        queueMicrotask(() => events.message({ type: 'ready' }));
        return { terminate: () => {} };
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(home.createF32(3).length).toBe(3);
  });

  test("a trap in a thread is a death with the trap's words", async () => {
    const home = await createHome(1);
    const { args } = prepareLongSolve(home);
    const columns = home.createI32(LONG_CASE.columns.map(() => 4_000_000));
    await expect(home.solveRows({ ...args, columns })).rejects.toMatchObject({
      code: 'worker/died',
      detail: { reason: expect.stringContaining('memory access out of bounds') },
    });
  });

  test("a trap on the calling thread rejects that call with 'internal', and the home goes on", async () => {
    const home = await createHome(0);
    const { args, start } = prepareLongSolve(home);
    const columns = home.createI32(LONG_CASE.columns.map(() => 4_000_000));
    await expect(home.solveRows({ ...args, columns })).rejects.toMatchObject({ code: 'internal' });
    await expect(start()).resolves.toBeUndefined();
  });

  test("dispose rejects what is pending and all later calls with 'home/lost', but home.lost stays quiet", async () => {
    const home = await createHome(2);
    const { start } = prepareLongSolve(home);
    const pending = start();
    home.dispose();
    await expect(pending).rejects.toMatchObject({ code: 'home/lost' });
    await expect(start()).rejects.toMatchObject({ code: 'home/lost' });
    expect(() => home.createF32(1)).toThrow(expect.objectContaining({ code: 'home/lost' }));
    const quiet = await Promise.race([home.lost, Promise.resolve('quiet')]);
    expect(quiet).toBe('quiet');
  });

  test("a module that does not compile is 'home/unavailable'", async () => {
    const broken = createHome(0, { loadModule: () => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109)) });
    await expect(broken).rejects.toMatchObject({ code: 'home/unavailable' });
  });
});

/** Section numbers of a WebAssembly binary: 6 holds globals, 11 static data. */
function sectionsOf(bytes: Uint8Array): number[] {
  const sections: number[] = [];
  for (let at = 8; at < bytes.length;) {
    sections.push(bytes[at++]!);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    at += size;
  }
  return sections;
}

describe('the built modules', () => {
  test.each(['plain', 'shared'])(
    '%s.wasm holds no static data and no global: instances can share one memory',
    async (variant) => {
      await buildKernels();
      const sections = sectionsOf(await readFile(`build/kernels/${variant}.wasm`));
      expect(sections).toContain(10); // Code: the sections are read rightly.
      expect(sections).not.toContain(6);
      expect(sections).not.toContain(11);
    },
  );
});
