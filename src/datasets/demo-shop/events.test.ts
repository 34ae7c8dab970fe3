import { expect, test } from 'vitest';
import { KIND_CODE } from '../../domain/events.ts';
import type { EventKind } from '../../domain/events.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import { createDemoCatalogue } from './catalogue.ts';
import { createDemoInteractions } from './events.ts';
import { DAY_MS, DEFAULT_DEMO_SEED, DEMO_END, DEMO_START } from './shape.ts';
import { demoSummary } from './summary.ts';
import { demoTruth } from './truth.ts';

const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
const log = createDemoInteractions(DEFAULT_DEMO_SEED, catalogue);
const rows = log.user.length;
const itemCount = catalogue.items.length;
const bought = new Float64Array(itemCount);
const seen = new Float64Array(itemCount);
for (let row = 0; row < rows; row++) {
  seen[log.item[row]!]!++;
  if (log.kind[row] === KIND_CODE.purchase) bought[log.item[row]!]!++;
}

test('6,400 shoppers leave 420,000 events, each at least 12, and the summary says so', () => {
  const counts = new Int32Array(log.userCount);
  for (const user of log.user) counts[user]!++;
  expect([log.userCount, log.itemCount, rows]).toEqual([6400, 3260, 420_000]);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(12);
  expect(Math.max(...counts)).toBeLessThanOrEqual(400);
  expect(demoSummary()).toMatchObject({
    id: 'demo',
    simulated: true,
    userCount: log.userCount,
    itemCount: log.itemCount,
    interactionCount: rows,
    departments: catalogue.departments,
  });
});

test('views are most, then baskets, likes and purchases; nothing else occurs', () => {
  const share = (kind: EventKind): number =>
    log.kind.filter((code) => code === KIND_CODE[kind]).length / rows;
  expect(share('view')).toBeGreaterThan(0.6);
  expect(share('cart')).toBeGreaterThan(share('like'));
  expect(share('like')).toBeGreaterThan(share('purchase'));
  expect(share('purchase')).toBeGreaterThan(0.05);
  expect(share('dismiss') + share('rating')).toBe(0);
});

test('the same seed gives the same log to the byte, with or without its catalogue; another seed another', () => {
  const bytes = ({ user, item, kind, value, at }: InteractionColumns): Buffer =>
    Buffer.concat([user, item, kind, value, at].map((column) => Buffer.from(column.buffer)));
  expect(bytes(createDemoInteractions(DEFAULT_DEMO_SEED)).equals(bytes(log))).toBe(true);
  expect(bytes(createDemoInteractions(DEFAULT_DEMO_SEED + 1)).equals(bytes(log))).toBe(false);
});

test('the default shop keeps its bytes: a change here renames what people have stored', () => {
  const fingerprint = (bytes: Uint8Array): string => {
    let hash = 0x811c9dc5;
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
    return (hash >>> 0).toString(16);
  };
  const names = catalogue.items.map((item) => `${item.id} ${item.title} ${item.price}`).join();
  expect(fingerprint(new TextEncoder().encode(names))).toBe('952867af');
  expect(fingerprint(new Uint8Array(log.item.buffer))).toBe('43b9b161');
  expect(fingerprint(new Uint8Array(log.at.buffer))).toBe('df96bed6');
});

test('times run from the first to the last second of the year, forwards for each shopper', () => {
  const times = log.at.toSorted();
  expect([times[0], times.at(-1)]).toEqual([DEMO_START, DEMO_END]);
  let backwards = 0;
  for (let row = 1; row < rows; row++) {
    const same = log.user[row] === log.user[row - 1];
    if (same ? log.at[row]! < log.at[row - 1]! : log.user[row] !== log.user[row - 1]! + 1) backwards++;
  }
  expect(backwards).toBe(0);
});

test('events come in visits: after most of them the next is within four minutes, else mostly days later', () => {
  let soon = 0;
  let later = 0;
  for (let row = 1; row < rows; row++) {
    if (log.user[row] !== log.user[row - 1]) continue;
    const pause = log.at[row]! - log.at[row - 1]!;
    if (pause < 240_000) soon++;
    else if (pause > DAY_MS / 2) later++;
  }
  expect(soon / rows).toBeGreaterThan(0.7);
  expect((soon + later) / (rows - log.userCount)).toBeGreaterThan(0.95);
});

