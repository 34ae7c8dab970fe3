import { expect, test } from 'vitest';
import { createDemoInteractions } from '../datasets/demo-shop/events.ts';
import { DEFAULT_DEMO_SEED } from '../datasets/demo-shop/shape.ts';
import { createDemoShop } from './vault-demo.ts';

test('the demo shop’s summary tells exactly what its catalogue and its log hold', async () => {
  let turns = 0;
  const demo = createDemoShop(async () => void (turns += 1));
  const { summary, items } = demo;
  const log = await demo.interactions();
  const taken = turns;
  expect(taken).toBeGreaterThan(400);
  const year = createDemoInteractions(DEFAULT_DEMO_SEED);
  // Compared as bytes: a deep comparison of millions of numbers takes seconds.
  const differing = (['user', 'item', 'kind', 'value', 'at'] as const).filter((column) =>
    Buffer.compare(Buffer.from(log[column].buffer), Buffer.from(year[column].buffer)),
  );
  expect(differing).toEqual([]);
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
  expect(new Set(items.map(({ brand }) => brand))).toEqual(new Set(summary.brands));
  // What was given away may be detached: the next question gets columns of its own.
  structuredClone(log, { transfer: [log.user.buffer] });
  expect((await demo.interactions()).user).toHaveLength(summary.interactionCount);
  expect(turns).toBe(taken);
});

test('who asks for the demo shop’s popularity has it before the year is begun, and the year soon after', async () => {
  const held: (() => void)[] = [];
  const demo = createDemoShop(() => new Promise((resolve) => void held.push(resolve)));
  expect(demo.popularity()!.likers).toHaveLength(3260);
  // One turn for the answer; then the year goes on, turn by turn, though nobody has asked for it yet.
  let turns = 0;
  for (let resume = held.shift(); resume; resume = held.shift(), turns++) {
    resume();
    for (let task = 0; task < 4; task++) await Promise.resolve();
  }
  expect(turns).toBeGreaterThan(400);
  expect((await demo.interactions()).user).toHaveLength(420_000);
  expect(held).toEqual([]);
});

test('a year that could not be simulated is begun anew by the next question', async () => {
  let failing = true;
  const demo = createDemoShop(async () => {
    if (failing) throw new Error('No turn.');
  });
  await expect(demo.interactions()).rejects.toThrow('No turn.');
  failing = false;
  expect((await demo.interactions()).user).toHaveLength(420_000);
});

test('the demo shop’s personas are made when first asked for, and once', () => {
  const demo = createDemoShop(async () => undefined);
  const personas = demo.personas();
  expect(personas.map(({ id }) => id)).toContain('baker');
  expect(demo.personas()).toBe(personas);
});

test('the demo shop’s items are told in Chinese when asked, and are as they were otherwise', async () => {
  const demo = createDemoShop(async () => undefined);
  const { items } = demo;
  const asked = items.slice(0, 2);
  const told = await demo.inLanguage(asked, 'zh-Hans');
  expect(told.map(({ local, ...item }) => [item, local!['zh-Hans']!.department])).toEqual(
    asked.map((item) => [item, '厨房']),
  );
  expect(items.filter((item) => item.local)).toEqual([]);
});
