import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr, buildCsrInTurns } from '../interactions/build-csr.ts';
import { leaveOneOut, leaveOneOutSteps } from '../interactions/leave-one-out.ts';
import { transposeSteps } from '../interactions/transpose.ts';
import { tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from './pacer.ts';
import type { Steps } from './steps.ts';
import { atOnce, EVERY, inTurns } from './steps.ts';

function* counting(seams: number, reached: number[]): Steps<string> {
  for (let seam = 1; seam <= seams; seam++) {
    reached.push(seam);
    yield;
  }
  return 'done';
}

/** A pacer for which a turn is due at every seam, and how many were taken. */
function eager(): { readonly pacer: Pacer; readonly turns: () => number } {
  let turns = 0;
  const pacer = new Pacer(testRun({ sliceMs: 0, yieldTurn: async () => void (turns += 1) }));
  return { pacer, turns: () => turns };
}

describe('steps', () => {
  test('at once give the value of the last', () => {
    const reached: number[] = [];
    expect(atOnce(counting(3, reached))).toBe('done');
    expect(reached).toEqual([1, 2, 3]);
  });

  test('in turns give others their turn where it is due, and only there', async () => {
    let turns = 0;
    // The clock moves 1 ms at each look: at every third seam 3 ms have passed.
    const run = testRun({ sliceMs: 3, yieldTurn: async () => void (turns += 1) }, 1);
    expect(await inTurns(counting(9, []), new Pacer(run))).toBe('done');
    expect(turns).toBe(3);
  });

  test("in turns stop at the next seam with 'training/cancelled'", async () => {
    const abort = new AbortController();
    const reached: number[] = [];
    const run = testRun({ sliceMs: 0, signal: abort.signal, yieldTurn: async () => abort.abort() });
    await expect(inTurns(counting(9, reached), new Pacer(run))).rejects.toMatchObject({
      code: 'training/cancelled',
    });
    expect(reached).toEqual([1]);
  });
});

describe('a log of five times as many events as lie between two seams', () => {
  const log = tasteLog(5, 2000, 48, 5 * (EVERY + 1));
  const csr = buildCsr(log);

  test('becomes rows in turns: after the check, and five in each sort and in the merging', async () => {
    const { pacer, turns } = eager();
    expect(await buildCsrInTurns(log, pacer)).toEqual(csr);
    expect(turns()).toBe(1 + 10 + 10 + 5);
  });

  test('is split in turns: five to find the last items, one after the draw, one per 256 users', async () => {
    const { pacer, turns } = eager();
    const options = { maxUsers: 300, rng: createRng(1) };
    const split = await inTurns(leaveOneOutSteps(log, csr, options), pacer);
    expect(split).toEqual(leaveOneOut(log, csr, { maxUsers: 300, rng: createRng(1) }));
    expect(turns()).toBe(5 + 1 + Math.floor(2000 / 256));
  });

  test('is transposed in turns: one per seam of entries, one per 256 users', async () => {
    const { pacer, turns } = eager();
    expect(await inTurns(transposeSteps(csr), pacer)).toEqual(atOnce(transposeSteps(csr)));
    const entries = csr.columns.length;
    expect(entries).toBeGreaterThan(EVERY);
    expect(turns()).toBe(Math.floor(entries / (EVERY + 1)) + Math.floor(2000 / 256));
  });
});
