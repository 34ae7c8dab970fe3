import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { attackFigures } from './attack-figures.ts';
import { auditEpsilon } from './audit.ts';
import { randomisedResponse } from './local.ts';

test('AUC and advantage by hand, with a tie', () => {
  // Members 3, 2, 1; others 2, 0: of six pairs four and a half are right.
  const result = attackFigures(Float64Array.of(3, 2, 1, 2, 0), [1, 1, 1, 0, 0], 0);
  expect(result.auc).toBeCloseTo((2 + 1.5 + 1) / 6, 12);
  // Above 2 a third and none; from 2 on two thirds and a half; from 1 on all and a half.
  expect(result.advantage).toBeCloseTo(0.5, 12);
  expect(attackFigures(Float64Array.of(1, 1, 1, 1), [1, 0, 1, 0], 0)).toMatchObject({
    auc: 0.5,
    advantage: 0,
  });
});

describe('intervals', () => {
  /** Normal scores, the members' a shift higher: AUC Φ(shift/√2), advantage 2Φ(shift/2) − 1. */
  const trial = (seed: number, shift: number) => {
    const rng = createRng(seed);
    const isMember = Array.from({ length: 400 }, () => (rng.next() < 0.5 ? 1 : 0));
    return attackFigures(
      Float64Array.from(isMember, (one) => rng.normal() + shift * one),
      isMember,
      0,
    );
  };
  test.each([
    [0, 0.5, 0],
    [1, 0.7602, 0.3829],
  ])('hold the truth 95 times of 100: scores %f apart', (shift, auc, advantage) => {
    let [right, held] = [0, 0];
    for (let seed = 0; seed < 300; seed++) {
      const { aucInterval, advantageInterval } = trial(seed, shift);
      if (aucInterval.low <= auc && auc <= aucInterval.high) right += 1;
      if (advantageInterval.low <= advantage && advantage <= advantageInterval.high) held += 1;
    }
    // 285 of 300, to three standard deviations; the band of the advantage is wide.
    expect(right).toBeGreaterThan(273);
    expect(right).toBeLessThan(297);
    expect(held).toBeGreaterThan(285);
  });

  test('of a perfect attack has a width all the same', () => {
    const { auc, aucInterval } = attackFigures(Float64Array.of(4, 3, 2, 1), [1, 1, 0, 0], 0);
    expect(auc).toBe(1);
    expect(aucInterval.low).toBeLessThan(0.5);
  });
});

describe('the audit', () => {
  const order = Array.from({ length: 400 }, (_, i) => i);

  test('by hand: 40 of 40 right rule out what is right so seldom; 20 of 40 rule out nothing', () => {
    const all = order.map((i) => (i < 200 ? 1 : 0));
    // p^40 = 0.05: p = 0.92785, ε = ln(p / (1 − p)).
    expect(auditEpsilon(order, all, 0)).toBeCloseTo(Math.log(0.927851 / (1 - 0.927851)), 3);
    expect(
      auditEpsilon(
        order,
        order.map((i) => i % 2),
        0,
      ),
    ).toBe(0);
    // A mechanism that may fail with δ can let more guesses be right.
    expect(auditEpsilon(order, all, 1e-3)).toBeLessThan(auditEpsilon(order, all, 0) - 0.1);
  });

  test('of randomised response at ε = 1 it is above 1 at most once in twenty times, and comes near it', () => {
    let [above, highest] = [0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const rng = createRng(seed);
      const isMember = order.map(() => (rng.next() < 0.5 ? 1 : 0));
      const said = isMember.map((one) => randomisedResponse(one, 2, 1, rng));
      const guessed = order.toSorted((a, b) => said[b]! - said[a]!);
      const found = auditEpsilon(guessed, isMember, 0);
      if (found > 1) above += 1;
      highest = Math.max(highest, found);
    }
    expect(above).toBeLessThan(10 + 3 * Math.sqrt(9.5));
    expect(highest).toBeGreaterThan(0.7);
  });
});
