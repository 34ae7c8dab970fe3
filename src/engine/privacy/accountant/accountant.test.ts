import { describe, expect, test } from 'vitest';
import { calibrateNoise, epsilonBy } from './accountants.ts';
import { gdpEpsilon } from './gdp.ts';
import type { SampledGaussian } from './mechanism.ts';
import { pldDelta, pldEpsilon } from './pld.ts';
import { RDP_ORDERS, epsilonOfRdp, rdpEpsilon, rdpOf } from './rdp.ts';

const mechanism = (samplingRate: number, noiseMultiplier: number, steps: number): SampledGaussian => ({
  samplingRate,
  noiseMultiplier,
  steps,
});

/** TF-Privacy, compute_dp_sgd_privacy_test.py: integer orders, and 1.25. */
test.each([
  [150 / 60_000, 1.3, 6000, 1e-5, 0.7242234026109595, 19],
  [100 / 100_000, 1, 30_000, 1e-7, 1.4154988495444842, 13],
  [1024 / 1e8, 0.1, 976_563, 1e-7, 5907982.3113984, 1.25],
])('TF-Privacy: q %f, z %f, %i steps', (q, z, steps, delta, epsilon, order) => {
  const found = epsilonOfRdp(rdpOf(mechanism(q, z, steps)), delta);
  expect(Math.abs(found.epsilon / epsilon - 1)).toBeLessThan(1e-9);
  expect(found.order).toBe(order);
});

/** TF-Privacy, Opacus and Google's dp_accounting; NaN: no such figure is published. */
const PUBLISHED: readonly (readonly [string, number, number, number, number, number, number])[] = [
  ['TF-Privacy Test0', 0.0025, 1.3, 6000, 1e-5, 0.72422, 0.6401],
  ['TF-Privacy Test1', 0.001, 1, 30_000, 1e-7, 1.4155, 1.0982],
  ['Opacus', 0.04, 1.5, 2250, 1e-5, 7.32911117143, Number.NaN],
  ['dp_accounting on the same', 0.04, 1.5, 2250, 1e-5, 7.329335, 6.76879],
  ['TF-Privacy example', 0.01, 0.7, 120, 1e-5, 3.2392676, 2.4612381],
  ['… with micro-batching', 0.01, 0.35, 120, 1e-5, 22.6248601, 18.6977407],
  ['… without sampling', 1, 0.7, 2, 1e-5, 10.8602036, 10.1224946],
  ['privacy statement, Poisson', 0.0064, 1, 782, 1e-6, 1.616, 1.199],
  ['privacy statement, each once', 1, 1, 5, 1e-6, 13.376, 12.595],
  ['TF-Privacy tutorial', 256 / 60_000, 1.1, 14_063, 1e-5, 2.5967, 2.3818],
  ['ML-1M by user', 256 / 6040, 1, 472, 1e-5, 6.7433, 6.0828],
  ['ML-1M by user, more noise', 256 / 6040, 2, 472, 1e-5, 2.2377, 2.0425],
  ['full batch', 1, 10, 100, 1e-5, 4.7285, 4.3772],
];

test.each(PUBLISHED)('%s: q %f, z %f, %i steps, δ %f', (_, q, z, steps, delta, rdp, pld) => {
  expect(Math.abs(rdpEpsilon(mechanism(q, z, steps), delta) - rdp)).toBeLessThan(1e-3);
  if (Number.isNaN(pld)) return;
  expect(Math.abs(pldEpsilon(mechanism(q, z, steps), delta) - pld)).toBeLessThan(1e-3);
});

test("Opacus's PRV figure is its estimate plus the error of 0.01 that it allows itself", () => {
  expect(Math.abs(pldEpsilon(mechanism(0.04, 1.5, 2249), 1e-5) + 0.01 - 6.777395712150674)).toBeLessThan(
    1e-3,
  );
});

test('GDP, which is no bound: Opacus on the same, and the noise that it finds for ε = 8', () => {
  expect(gdpEpsilon(mechanism(0.04, 1.5, 2250), 1e-5)).toBeCloseTo(6.6, 2);
  expect(Math.abs(gdpEpsilon(mechanism(0.04, 1.3232, 2250), 1e-5) - 8)).toBeLessThan(0.01);
  // Without sampling it is exact; with it, below what the distribution says.
  expect(gdpEpsilon(mechanism(1, 3, 9), 1e-5)).toBeCloseTo(pldEpsilon(mechanism(1, 3, 9), 1e-5), 3);
  expect(gdpEpsilon(mechanism(0.04, 1.5, 2250), 1e-5)).toBeLessThan(6.76);
  expect(gdpEpsilon(mechanism(0.04, 0, 1), 1e-5)).toBe(Infinity);
});

