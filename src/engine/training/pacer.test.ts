import { describe, expect, test } from 'vitest';
import { testRun } from '../testing/run.ts';
import { Pacer } from './pacer.ts';

/** A clock that only work moves. */
function workClock(): { now: () => number; spend: (ms: number) => void } {
  let time = 0;
  return { now: () => time, spend: (ms) => (time += ms) };
}

describe('Pacer', () => {
  test('hands out every row exactly once and in order, whatever the work costs', async () => {
    const clock = workClock();
    const pacer = new Pacer(testRun({ now: clock.now }));
    const seen: number[] = [];
    await pacer.slices(
      1000,
      (row) => row * 100,
      async (begin, end) => {
        for (let row = begin; row < end; row++) seen.push(row);
        clock.spend((end - begin) * 0.01);
      },
    );
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, row) => row));
  });

  test('learns the speed: no slice lasts over 16 ms, and most use at least half of their time', async () => {
    const clock = workClock();
    const pacer = new Pacer(testRun({ now: clock.now }));
    const lasted: number[] = [];
    // Rows of very unequal cost, 2 µs a unit.
    const cost = Array.from({ length: 20_000 }, (_, row) => (row % 97 === 0 ? 400 : 10));
    const costUpTo = [0];
    cost.forEach((units, row) => costUpTo.push(costUpTo[row]! + units));
    await pacer.slices(
      cost.length,
      (row) => costUpTo[row]!,
      async (begin, end) => {
        const ms = (costUpTo[end]! - costUpTo[begin]!) * 0.002;
        lasted.push(ms);
        clock.spend(ms);
      },
    );
    expect(Math.max(...lasted)).toBeLessThanOrEqual(16);
    expect(lasted.filter((ms) => ms >= 4.5).length / lasted.length).toBeGreaterThan(0.9);
  });

  test('shortens at once when the machine gets slower', async () => {
    const clock = workClock();
    const pacer = new Pacer(testRun({ now: clock.now }));
    const lasted: number[] = [];
    await pacer.slices(
      100_000,
      (row) => row,
      async (begin, end) => {
        const ms = (end - begin) * (begin < 50_000 ? 0.001 : 0.004);
        lasted.push(ms);
        clock.spend(ms);
      },
    );
    expect(lasted.filter((ms) => ms > 16).length).toBeLessThanOrEqual(1);
  });

  test('gives a turn after every slice and stops at the first after a cancel', async () => {
    const abort = new AbortController();
    let turns = 0;
    let slices = 0;
    const pacer = new Pacer(
      testRun({
        signal: abort.signal,
        yieldTurn: async () => {
          turns += 1;
          if (turns === 3) abort.abort();
        },
      }),
    );
    const work = pacer.slices(
      1_000_000,
      (row) => row * 1000,
      async () => {
        slices += 1;
      },
    );
    await expect(work).rejects.toMatchObject({ code: 'training/cancelled' });
    expect([slices, turns]).toEqual([3, 3]);
  });
});