/** Share of a department in the events of a month, against its share in the year. */
function seasonOf(department: string, month: number): number {
  const row = catalogue.departments.indexOf(department);
  let all = 0;
  let inMonth = 0;
  let both = 0;
  for (let i = 0; i < rows; i++) {
    const ofDepartment = catalogue.facts.department[log.item[i]!] === row;
    const then = new Date(log.at[i]!).getUTCMonth() === month;
    if (ofDepartment) all++;
    if (then) inMonth++;
    if (ofDepartment && then) both++;
  }
  return (both * rows) / (all * inMonth);
}

test('the garden wakes in April and sleeps in December; tents go in June, toys before midwinter', () => {
  expect(seasonOf('Garden', 3)).toBeGreaterThan(1.35);
  expect(seasonOf('Garden', 11)).toBeLessThan(0.85);
  expect(seasonOf('Outdoors', 5)).toBeGreaterThan(1.3);
  expect(seasonOf('Outdoors', 1)).toBeLessThan(0.9);
  expect(seasonOf('Play', 11)).toBeGreaterThan(1.25);
});

test('everything sells, the most loved fifth most of all, and the tail is long', () => {
  expect(Math.min(...bought)).toBeGreaterThanOrEqual(1);
  const topFifth = (counts: Float64Array): number => {
    const sorted = counts.toSorted().reverse();
    const total = sorted.reduce((a, b) => a + b);
    return sorted.subarray(0, itemCount / 5).reduce((a, b) => a + b) / total;
  };
  expect(topFifth(seen)).toBeGreaterThan(0.45);
  expect(topFifth(seen)).toBeLessThan(0.7);
  expect(topFifth(bought)).toBeGreaterThan(0.5);
  expect(topFifth(bought)).toBeLessThan(0.8);
});

test('what is used up is bought again, what lasts hardly ever', () => {
  const times = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    if (log.kind[row] !== KIND_CODE.purchase) continue;
    const key = log.user[row]! * itemCount + log.item[row]!;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const repeated = { consumed: [0, 0], durable: [0, 0] };
  for (const [key, count] of times) {
    const shelf = catalogue.traits.shelves[catalogue.traits.shelf[key % itemCount]!]!;
    const tally = shelf.type.lasts === undefined ? repeated.durable : repeated.consumed;
    tally[0]!++;
    if (count > 1) tally[1]!++;
  }
  expect(repeated.consumed[1]! / repeated.consumed[0]!).toBeGreaterThan(0.3);
  expect(repeated.durable[1]! / repeated.durable[0]!).toBeLessThan(0.12);
});

test('a purchase is one piece, or up to three of what is used up; every other event has value 1', () => {
  const values = { once: new Set<number>(), refill: new Set<number>() };
  for (let row = 0; row < rows; row++) {
    const { lasts } = catalogue.traits.shelves[catalogue.traits.shelf[log.item[row]!]!]!.type;
    const several = log.kind[row] === KIND_CODE.purchase && lasts !== undefined;
    (several ? values.refill : values.once).add(log.value[row]!);
  }
  expect(values).toEqual({ once: new Set([1]), refill: new Set([1, 2, 3]) });
});

test('the thriftiest quarter buys cheaper pieces than the most careless', () => {
  const { thrift } = demoTruth(DEFAULT_DEMO_SEED, catalogue).shoppers;
  const order = [...thrift.keys()].sort((a, b) => thrift[a]! - thrift[b]!);
  const paid = (users: Set<number>): number => {
    let sum = 0;
    let count = 0;
    for (let row = 0; row < rows; row++) {
      if (log.kind[row] !== KIND_CODE.purchase || !users.has(log.user[row]!)) continue;
      sum += catalogue.traits.relativePrice[log.item[row]!]!;
      count++;
    }
    return sum / count;
  };
  const quarter = log.userCount / 4;
  expect(paid(new Set(order.slice(0, quarter)))).toBeGreaterThan(paid(new Set(order.slice(-quarter))) + 0.4);
});
