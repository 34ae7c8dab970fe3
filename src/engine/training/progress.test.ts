import { describe, expect, test } from 'vitest';
import type { TrainProgress } from '../../domain/training.ts';
import { ProgressReporter } from './progress.ts';

function reporter(): { at: (ms: number) => ProgressReporter; told: TrainProgress[] } {
  let time = 0;
  const told: TrainProgress[] = [];
  const progress = new ProgressReporter(
    () => time,
    10,
    'wasm',
    (report) => told.push(report),
  );
  return {
    told,
    at: (ms) => {
      time = ms;
      return progress;
    },
  };
}
const fit = (fraction: number) => ({
  epoch: Math.floor(fraction * 10),
  fraction,
  losses: [],
  home: 'wasm' as const,
});

describe('ProgressReporter', () => {
  test('tells every phase, and of the passes at most ten reports a second', () => {
    const { at, told } = reporter();
    at(0).phase('preparing');
    at(10).phase('training');
    for (let ms = 10; ms < 1010; ms += 10) at(ms).fit(fit((ms - 10) / 1000));
    at(1010).phase('evaluating');
    expect(told.map(({ phase }) => phase).filter((phase) => phase !== 'training')).toEqual([
      'preparing',
      'evaluating',
    ]);
    expect(told.filter(({ phase }) => phase === 'training').length).toBeLessThanOrEqual(11);
  });

  test('estimates the rest by the speed of the passes: half of them in 1 s leave 1 s and the evaluation', () => {
    const { at, told } = reporter();
    at(0).phase('training');
    at(0).fit(fit(0));
    at(1000).fit(fit(0.5));
    const { remainingMs, fraction, elapsedMs } = told.at(-1)!;
    expect(elapsedMs).toBe(1000);
    // Passes are 0.1 … 0.85 of the whole: half of them took 1 s, so 0.525 is left at 2.667 s for 1.
    expect(fraction).toBeCloseTo(0.475, 12);
    expect(remainingMs).toBeCloseTo((1000 / 0.375) * 0.525, 9);
  });

  test('does not know the rest before the passes have begun', () => {
    const { at, told } = reporter();
    at(0).phase('preparing');
    expect(told[0]!.remainingMs).toBeNaN();
  });

  test('tells a recovery at once, and estimates anew from there', () => {
    const { at, told } = reporter();
    at(0).phase('training');
    at(100).fit(fit(0.4));
    at(101).fit({ ...fit(0.3), home: 'wasm', recovered: { fromEpoch: 3, home: 'wasm' } });
    expect(told.at(-1)!.recovered).toEqual({ fromEpoch: 3, home: 'wasm' });
    expect(told.at(-1)!.remainingMs).toBeNaN();
    at(1101).fit(fit(0.8));
    expect(told.at(-1)!.remainingMs).toBeCloseTo((1000 / (0.5 * 0.75)) * (1 - 0.7), 9);
  });
});
