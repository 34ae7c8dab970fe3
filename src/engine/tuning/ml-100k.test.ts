import type { StudyPlan } from '../../domain/tuning.ts';
import { expect, test } from 'vitest';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import { createWasmHome } from '../../kernels/wasm-home.ts';
import { IALS } from '../models/ials.ts';
import { ml100kMissing, readMl100k } from '../testing/ml-100k.ts';
import type { StudyResult } from './run-study.ts';
import { runStudy } from './run-study.ts';

if (ml100kMissing) console.log(`Skipped: tuning on MovieLens 100K: ${ml100kMissing}.`);

const PLAN: StudyPlan = {
  model: 'ials',
  config: { dim: 64, epochs: 8, seed: 1 },
  space: {
    regularisation: { kind: 'choices', values: [0.003, 0.01, 0.03] },
    unobservedWeight: { kind: 'choices', values: [0.05, 0.1, 0.3] },
  },
  search: { kind: 'grid' },
  validation: { kind: 'folds', folds: 5 },
  metric: 'ndcgAt10',
  seed: 1,
};

test.skipIf(ml100kMissing !== null)(
  'iALS, a grid of 3 × 3 on five folds: the same with an interruption in the middle of a trial as without',
  { timeout: 600_000 },
  async () => {
    const log = readMl100k();
    const study = async (
      budgetFolds: number,
      resumeFrom: string | null,
    ): Promise<[StudyResult | null, string]> => {
      const home = await createWasmHome(nodeWasmOptions());
      const stop = new AbortController();
      let [stored, folds] = ['', 0];
      const began = performance.now();
      try {
        const result = await runStudy({
          kind: IALS,
          home,
          log,
          plan: PLAN,
          run: {
            now: () => performance.now(),
            yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
            signal: stop.signal,
            sliceMs: 50,
          },
          resumeFrom: resumeFrom && (JSON.parse(resumeFrom) as unknown),
          onState: (state) => {
            stored = JSON.stringify(state);
            folds += 1;
            if (folds === budgetFolds) stop.abort();
          },
        }).catch((error: unknown) => {
          if (!stop.signal.aborted) throw error;
          return null;
        });
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        console.log(`Tuning on MovieLens 100K: ${folds} folds in ${seconds} s on ${home.threads} threads.`);
        return [result, stored];
      } finally {
        home.dispose();
      }
    };

    const [whole] = await study(Infinity, null);
    const [none, half] = await study(22, null);
    expect(none).toBeNull();
    const [resumed] = await study(Infinity, half);
    expect(whole!.state.trials).toHaveLength(9);
    expect(resumed!.best).toEqual(whole!.best);
    expect(resumed!.state.trials).toEqual(whole!.state.trials);
    console.log(`Best: ${JSON.stringify(whole!.best!.trial)}`);
    // Well above what a config at the edge of the grid reaches, and popularity by far.
    expect(whole!.best!.trial.folds.every(({ score }) => score > 0.2)).toBe(true);
  },
);
