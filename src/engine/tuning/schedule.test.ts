import type { StudyPlan, Trial } from '../../domain/tuning.ts';
import { expect, test } from 'vitest';
import { bestOf, Schedule } from './schedule.ts';

const PLAN: StudyPlan = {
  model: 'm',
  config: {},
  space: { x: { kind: 'integers', min: 1, max: 9 } },
  search: { kind: 'grid' },
  validation: { kind: 'leave-last-out' },
  metric: 'ndcgAt10',
  seed: 1,
};

/** Runs a schedule to its end; a trial's score is what `score` says. */
function run(plan: StudyPlan, score: (trial: Trial) => number): Trial[] {
  const schedule = new Schedule(plan);
  const finished: Trial[] = [];
  for (let next = schedule.next([]); next; next = schedule.next(finished)) {
    finished.push({ ...next, folds: [{ score: score(next), passes: 0 }] });
  }
  return finished;
}
const valueOf = ({ settings }: Trial): number => settings['x'] as number;
/** Best at 6. */
const nearSix = (trial: Trial): number => -Math.abs(valueOf(trial) - 6);

test('a grid runs in order; the best is the earlier one of equals', () => {
  const trials = run(PLAN, (trial) => Math.min(valueOf(trial), 4));
  expect(trials.map(valueOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(valueOf(bestOf(trials, 1)!)).toBe(4);
  expect(bestOf(trials, 2)).toBeNull();
});

test('patience ends after so many trials in a row without a better one', () => {
  const trials = run({ ...PLAN, patience: 2 }, nearSix);
  expect(trials.map(valueOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('random draws are distinct, the same for a seed, and more trials only add to them', () => {
  const draws = (trials: number, seed: number): number[] =>
    run({ ...PLAN, seed, search: { kind: 'random', trials } }, nearSix).map(valueOf);
  const five = draws(5, 1);
  expect(new Set(five).size).toBe(5);
  expect(draws(8, 1).slice(0, 5)).toEqual(five);
  expect(draws(5, 2)).not.toEqual(five);
  expect(draws(50, 1).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('halving by 3 tries 9 at 1 pass, the best 3 at 3 and the best at 9', () => {
  const search = { kind: 'halving', trials: 9, resource: 'epochs', min: 1, max: 9, eta: 3 } as const;
  const trials = run({ ...PLAN, search }, nearSix);
  const rung = (number: number) => trials.filter((trial) => trial.rung === number);
  expect(trials.map(({ settings }) => settings['epochs'])).toEqual([...Array<number>(9).fill(1), 3, 3, 3, 9]);
  expect(rung(1).map(valueOf)[0]).toBe(6);
  expect(new Set(rung(1).map(valueOf))).toEqual(new Set([5, 6, 7]));
  expect(rung(2).map(valueOf)).toEqual([6]);
  expect(new Schedule({ ...PLAN, search })).toMatchObject({ trialCount: 13, totalCost: 27 });
});

test('halving prefers a trial of a higher rung, and goes down to no less than the least resource', () => {
  const search = { kind: 'halving', trials: 4, resource: 'epochs', min: 3, max: 10, eta: 2 } as const;
  const { rungs } = new Schedule({ ...PLAN, search });
  // 10 / 2 = 5, and 2.5 would be below 3.
  expect(rungs).toEqual([
    { trials: 4, resource: 5 },
    { trials: 2, resource: 10 },
  ]);
  const trials = run({ ...PLAN, search }, (trial) => (trial.rung === 0 ? 1 : 0.5));
  expect(bestOf(trials, 1)).toBe(trials[4]);
});
