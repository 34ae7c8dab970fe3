import { describe, expect, test } from 'vitest';
import type { LabStudy, StudyNews } from '../../domain/lab.ts';
import type { StudyPlan } from '../../domain/tuning.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import type { FakeSource } from '../testing/fake-source.ts';
import { tasteLog } from '../testing/logs.ts';
import type { LabBench } from './testing/lab-bench.ts';
import { labBench, SHOP } from './testing/lab-bench.ts';

const PLAN: StudyPlan = {
  model: 'ials',
  config: { epochs: 2, seed: 1 },
  space: {
    dim: { kind: 'choices', values: [4, 8] },
    regularisation: { kind: 'choices', values: [0.003, 0.1] },
  },
  search: { kind: 'grid' },
  validation: { kind: 'folds', folds: 2 },
  metric: 'ndcgAt10',
  seed: 3,
};
const newSource = (): FakeSource => createFakeSource(tasteLog(4));

const begin = (
  { lab }: LabBench,
  plan: Partial<StudyPlan> = {},
  onNews: (news: StudyNews) => void = () => {},
  budgetMs: number | null = null,
): Promise<LabStudy> => lab.study({ catalogue: SHOP, plan: { ...PLAN, ...plan }, budgetMs }, 1000, onNews);

const turn = (): Promise<void> => new Promise((go) => void setImmediate(go));
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await turn();
}

describe('a study', () => {
  test('tries every combination on every fold, stores what it found, and tells how far it is', async () => {
    const bench = labBench();
    const news: StudyNews[] = [];
    const study = await begin(bench, {}, (one) => news.push(one));
    expect(study).toMatchObject({ at: 1000, ended: 'complete', trialCount: 4 });
    expect(study.trials.map(({ folds }) => folds.length)).toEqual([2, 2, 2, 2]);
    const scores = study.trials.map(({ folds }) => (folds[0]!.score + folds[1]!.score) / 2);
    expect(study.best!.score).toBe(Math.max(...scores));
    expect(study.best!.config).toMatchObject({ ...study.best!.trial.settings, epochs: 2, seed: 1 });
    expect(await bench.lab.studies(SHOP)).toEqual([study]);
    expect(news.at(-1)!.progress).toMatchObject({ trials: 4, folds: 2 });
    const fractions = news.map(({ progress }) => progress.fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(news.some(({ progress }) => progress.remainingMs > 0)).toBe(true);
    // Each fold is told of, with all that was found until then.
    const grown = new Set(news.map(({ study: { trials } }) => trials.flatMap(({ folds }) => folds).length));
    expect([...grown]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(bench.home.alive).toBe(0);
  });

  test('searches the settings of a part of a model by their dotted names', async () => {
    const study = await begin(labBench(), {
      model: 'blend',
      config: { 'first.window': 3 },
      space: { 'second.l2': { kind: 'choices', values: [10, 90] } },
    });
    const { trials, best } = study;
    expect(trials.map(({ settings }) => settings)).toEqual([{ 'second.l2': 10 }, { 'second.l2': 90 }]);
    const l2 = best!.trial.settings['second.l2'];
    expect(best!.config).toMatchObject({ first: { window: 3 }, second: { l2 } });
  });

  test.each([1, 3, 6])('interrupted after fold %d goes on in another visit to the same best', async (cut) => {
    const whole = await begin(labBench());
    const source = newSource();
    const first = labBench(source);
    const cancelled = begin(first, {}, ({ study }) => {
      if (study.trials.flatMap(({ folds }) => folds).length === cut) void first.lab.cancel();
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'training/cancelled' });
    expect(first.home.alive).toBe(0);

    const next = labBench(source);
    const [stored] = await next.lab.studies(SHOP);
    expect(stored).toMatchObject({ ended: null });
    expect(stored!.trials.flatMap(({ folds }) => folds)).toHaveLength(cut);
    const resumed = await next.lab.resumeStudy(SHOP, stored!.id, () => {});
    expect(resumed.trials).toEqual(whole.trials);
    expect(resumed.best).toEqual(whole.best);
    expect(await next.lab.studies(SHOP)).toEqual([resumed]);
    // What has ended is answered as it is.
    expect(await next.lab.resumeStudy(SHOP, stored!.id, () => {})).toEqual(resumed);
  });

  /** A study that is held at its first word, over real turns. */
  async function paused() {
    const bench = labBench(newSource(), turn);
    let [told, hold] = [0, (): void => {}];
    const held = new Promise<void>((resolve) => (hold = resolve));
    const study = begin(bench, {}, () => {
      told += 1;
      if (told > 1) return;
      bench.lab.pauseStudy(true);
      hold();
    });
    await held;
    await turns(50);
    return { bench, study, told: () => told };
  }

  test('waits while it is paused, and lets fold-ins through', async () => {
    const { bench, study, told } = await paused();
    const before = told();
    await turns(50);
    expect(told()).toBe(before);
    const ask = { catalogue: SHOP, historyVersion: 1, k: 5, adventurousness: 0 };
    expect((await bench.session.feed(ask)).items).toHaveLength(5);
    bench.lab.pauseStudy(false);
    expect((await study).ended).toBe('complete');
    expect(told()).toBeGreaterThan(before);
  });

  test('can be cancelled while it is paused', async () => {
    const { bench, study } = await paused();
    const cancelled = study.catch((error: unknown) => error);
    await bench.lab.cancel();
    expect(await cancelled).toMatchObject({ code: 'training/cancelled' });
    expect(bench.home.alive).toBe(0);
    await bench.start();
  });

  test('that is over its budget ends with the best so far', async () => {
    const study = await begin(labBench(), {}, () => {}, 3000);
    expect(study.ended).toBe('budget');
    expect(study.trials.length).toBeLessThan(4);
  });

  test('that asks for what the model has not is refused, and nothing of it is left', async () => {
    const bench = labBench();
    const width = { width: { kind: 'choices', values: [1] } } as const;
    await expect(begin(bench, { space: width })).rejects.toMatchObject({ code: 'argument/range' });
    await expect(begin(bench, { model: 'oracle' })).rejects.toMatchObject({ code: 'model/unsupported' });
    expect(await bench.lab.studies(SHOP)).toEqual([]);
  });

  test('that is removed while it is at work is cancelled and does not come back', async () => {
    const bench = labBench();
    const removed: Promise<void>[] = [];
    const study = begin(bench, {}, (news) => {
      if (news.study.trials.length > 0) removed.push(bench.lab.removeStudy(SHOP, news.study.id));
    });
    await expect(study).rejects.toMatchObject({ code: 'training/cancelled' });
    expect(removed.length).toBeGreaterThan(0);
    await Promise.all(removed);
    expect(await bench.lab.studies(SHOP)).toEqual([]);
  });

  test('is not gone on with on another log', async () => {
    const source = newSource();
    const first = labBench(source);
    const cancelled = begin(first, {}, ({ study }) => {
      if (study.trials.length > 0) void first.lab.cancel();
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'training/cancelled' });
    source.interactions = () => Promise.resolve(tasteLog(5));
    const [stored] = await first.lab.studies(SHOP);
    const resumed = labBench(source).lab.resumeStudy(SHOP, stored!.id, () => {});
    await expect(resumed).rejects.toMatchObject({ code: 'checkpoint/mismatch' });
    expect(await first.lab.studies(SHOP)).toEqual([stored]);
  });
});
