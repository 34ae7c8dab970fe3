import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { ialsConfig } from '../models/ials-config.ts';
import { logOf } from '../testing/logs.ts';
import type { LogRow } from '../testing/logs.ts';
import { testRun } from '../testing/run.ts';
import { Pacer } from '../training/pacer.ts';
import { atOnce } from '../training/steps.ts';
import { calibrateNoise } from './accountant/accountants.ts';
import type { ItemTable } from './dp-ials.ts';
import { dpIalsSteps } from './dp-ials.ts';
import type { MembershipReport } from './membership.ts';
import { attackMembership, logRatios, resultOf } from './membership.ts';

test('AUC and advantage by hand, with a tie', () => {
  // Members 3, 2, 1; others 2, 0: of six pairs four and a half are right.
  const result = resultOf(Float64Array.of(3, 2, 1, 2, 0), [1, 1, 1, 0, 0]);
  expect(result.auc).toBeCloseTo((2 + 1.5 + 1) / 6, 12);
  // Above 2 a third and none; from 2 on two thirds and a half; from 1 on all and a half.
  expect(result.advantage).toBeCloseTo(0.5, 12);
  expect(resultOf(Float64Array.of(1, 1, 1, 1), [1, 0, 1, 0])).toEqual({ auc: 0.5, advantage: 0 });
});

test('likelihood ratios by hand: means in and out of each user, one variance', () => {
  const fits = [Float64Array.of(1, 5), Float64Array.of(3, 5), Float64Array.of(5, 5), Float64Array.of(7, 9)];
  const inside = [
    [0, 1],
    [0, 1],
    [1, 1],
    [1, 1],
  ];
  // User 0: out 2, in 6; user 1 was never out. Squares 2 + 2 + 12 = 16, freedom 1 + 1 + 3: variance 3.2.
  const [first, second] = logRatios(Float64Array.of(5, 5), fits, inside);
  expect(first).toBeCloseTo((9 - 1) / 6.4, 12);
  expect(second).toBe(0);
});

/** 80 users of six random items out of 300: what one of them has in common with the table is their own part in it. */
function sparseLog(): Csr {
  const rng = createRng(11);
  const rows: LogRow[] = [];
  for (let user = 0; user < 80; user++) {
    for (let i = 0; i < 6; i++) rows.push([user, rng.int(300), 'like']);
  }
  return buildCsr(logOf(80, 300, rows));
}

function attackAt(epsilon: number, shadows: number): Promise<MembershipReport> {
  const config = ialsConfig({ dim: 16, epochs: 3, regularisation: 0.1 });
  const noiseMultiplier = calibrateNoise({
    accountant: 'rdp',
    samplingRate: 1,
    steps: config.epochs,
    delta: 1e-5,
    epsilon,
  });
  const train = (members: Csr, run: number): Promise<ItemTable> => {
    const rng = createRng(run);
    const options = { config, noiseMultiplier, noise: rng.fork('noise'), start: rng.fork('start') };
    return Promise.resolve(atOnce(dpIalsSteps(members, options)));
  };
  const pacer = new Pacer(testRun());
  return attackMembership({ byUser: sparseLog(), config, train, shadows, rng: createRng(1), pacer });
}

describe('the attack', () => {
  test('finds the members of a table without noise', async () => {
    const report = await attackAt(Infinity, 8);
    expect(report).toMatchObject({ members: 40, others: 40 });
    expect(report.threshold.auc).toBeGreaterThan(0.9);
    expect(report.likelihoodRatio!.auc).toBeGreaterThan(0.9);
  });

  test('finds nothing at ε = 1, within three standard errors of a coin', async () => {
    const report = await attackAt(1, 8);
    for (const result of [report.threshold, report.likelihoodRatio!]) {
      expect(Math.abs(result.auc - 0.5)).toBeLessThan(3 * report.standardError);
    }
  });

  test('without shadow tables there is the threshold alone', async () => {
    expect((await attackAt(Infinity, 0)).likelihoodRatio).toBeNull();
  });

  test('a log of three users is refused', async () => {
    const log = logOf(
      3,
      2,
      [0, 1, 2].flatMap((user): LogRow[] => [
        [user, 0, 'like'],
        [user, 1, 'like'],
      ]),
    );
    const attempt = attackMembership({
      byUser: buildCsr(log),
      config: ialsConfig({ dim: 4 }),
      train: () => Promise.reject(new Error('must not be asked')),
      shadows: 0,
      rng: createRng(1),
      pacer: new Pacer(testRun()),
    });
    await expect(attempt).rejects.toMatchObject({ code: 'training/no-data' });
  });
});
