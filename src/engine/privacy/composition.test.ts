import { expect, test } from 'vitest';
import { PRIVATE_MODELS } from '../../domain/lab-privacy.ts';
import type { PrivacyClaim } from '../../domain/privacy.ts';
import { IALS } from '../models/ials.ts';
import { pldEpsilon } from './accountant/pld.ts';
import { rdpEpsilon } from './accountant/rdp.ts';
import { composed } from './composition.ts';
import { countClaim } from './private-counts.ts';
import { claimOf, deltaFor, privateKind } from './private-kinds.ts';
import { privacyStatement } from './statement.ts';

const ials = privateKind('ials')!;
const table = (epsilon: number): PrivacyClaim =>
  claimOf(ials, { ...IALS.config({}) }, { epsilon, delta: 1e-6 }, 'cryptographic');
const counts = (epsilon: number): PrivacyClaim =>
  countClaim({ epsilon, mostItems: 5 }, { origin: 'cryptographic' });

test('nothing released: nothing to add up; one release: itself', () => {
  expect(composed([])).toBeNull();
  const one = table(1);
  expect(composed([one])!.epsilon).toBeCloseTo(one.epsilon, 3);
});

test('item tables are one release with the sum of their precision, below the sum of their ε', () => {
  const all = [table(1), table(4), table(1)];
  const together = composed(all)!;
  const steps = (claim: PrivacyClaim): number =>
    claim.mechanism.kind === 'gaussian' ? claim.mechanism.steps / claim.mechanism.noiseMultiplier ** 2 : 0;
  const z = 1 / Math.sqrt(all.reduce((sum, claim) => sum + steps(claim), 0));
  expect(together.by).toBe('pld');
  expect(together.delta).toBe(3e-6);
  expect(together.epsilon).toBeCloseTo(
    pldEpsilon({ samplingRate: 1, noiseMultiplier: z, steps: 1 }, 3e-6),
    9,
  );
  expect(together.epsilon).toBeLessThan(6);
  expect(together.epsilon).toBeGreaterThan(4);
});

test('counts add up in ε; many small ones do better by their divergences', () => {
  expect(composed([counts(1), counts(4)])).toMatchObject({ epsilon: 5, by: 'sum' });
  const mechanism = { kind: 'gaussian', samplingRate: 0.5, noiseMultiplier: 12, steps: 30 } as const;
  const sampled: PrivacyClaim = {
    unit: 'user',
    mechanism,
    epsilon: rdpEpsilon(mechanism, 1e-6),
    delta: 1e-6,
    accountant: 'rdp',
    noise: 'cryptographic',
  };
  const many = composed([...Array.from({ length: 30 }, () => counts(0.1)), sampled])!;
  expect(many.by).toBe('rdp');
  expect(many.epsilon).toBeLessThan(4);
  expect(many.epsilon).toBeGreaterThan(rdpEpsilon(mechanism, many.delta));
});

test('δ for a log: a power of ten, at most a tenth of one over its users', () => {
  expect([1, 100, 6040, 1e5, 162_541].map(deltaFor)).toEqual([1e-5, 1e-5, 1e-5, 1e-6, 1e-7]);
});

test('the models that the page offers are those that there are', () => {
  expect(PRIVATE_MODELS.map((name) => privateKind(name)?.name)).toEqual(PRIVATE_MODELS);
  expect(privateKind('ease')).toBeNull();
});

test('a statement names what is promised; seeded noise promises nothing', () => {
  const text = (claim: PrivacyClaim): string =>
    privacyStatement(claim)
      .map((row) => row.join(': '))
      .join('\n');
  const real = text(counts(1));
  expect(real).toMatch(/^Unit: one user, with all of their events$/m);
  expect(real).toMatch(
    /^Mechanism: two-sided geometric noise on every count, of each user at most 5 items$/m,
  );
  expect(real).toMatch(/^Noise: drawn from crypto\.getRandomValues/m);
  expect(real).toMatch(/^Epsilon: 1$/m);
  expect(text({ ...counts(1), noise: 'seeded' })).toMatch(/^Epsilon: infinite: nothing is promised$/m);
});
