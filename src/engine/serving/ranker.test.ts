import { expect, test } from 'vitest';
import { catalogueId, itemIndex } from '../../domain/ids.ts';
import { factsOf, historyOf } from '../testing/facts.ts';
import { knownServing } from '../testing/known-serving.ts';
import { Leased } from './leased.ts';
import { rankerOf } from './held-catalogue.ts';
import type { HeldCatalogue } from './held-catalogue.ts';
import { Ranker } from './ranker.ts';
import { visitorOf } from './visitor.ts';

const REQUEST = { catalogue: catalogueId('shop'), historyVersion: 1, k: 100, adventurousness: 0 };

test('in a mood for a department shows items that the kernel’s list does not reach', async () => {
  // Item i scores c (1 − i / 300) after a like of item 0. The last ten are a department.
  const serving = knownServing({ embeddings: Array.from({ length: 300 }, (_, i) => [1 - i / 300, 0, 0, 0]) });
  const facts = factsOf(Array.from({ length: 300 }, (_, i) => (i < 290 ? 0 : 1)));
  const visitor = visitorOf(historyOf([[0, 'like']]), facts);
  const mood = { items: [], departments: [1] };
  const plain = await new Ranker(serving, facts, visitor).feed(REQUEST);
  expect(plain.items.map(({ item }) => item)).toEqual(Array.from({ length: 100 }, (_, place) => place + 1));
  const ranker = new Ranker(serving, facts, visitor, mood);
  const { items } = await ranker.feed({ ...REQUEST, mood });
  // Three deviations of 256 steps of c / 300 are 3 √((256² − 1) / 12) = 221.7 steps: 290 comes between 68 and 69.
  expect(items.slice(66, 73).map(({ item }) => Number(item))).toEqual([67, 68, 290, 69, 291, 70, 292]);
  const step = plain.items[0]!.score - plain.items[1]!.score;
  expect(ranker.explain({ item: itemIndex(290), mood }).departmentShare / step).toBeCloseTo(221.7, 1);
});

test('what nothing speaks for names nobody, and is not said to be popular where the model ranks', async () => {
  // 1 is like what was liked; 2 has nothing to do with it, 3 is its opposite.
  const embeddings = [
    [1, 0, 0, 0],
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [-1, 0, 0, 0],
  ] as const;
  const facts = factsOf([0, 0, 0, 1]);
  const visitor = visitorOf(historyOf([[0, 'like']]), facts);
  const mood = { items: [], departments: [1] };
  const ranker = new Ranker(knownServing({ embeddings, counts: [9, 1, 9, 9] }), facts, visitor, mood);
  const { items } = await ranker.feed({ ...REQUEST, k: 3, mood });
  const reasons = new Map(items.map(({ item, reason }) => [item as number, reason]));
  expect(reasons.get(1)).toMatchObject({ kind: 'because', causes: [{ item: 0 }] });
  expect(reasons.get(2)).toEqual({ kind: 'because', causes: [] });
  expect(reasons.get(3)).toEqual({ kind: 'because', causes: [] });
  expect(ranker.explain({ item: itemIndex(3), mood })).not.toHaveProperty('byPopularity');
  // Without a liking popularity ranks, and says so.
  const stranger = new Ranker(knownServing({ embeddings }), facts, visitorOf(historyOf([]), facts));
  expect(stranger.explain({ item: itemIndex(3) }).byPopularity).toBe('nothing');
});

test('the list is as long as was asked for, however many of the candidates are on shelves', async () => {
  const serving = knownServing({ embeddings: Array.from({ length: 400 }, (_, i) => [1 - i / 800, 0, 0, 0]) });
  const facts = factsOf(Array.from({ length: 400 }, (_, i) => i % 4));
  const ranker = new Ranker(serving, facts, visitorOf(historyOf([[0, 'like']]), facts));
  for (const adventurousness of [0, 0.5]) {
    const shelves = { count: 8, perShelf: 20, head: 10 };
    const feed = await ranker.feed({ ...REQUEST, k: 250, adventurousness, shelves });
    expect(feed.shelves.length).toBeGreaterThan(1);
    expect(feed.items).toHaveLength(250);
    expect(feed.available).toBe(399 - feed.shelves.flatMap(({ items }) => items).length);
  }
});

test('the ranker of the present is kept for the next question, also past one about another past', () => {
  const serving = knownServing({ embeddings: [[1, 0, 0, 0]] });
  const facts = factsOf([0]);
  const visitor = visitorOf(historyOf([[0, 'like']]), facts);
  const held: HeldCatalogue = {
    catalogue: REQUEST.catalogue,
    facts,
    serving: new Leased(serving),
    resumable: null,
    unusable: null,
    visitor,
    ranker: null,
  };
  const present = rankerOf(held, serving, visitor, {});
  const supposed = rankerOf(held, serving, visitor, { supposing: { kind: 'without', events: [1] } });
  expect(supposed).not.toBe(present);
  expect(rankerOf(held, serving, visitor, {})).toBe(present);
  const mood = { items: [{ item: itemIndex(0), direction: 1 as const }], departments: [] };
  const moody = rankerOf(held, serving, visitor, { mood });
  expect(moody).not.toBe(present);
  expect(rankerOf(held, serving, visitor, { mood: structuredClone(mood) })).toBe(moody);
});
