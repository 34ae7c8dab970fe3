import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { ConstellationRun, SCHEDULE } from './constellation-run.ts';
import type { RunFrame } from './constellation-run.ts';
import type { EmbeddingSnapshot } from './messages.ts';

const COUNT = 90;
const EPOCHS = 3;

/** Three sorts of thirty, from noise to neighbourhoods in three passes. */
function snapshots(): EmbeddingSnapshot[] {
  const rng = createRng(8).fork('sorts');
  const noise = Float32Array.from({ length: COUNT * 8 }, () => rng.normal());
  return Array.from({ length: EPOCHS + 1 }, (_, epoch) => ({
    epoch,
    epochs: EPOCHS,
    dim: 8,
    embeddings: noise.map((value, i) => value + (i % 8 === Math.floor(i / 8) % 3 ? 2 * epoch : 0)),
  }));
}

/** Works until there is nothing to do; `order` says what comes first each time. */
function finish(run: ConstellationRun, order: () => 'build' | 'step' = () => 'step'): RunFrame {
  for (;;) {
    const first = order();
    const done = first === 'build' ? run.build() || run.step() : run.step() || run.build();
    if (!done) return run.frame();
  }
}

function runOf(seed: number, from = 0): ConstellationRun {
  const run = new ConstellationRun(COUNT, createRng(seed));
  for (const snapshot of snapshots().slice(from)) run.take(snapshot);
  return run;
}

/** Share of the five nearest on the plane that are of the same sort. */
function ofOneSort({ positions }: RunFrame): number {
  let same = 0;
  for (let a = 0; a < COUNT; a++) {
    const distance = (b: number): number =>
      Math.hypot(positions[2 * a]! - positions[2 * b]!, positions[2 * a + 1]! - positions[2 * b + 1]!);
    const others = [...Array(COUNT).keys()].filter((b) => b !== a).sort((b, c) => distance(b) - distance(c));
    same += others.slice(0, 5).filter((b) => b % 3 === a % 3).length;
  }
  return same / (5 * COUNT);
}

describe('a run of the constellation', () => {
  test('gives the same bytes for the same seed, and others for another', () => {
    const first = finish(runOf(4));
    expect(finish(runOf(4))).toEqual(first);
    expect(finish(runOf(5)).positions).not.toEqual(first.positions);
    expect(first.settled).toBe(true);
  });

  test.each([1, 2, 3])(
    'gives the same bytes however work is sliced and whenever snapshots come (order %i)',
    (seed) => {
      const rng = createRng(seed).fork('order');
      const run = new ConstellationRun(COUNT, createRng(4));
      for (const snapshot of snapshots()) {
        run.take(snapshot);
        for (let i = rng.int(200); i > 0; i--) {
          if (rng.next() < 0.5) run.build();
          else run.step();
          if (rng.next() < 0.1) run.frame();
        }
      }
      const end = finish(run, () => (rng.next() < 0.5 ? 'build' : 'step'));
      expect(end).toEqual(finish(runOf(4)));
    },
  );

  test('goes from chance to neighbourhoods: of five neighbours a third, then nearly all are of one sort', () => {
    const run = runOf(4);
    expect(ofOneSort(run.frame())).toBeLessThan(0.45);
    expect(run.frame()).toMatchObject({ epoch: 0, epochs: EPOCHS, settled: false });
    expect(ofOneSort(finish(run))).toBeGreaterThan(0.95);
  });

  test('moves points on from where they are when another snapshot comes', () => {
    const run = new ConstellationRun(COUNT, createRng(4));
    const [, , before, last] = snapshots();
    run.take(before!);
    const rest = finish(run).positions;
    run.take(last!);
    while (!run.canStep) run.build();
    run.step();
    const moved = run.frame().positions;
    const farthest = Math.max(...moved.map((value, i) => Math.abs(value - rest[i]!)));
    expect(farthest).toBeGreaterThan(0);
    expect(farthest).toBeLessThan(0.25);
  });

  test('makes a fixed number of steps of each snapshot, and of coming to rest after the last', () => {
    const run = runOf(4);
    expect(run.stepsAhead).toBe(EPOCHS * SCHEDULE.steps);
    let steps = 0;
    const epochs: number[] = [];
    for (;;) {
      if (run.step()) {
        steps += 1;
        epochs.push(run.frame().epoch);
      } else if (!run.build()) break;
      expect(run.frame().settled).toBe(steps === EPOCHS * SCHEDULE.steps + SCHEDULE.settleSteps);
    }
    expect(steps).toBe(EPOCHS * SCHEDULE.steps + SCHEDULE.settleSteps);
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
    expect(run.stepsAhead).toBe(0);
  });

  test('gives a stored model, which comes alone, more steps: it has all of the way to go', () => {
    const run = runOf(4, EPOCHS);
    let steps = 0;
    while (run.build()) while (run.step()) steps += 1;
    expect(steps).toBe(SCHEDULE.firstSteps + SCHEDULE.settleSteps);
    expect(ofOneSort(run.frame())).toBeGreaterThan(0.95);
  });

  test('that is fed no further does not settle', () => {
    const run = new ConstellationRun(COUNT, createRng(4));
    run.take(snapshots()[1]!);
    expect(finish(run)).toMatchObject({ epoch: 1, settled: false });
  });

  test.each([0, 1, 2])('of %i points settles', (count) => {
    const run = new ConstellationRun(count, createRng(1));
    run.take({ epoch: 2, epochs: 2, dim: 4, embeddings: new Float32Array(count * 4).fill(1) });
    const { settled, positions } = finish(run);
    expect(settled).toBe(true);
    expect(positions.every((value) => Math.abs(value) <= 1)).toBe(true);
  });
});
