import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import type { Csr } from '../interactions/csr.ts';
import { ialsConfig } from '../models/ials-config.ts';
import { logOf } from '../testing/logs.ts';
import type { LogRow } from '../testing/logs.ts';
import { atOnce } from '../training/steps.ts';
import { calibrateNoise } from './accountant/accountants.ts';
import { dpIalsSteps } from './dp-ials.ts';
import type { MembershipAttack, MembershipReport } from './membership.ts';
import { attackMembership, logRatios, onlyRows, tableFitSteps } from './membership.ts';

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

function attackAt(
  epsilon: number,
  shadows: number,
  more: Partial<MembershipAttack> = {},
): Promise<MembershipReport> {
  const config = ialsConfig({ dim: 16, epochs: 3, regularisation: 0.1 });
  const noiseMultiplier = calibrateNoise({
    accountant: 'rdp',
    samplingRate: 1,
    steps: config.epochs,
    delta: 1e-5,
    epsilon,
  });
  const byUser = sparseLog();
  const fitsOf = async (inside: Uint8Array, users: readonly number[], run: number): Promise<Float64Array> => {
    const rng = createRng(run);
    const options = { config, noiseMultiplier, noise: rng.fork('noise'), start: rng.fork('start') };
    const table = atOnce(dpIalsSteps(onlyRows(byUser, inside), options));
    return atOnce(tableFitSteps(byUser, users, config, table));
  };
  return attackMembership({ byUser, fitsOf, shadows, delta: 1e-5, rng: createRng(1), ...more });
}

describe('the attack', () => {
  test('finds the members of a table without noise', async () => {
    const report = await attackAt(Infinity, 8);
    // A coin each.
    expect(report.members + report.others).toBe(80);
    expect(Math.abs(report.members - 40)).toBeLessThan(14);
    expect(report.threshold.auc).toBeGreaterThan(0.9);
    expect(report.likelihoodRatio!.auc).toBeGreaterThan(0.9);
    expect(report.likelihoodRatio!.aucInterval.low).toBeGreaterThan(0.5);
    // All of 20 guesses are right: at ε below 1.8 that happens less than once in twenty times.
    expect(report.likelihoodRatio!.epsilonAtLeast).toBeGreaterThan(1.7);
  });

  test('finds nothing at ε = 1, within three standard errors of a coin', async () => {
    const report = await attackAt(1, 8);
    for (const result of [report.threshold, report.likelihoodRatio!]) {
      expect(Math.abs(result.auc - 0.5)).toBeLessThan(3 * report.standardError);
      expect(result.epsilonAtLeast).toBeLessThanOrEqual(1);
    }
  });

  test('asks of no more users than it is told to, and of the same in every run', async () => {
    const asked: (readonly number[])[] = [];
    const report = await attackAt(Infinity, 4, {
      mostUsers: 10,
      fitsOf: async (_, users) => {
        asked.push(users);
        return new Float64Array(users.length);
      },
    });
    expect(report.members + report.others).toBe(10);
    expect(new Set(asked.map((users) => users.join())).size).toBe(1);
    expect(report.threshold).toMatchObject({ auc: 0.5, epsilonAtLeast: 0 });
    expect(report.threshold.advantage).toBeCloseTo(0, 12);
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
      fitsOf: () => Promise.reject(new Error('must not be asked')),
      shadows: 0,
      delta: 1e-5,
      rng: createRng(1),
    });
    await expect(attempt).rejects.toMatchObject({ code: 'training/no-data' });
  });
});
