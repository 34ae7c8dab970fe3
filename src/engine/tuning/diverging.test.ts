import { describe, expect, test } from 'vitest';
import type { StudyPlan, StudyState } from '../../domain/tuning.ts';
import { MF } from '../models/mf.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { tasteLog } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import type { StudyResult } from './run-study.ts';
import { runStudy } from './run-study.ts';

const PLAN: StudyPlan = {
  model: 'mf',
  config: { dim: 4, epochs: 2 },
  space: { learningRate: { kind: 'choices', values: [0.05, 1000, 0.01] } },
  search: { kind: 'grid' },
  validation: { kind: 'folds', folds: 2 },
  metric: 'ndcgAt10',
  seed: 1,
};
const log = tasteLog(1);
const home = createCountingHome();
const study = (plan: Partial<StudyPlan> = {}, resumeFrom?: unknown): Promise<StudyResult> =>
  runStudy({ kind: MF, home, log, plan: { ...PLAN, ...plan }, run: testRun(), resumeFrom });

describe('a trial that diverges', () => {
  test('has failed; the study goes on, and the best is among the others', async () => {
    const { state, best, ended } = await study();
    expect(ended).toBe('complete');
    expect(state.trials.map(({ folds, failed }) => [folds.length, failed])).toEqual([
      [2, undefined],
      [0, 'diverged'],
      [2, undefined],
    ]);
    expect(best!.trial.settings['learningRate']).not.toBe(1000);
    expect(home.alive).toBe(0);
  });

  test('is not tried again when the study is gone on with', async () => {
    const { state } = await study();
    const after = { ...state, trials: state.trials.slice(0, 2) };
    const again = await study({}, JSON.parse(JSON.stringify(after)));
    expect(again.state.trials).toEqual(state.trials);
  });

  test('is refused in a stored study that names another reason', async () => {
    const { state } = await study({ space: { learningRate: { kind: 'choices', values: [1000] } } });
    const other = { ...state, trials: [{ ...state.trials[0]!, failed: 'bored' }] };
    await expect(study({ space: state.plan.space }, other)).rejects.toMatchObject({
      code: 'checkpoint/format',
    });
  });

  test('leaves no best where every one does', async () => {
    const { best, ended } = await study({ space: { learningRate: { kind: 'choices', values: [1e4, 1e5] } } });
    expect([best, ended]).toEqual([null, 'complete']);
  });

  test('is not given more passes by halving while another one is left', async () => {
    const halving = { kind: 'halving', trials: 3, resource: 'epochs', min: 1, max: 2, eta: 2 } as const;
    const { state, best } = await study({ search: halving });
    const rungs = (rung: number): StudyState['trials'] => state.trials.filter((trial) => trial.rung === rung);
    expect(rungs(0).filter(({ failed }) => failed)).toHaveLength(1);
    expect(rungs(1).map(({ failed }) => failed)).toEqual([undefined]);
    expect(best!.trial).toBe(rungs(1)[0]);
  });
});
