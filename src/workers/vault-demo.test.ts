import { expect, test } from 'vitest';
import { createDemoShop } from './vault-demo.ts';

test('the demo shop’s summary tells exactly what its catalogue and its log hold', () => {
  const demo = createDemoShop();
  const { summary, items } = demo;
  const log = demo.interactions();
  expect(summary).toMatchObject({ id: 'demo', origin: 'demo', simulated: true });
  expect([summary.userCount, summary.itemCount, summary.interactionCount]).toEqual([
    log.userCount,
    log.itemCount,
    log.user.length,
  ]);
  expect(summary.itemCount).toBe(items.length);
  const times = log.at.toSorted();
  expect(summary.dateRange).toEqual([times[0], times.at(-1)]);
  expect(new Set(items.map(({ department }) => department))).toEqual(new Set(summary.departments));
});
