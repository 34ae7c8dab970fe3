import { expect } from 'vitest';
import type { PrivacyProgress } from '../../../domain/lab-privacy.ts';

/** Expects a bar that only grows, to no more than its end, and tells at some time what is left. */
export function grows(told: readonly PrivacyProgress[]): void {
  const fractions = told.map(({ fraction }) => fraction);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect(fractions.at(-1)).toBeLessThanOrEqual(1);
  expect(told.some(({ remainingMs }) => remainingMs > 0)).toBe(true);
}