test.each([
  ['tutorial after 60 epochs', 256 / 60_000, 1.1, 14_063, 3.01],
  ['… after 1', 256 / 60_000, 1.1, 235, 1.03],
  ['… after 2', 256 / 60_000, 1.1, 469, 1.11],
  ['Opacus MNIST', 240 / 60_000, 1.3, 3750, 1.16],
  ['Opacus MNIST', 240 / 60_000, 1.1, 15_000, 2.91],
  ['Opacus MNIST', 240 / 60_000, 0.7, 11_250, 6.86],
])('%s: published by the old conversion, R − ln δ / (α − 1): q %f, z %f', (_, q, z, steps, published) => {
  const divergences = rdpOf(mechanism(q, z, steps));
  const old = Math.min(...RDP_ORDERS.map((a, i) => divergences[i]! - Math.log(1e-5) / (a - 1)));
  expect(old).toBeCloseTo(published, 2);
  expect(rdpEpsilon(mechanism(q, z, steps), 1e-5)).toBeLessThan(old);
});

describe('unit values of dp_accounting', () => {
  test('δ of a Gaussian with z = √3, three times, and of a sampled one, at ε = 1', () => {
    expect(pldDelta(mechanism(1, Math.sqrt(3), 3), 1)).toBeCloseTo(0.126936, 5);
    expect(pldDelta(mechanism(0.2, 0.5, 3), 1)).toBeCloseTo(0.15594, 4);
  });

  test('divergences of q 0.01, z 2.5, 50 steps', () => {
    const orders = [1.5, 2.5, 5, 50, 100];
    const expected = [6.70579741e-4, 1.0854871e-3, 2.18075656e-3, 2.38460375e-2, 167.416308];
    rdpOf(mechanism(0.01, 2.5, 50), orders).forEach((value, i) => {
      expect(Math.abs(value / expected[i]! - 1)).toBeLessThan(1e-7);
    });
  });

  test('pure DP of ε = 1.1 at δ = 1e-5', () => {
    const orders = Array.from({ length: 31 }, (_, i) => i + 2);
    const { epsilon, order } = epsilonOfRdp(
      orders.map(() => 1.1),
      1e-5,
      orders,
    );
    expect(epsilon).toBeCloseTo(1.32783806176, 9);
    expect(order).toBe(32);
  });

  test('users of three and of two examples: by group privacy, and by a mixture of Gaussians', () => {
    const of = (groupSize: number): SampledGaussian => ({ ...mechanism(0.0064, 1, 782), groupSize });
    expect(rdpEpsilon(of(3), 1e-6)).toBeCloseTo(6.425, 3);
    expect(pldEpsilon(of(2), 1e-6)).toBeCloseTo(2.532, 3);
    expect(rdpEpsilon(of(1), 1e-6)).toBe(rdpEpsilon(mechanism(0.0064, 1, 782), 1e-6));
    // Where each is in once an epoch, all of a user's examples are in together: a norm of 3, or of 2.
    const once = (groupSize: number): SampledGaussian => ({ ...mechanism(1, 1, 5), groupSize });
    expect(rdpEpsilon(once(3), 1e-6)).toBeCloseTo(56.224, 3);
    expect(pldEpsilon(once(2), 1e-6)).toBeCloseTo(30.579, 3);
    expect(() => rdpEpsilon(of(Infinity), 1e-6)).toThrow(/groupSize cannot be Infinity/);
  });
});

test('one Gaussian step without sampling: the analytic δ (Balle and Wang 2018), to 1e-4 of itself', () => {
  // Φ(1/2z − εz) − e^ε Φ(−1/2z − εz) at z = 1, ε = 2: Φ(−1.5) − e² Φ(−2.5).
  const exact = 0.0668072012688581 - Math.exp(2) * 0.00620966532577614;
  expect(pldDelta(mechanism(1, 1, 1), 2) / exact).toBeCloseTo(1, 4);
  expect(pldEpsilon(mechanism(1, 1, 1), exact)).toBeCloseTo(2, 4);
});

test('steps of one Gaussian add up: n steps at z are one at z / √n, down to δ = 1e-30', () => {
  for (const delta of [0.1, 1e-5, 1e-30]) {
    expect(pldEpsilon(mechanism(1, 3, 9), delta)).toBeCloseTo(pldEpsilon(mechanism(1, 1, 1), delta), 3);
  }
});

