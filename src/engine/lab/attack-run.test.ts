import { describe, expect, test } from 'vitest';
import type { PrivacyProgress } from '../../domain/lab-privacy.ts';
import { createRng } from '../../domain/rng.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { logOf } from '../testing/logs.ts';
import type { LogRow } from '../testing/logs.ts';
import { labBench, SHOP } from './testing/lab-bench.ts';
import { grows } from './testing/privacy-progress.ts';

/** Users of six random items out of 200: what one of them has in common with a model is their own part in it. */
function sparseSource() {
  const rng = createRng(11);
  const rows: LogRow[] = [];
  for (let user = 0; user < 120; user++) {
    for (let i = 0; i < 6; i++) rows.push([user, rng.int(200), 'like', 1e12 + rows.length]);
  }
  return createFakeSource(logOf(120, 200, rows));
}

describe('an attack on a run', () => {
  test('finds who was in the log, and under ε = 1 finds nothing', async () => {
    const { lab, start } = labBench(sparseSource());
    const run = await start({ config: { dim: 16, epochs: 4, regularisation: 0.1 } });
    const told: PrivacyProgress[] = [];
    const request = { catalogue: SHOP, run: run.id, epsilon: 1, shadows: 8 };
    const report = await lab.privacy.attack(request, (progress) => told.push(progress));
    expect(report.members + report.others).toBe(120);
    expect(report.plain.auc).toBeGreaterThan(0.85);
    expect(report.plain.aucInterval.low).toBeGreaterThan(0.75);
    expect(report.plain.epsilonAtLeast).toBeGreaterThan(1);
    const { figures, claim } = report.private!;
    expect(figures.aucInterval.low).toBeLessThan(0.5);
    expect(figures.aucInterval.high).toBeGreaterThan(0.5);
    expect(figures.epsilonAtLeast).toBeLessThanOrEqual(1);
    expect(claim).toMatchObject({ unit: 'user', delta: 1e-5, noise: 'seeded' });
    expect(claim.epsilon).toBeLessThanOrEqual(1);
    grows(told);
    expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['preparing', 'plain', 'private']));
    // The same question has the same answer.
    expect(await lab.privacy.attack(request, () => {})).toEqual(report);
  });

  test('of the private model is on a private training without the others: next to no noise hides nobody', async () => {
    const { lab, start } = labBench(sparseSource());
    const run = await start();
    const request = { catalogue: SHOP, run: run.id, epsilon: 1e5, shadows: 0 };
    const report = await lab.privacy.attack(request, () => {});
    expect(report.private!.figures.auc).toBeGreaterThan(0.8);
  });

  test('goes for any model that folds somebody in, in the order of time, and says where none can be private', async () => {
    const { lab, start } = labBench(sparseSource());
    const run = await start({ model: 'item-knn', config: {} });
    const report = await lab.privacy.attack(
      { catalogue: SHOP, run: run.id, epsilon: 1, shadows: 0 },
      () => {},
    );
    expect(report.private).toBeNull();
    expect(report.plain.auc).toBeGreaterThan(0.9);
  });

  test('is refused for a model that asks nobody, and for three shadow models', async () => {
    const { lab, start } = labBench();
    const popular = await start({ model: 'popularity', config: {} });
    const request = { catalogue: SHOP, run: popular.id, epsilon: 1, shadows: 0 };
    await expect(lab.privacy.attack(request, () => {})).rejects.toMatchObject({ code: 'model/unsupported' });
    const ials = await start();
    await expect(
      lab.privacy.attack({ ...request, run: ials.id, shadows: 3 }, () => {}),
    ).rejects.toMatchObject({
      detail: { field: 'shadows' },
    });
  });

  test('ends when it is cancelled, and leaves the seat', async () => {
    const { lab, start } = labBench();
    const run = await start();
    const request = { catalogue: SHOP, run: run.id, epsilon: 1, shadows: 16 };
    const cancelled: Promise<void>[] = [];
    const attack = lab.privacy.attack(request, ({ number }) => {
      if (number === 3) cancelled.push(lab.cancel());
    });
    await expect(attack).rejects.toMatchObject({ code: 'training/cancelled' });
    await Promise.all(cancelled);
    await expect(start()).resolves.toMatchObject({ model: 'ials' });
  });
});
