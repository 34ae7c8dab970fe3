import { describe, expect, test } from 'vitest';
import { createRng } from '../domain/rng.ts';
import { WasmHeap } from './wasm-heap.ts';

const MIB = 1024 * 1024;

function createHeap(maxBytes: number = 64 * MIB): WasmHeap {
  return new WasmHeap(new WebAssembly.Memory({ initial: 1 }), maxBytes);
}

describe('WasmHeap', () => {
  test('a block is zeroed even where something else was before', () => {
    const heap = createHeap();
    const first = heap.allocate(400);
    heap.i32(first, 100).fill(7);
    heap.free(first);
    const second = heap.allocate(400);
    expect(second).toBe(first);
    expect(heap.i32(second, 100).every((word) => word === 0)).toBe(true);
  });

  test('addresses are multiples of 64 and never 0, also for blocks of no bytes, which do not overlap', () => {
    const heap = createHeap();
    const addresses = [heap.allocate(0), heap.allocate(1), heap.allocate(0)];
    expect(addresses.every((address) => address > 0 && address % 64 === 0)).toBe(true);
    expect(new Set(addresses).size).toBe(3);
  });

  test('what is written to one block leaves all others as they are, through 2,000 random steps (seed 1)', () => {
    const heap = createHeap();
    const rng = createRng(1);
    const live: { address: number; words: number; mark: number }[] = [];
    const damaged: number[] = [];
    for (let step = 1; step <= 2000; step++) {
      if (live.length < 20 && rng.next() < 0.6) {
        const words = rng.int(5000);
        const address = heap.allocate(words * 4);
        heap.i32(address, words).fill(step);
        live.push({ address, words, mark: step });
      } else {
        for (const { address, words, mark } of live.splice(rng.int(live.length + 1), 1)) {
          if (heap.i32(address, words).some((word) => word !== mark)) damaged.push(mark);
          heap.free(address);
        }
      }
    }
    expect(damaged).toEqual([]);
    // At most 20 live blocks of at most 20,000 bytes, and some fragmentation.
    expect(heap.memory.buffer.byteLength).toBeLessThan(1.5 * MIB);
  });

  test('neighbours that are freed in any order join: their whole span is handed out again', () => {
    const heap = createHeap(8 * MIB);
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [0, 2, 1],
      [1, 0, 2],
    ]) {
      const blocks = [heap.allocate(2 * MIB), heap.allocate(2 * MIB), heap.allocate(2 * MIB)];
      const fence = heap.allocate(64);
      for (const at of order) heap.free(blocks[at]!);
      const span = heap.allocate(6 * MIB);
      expect(span).toBe(blocks[0]);
      heap.free(span);
      heap.free(fence);
    }
  });

  test("refuses with 'argument/range' what exceeds its limit, and goes on after that", () => {
    const heap = createHeap(MIB);
    expect(() => heap.allocate(2 * MIB)).toThrow(
      expect.objectContaining({
        code: 'argument/range',
        detail: expect.objectContaining({ argument: 'length' }),
      }),
    );
    expect(heap.allocate(MIB / 2)).toBeGreaterThan(0);
  });

  test("refuses with 'argument/range' where the memory itself cannot grow", () => {
    const heap = new WasmHeap(new WebAssembly.Memory({ initial: 1, maximum: 2 }), 64 * MIB);
    expect(() => heap.allocate(MIB)).toThrow(expect.objectContaining({ code: 'argument/range' }));
  });

  test('freeing twice is a defect', () => {
    const heap = createHeap();
    const block = heap.allocate(8);
    heap.free(block);
    expect(() => heap.free(block)).toThrow(expect.objectContaining({ code: 'internal' }));
  });
});