describe('edges', () => {
  test.each(['rdp', 'pld'] as const)('%s: nobody is touched, no noise, next to none, very much', (name) => {
    const at = (q: number, z: number, steps: number): number => epsilonBy(name, mechanism(q, z, steps), 1e-5);
    expect(at(0, 1, 1000)).toBe(0);
    expect(at(0, 0, 1000)).toBe(0);
    expect(at(0.1, 1, 0)).toBe(0);
    expect(at(0.1, 0, 1)).toBe(Infinity);
    expect(at(1, 1e9, 1)).toBe(0);
    // One look at the data with noise 1e-3: the loss is at least 1 / 2z², less ln q.
    expect(at(0.5, 1e-3, 1)).toBeGreaterThan(4e5);
    expect(at(0.5, 1e-3, 1)).toBeLessThan(1e6);
  });

  test('the distribution never promises less than the divergences do, nor a negative ε', () => {
    for (const [q, z, steps, delta] of [
      [1e-3, 0.8, 1e12, 1e-5],
      [1e-3, 1e-4, 100, 0.01],
      [0.01, 0.01, 3, 1e-3],
      [0.9, 5, 10, 0.5],
      [0.01, 4, 3, 1e-12],
    ] as const) {
      const [rdp, pld] = [
        rdpEpsilon(mechanism(q, z, steps), delta),
        pldEpsilon(mechanism(q, z, steps), delta),
      ];
      expect(pld).toBeLessThanOrEqual(rdp);
      expect(pld).toBeGreaterThanOrEqual(0);
    }
  });

  test.each([
    ['samplingRate', mechanism(1.1, 1, 1), 1e-5],
    ['samplingRate', mechanism(Number.NaN, 1, 1), 1e-5],
    ['noiseMultiplier', mechanism(0.1, -1, 1), 1e-5],
    ['steps', mechanism(0.1, 1, 1.5), 1e-5],
    ['steps', mechanism(0.1, 1, 1e13), 1e-5],
    ['groupSize', { ...mechanism(0.1, 1, 1), groupSize: 0 }, 1e-5],
    ['delta', mechanism(0.1, 1, 1), 0],
    ['delta', mechanism(0.1, 1, 1), 1],
  ] as const)('%s out of range is refused by name', (field, wrong, delta) => {
    for (const name of ['rdp', 'pld'] as const) {
      expect(() => epsilonBy(name, wrong, delta)).toThrow(
        expect.objectContaining({
          code: 'argument/range',
          detail: expect.objectContaining({ field }) as unknown,
        }),
      );
    }
  });
});

describe('calibration', () => {
  test.each([
    ['rdp', 2250, 1.416],
    ['rdp', 2000, 1.3562],
    ['pld', 2250, 1.34765625],
    ['pld', 2000, 1.2915],
  ] as const)('%s, q 0.04, %i steps, ε 8: %f in Opacus, to its own tolerance', (accountant, steps, noise) => {
    const found = calibrateNoise({ accountant, samplingRate: 0.04, steps, delta: 1e-5, epsilon: 8 });
    expect(Math.abs(found - noise)).toBeLessThan(2e-3);
  });

  test.each([0.1, 1, 50])(
    'the least noise for ε = %f: not above it, and with 1e-4 less noise above it',
    (epsilon) => {
      const options = { samplingRate: 0.02, steps: 500, delta: 1e-6 };
      const found = calibrateNoise({ accountant: 'rdp', epsilon, ...options });
      const at = (z: number): number =>
        rdpEpsilon(mechanism(options.samplingRate, z, options.steps), options.delta);
      expect(at(found)).toBeLessThanOrEqual(epsilon);
      expect(at(found * (1 - 1e-4))).toBeGreaterThan(epsilon);
    },
  );

  test('no noise where nothing is asked of it; ε below or at 0 is refused', () => {
    const options = { accountant: 'rdp', samplingRate: 0.02, steps: 500, delta: 1e-6 } as const;
    expect(calibrateNoise({ ...options, epsilon: Infinity })).toBe(0);
    expect(calibrateNoise({ ...options, samplingRate: 0, epsilon: 1 })).toBe(0);
    // In with a chance of 0.1 and δ = 0.5: whether somebody is in is within δ, with next to no noise.
    const rare = { accountant: 'pld', samplingRate: 0.1, steps: 1, delta: 0.5, epsilon: 1 } as const;
    expect(calibrateNoise(rare)).toBeLessThan(0.01);
    expect(() => calibrateNoise({ ...options, epsilon: 0 })).toThrow(
      /epsilon cannot be 0: it must be above 0/,
    );
  });
});
