import { describe, expect, test } from 'vitest';
import type { EventKind } from '../../domain/events.ts';
import { catalogueId } from '../../domain/ids.ts';
import type { Feed, FeedRequest, Shelf } from '../../domain/recommendation.ts';
import { factsOf, historyOf } from '../testing/facts.ts';
import { knownServing } from '../testing/known-serving.ts';
import { Ranker } from './ranker.ts';
import { visitorOf } from './visitor.ts';

/**
 * 120 items of four sorts, item i of sort i mod 4, and five departments of 24 items in a row. An item points along
 * its sort's axis, a little longer the smaller its number, and a little to the axis of the next sort.
 */
const COUNT = 120;
const sortOf = (item: number): number => item % 4;
const EMBEDDINGS = Array.from({ length: COUNT }, (_, item) =>
  [0, 1, 2, 3].map((axis) => {
    const length = 1 - item / 400;
    if (axis === sortOf(item)) return length;
    return axis === (sortOf(item) + 1) % 4 ? 0.2 * length : 0;
  }),
);
const FACTS = factsOf(EMBEDDINGS.map((_, item) => Math.floor(item / 24)));
/** The most popular items are the last ones. */
const COUNTS = EMBEDDINGS.map((_, item) => item);
const COMPLEMENTS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 5, 2, 3, 40],
  4: [9, 13],
  8: [41, 43, 45, 47, 49, 51],
};
const SERVING = knownServing({ embeddings: EMBEDDINGS, counts: COUNTS, complements: COMPLEMENTS });
/** Sorts lie apart; what is taken together has cosine 0.6, as a model that has learned from baskets would have it. */
const model = SERVING.trained!.model;
const bySort = model.similarity.bind(model);
model.similarity = (a, b) => (COMPLEMENTS[a]?.includes(b) ? 0.6 : bySort(a, b));

type Event = readonly [item: number, kind: EventKind];

const feed = (events: readonly Event[], more: Partial<FeedRequest> = {}): Promise<Feed> =>
  new Ranker(SERVING, FACTS, visitorOf(historyOf(events), FACTS), more.mood).feed({
    catalogue: catalogueId('shop'),
    historyVersion: 1,
    k: 12,
    adventurousness: 0,
    shelves: { count: 8, perShelf: 6, head: 6 },
    ...more,
  });

const named = ({ shelves }: Feed): string[] =>
  shelves.map(({ kind, of }) => (of === null ? kind : `${kind} ${of}`));
const itemsOf = ({ items }: Pick<Shelf, 'items'>): number[] => items.map(({ item }) => item);

describe('shelves', () => {
  test('are only what is popular while nothing attracts the visitor, next after the head', async () => {
    for (const events of [[], [[3, 'dismiss']]] as const) {
      const answer = await feed(events);
      expect(named(answer)).toEqual(['popular']);
    }
    const { items, shelves } = await feed([]);
    expect(itemsOf({ items }).slice(0, 6)).toEqual([119, 118, 117, 116, 115, 114]);
    expect(itemsOf(shelves[0]!)).toEqual([113, 112, 111, 110, 109, 108]);
    expect(itemsOf({ items }).slice(6)).toEqual([107, 106, 105, 104, 103, 102]);
    expect(shelves[0]!.items.every(({ reason }) => reason.kind === 'popular')).toBe(true);
  });

  test('come in the order of a shop', async () => {
    const answer = await feed([
      [8, 'cart'],
      [2, 'like'],
    ]);
    expect(named(answer)).toEqual(['because 2', 'complements 8', 'because 8', 'new', 'popular']);
  });

  test('are the first of them where fewer are asked for, and none by default', async () => {
    const events = [
      [8, 'cart'],
      [2, 'like'],
    ] as const;
    expect(named(await feed(events, { shelves: { count: 2, perShelf: 6, head: 6 } }))).toEqual([
      'because 2',
      'complements 8',
    ]);
    const none = await new Ranker(SERVING, FACTS, visitorOf(historyOf(events), FACTS)).feed({
      catalogue: catalogueId('shop'),
      historyVersion: 1,
      k: 12,
      adventurousness: 0,
    });
    expect(none.shelves).toEqual([]);
  });

  test('because of a thing hold what it has the largest share in, of its own sort, by that share', async () => {
    const { items, shelves } = await feed([[2, 'like']]);
    expect(itemsOf({ items }).slice(0, 6)).toEqual([6, 10, 14, 18, 22, 26]);
    expect(itemsOf(shelves[0]!)).toEqual([30, 34, 38, 42, 46, 50]);
    for (const { reason, score } of shelves[0]!.items) {
      const causes = reason.kind === 'because' ? reason.causes : [];
      expect(causes.map(({ item }) => item)).toEqual([2]);
      expect(causes[0]!.share).toBeCloseTo(score, 12);
    }
  });

  test('because of a thing are of the strongest: a purchase outlives one later like, not five', async () => {
    const first = async (events: readonly Event[]): Promise<string> => named(await feed(events))[0]!;
    expect(
      await first([
        [0, 'purchase'],
        [2, 'like'],
      ]),
    ).toBe('because 0');
    const likes = [6, 10, 14, 18].map((item) => [item, 'like'] as const);
    expect(await first([[0, 'purchase'], ...likes, [2, 'like']])).toBe('because 2');
  });

  test('because of two things are of two sorts, and never of one that was refused or only looked at', async () => {
    expect(
      named(
        await feed([
          [2, 'like'],
          [6, 'like'],
          [10, 'wish'],
        ]),
      ).filter((name) => name.startsWith('because')),
    ).toEqual(['because 6']);
    const causes = named(
      await feed([
        [1, 'view'],
        [3, 'dismiss'],
        [7, 'like'],
        [7, 'dismiss'],
        [2, 'like'],
      ]),
    );
    expect(causes.filter((name) => name.startsWith('because'))).toEqual(['because 2']);
  });

  test('of complements are for the last thing taken that has enough, else for one that is liked', async () => {
    const of = async (...events: Event[]): Promise<string | undefined> =>
      named(await feed(events)).find((name) => name.startsWith('complements'));
    expect(await of([8, 'purchase'], [0, 'cart'], [4, 'cart'])).toBe('complements 0');
    expect(await of([0, 'purchase'], [8, 'cart'])).toBe('complements 8');
    expect(await of([0, 'like'], [4, 'cart'])).toBe('complements 0');
    expect(await of([4, 'cart'], [2, 'like'])).toBeUndefined();
  });

  test('of complements hold them strongest first, without what is decided on', async () => {
    const { shelves } = await feed([
      [8, 'cart'],
      [41, 'dismiss'],
    ]);
    expect(itemsOf(shelves.find(({ kind }) => kind === 'complements')!)).toEqual([43, 45, 47, 49, 51]);
  });

  test('of new things are of departments that were not even looked at, at first no more than two of each', async () => {
    const fresh = async (...events: Event[]): Promise<number[]> => {
      const { shelves } = await feed(events, { shelves: { count: 8, perShelf: 6, head: 0 } });
      return itemsOf(shelves.find(({ kind }) => kind === 'new')!);
    };
    // Of the sort of 2 the first shelf took 6 … 26; 30 … 46 are of the second department, 50 … 70 of the third.
    expect(await fresh([2, 'like'])).toEqual([30, 34, 50, 54, 74, 78]);
    expect(await fresh([2, 'like'], [24, 'view'])).toEqual([50, 54, 74, 78, 98, 102]);
    // Where only one is left, it may fill the shelf.
    expect(await fresh([2, 'like'], [24, 'view'], [48, 'view'], [72, 'view'])).toEqual([
      98, 102, 106, 110, 114, 118,
    ]);
  });

  test('keep to the department that is asked for; what would be shorter than four is left out', async () => {
    const named0 = async (head: number): Promise<string[]> =>
      named(await feed([[2, 'like']], { department: 0, k: 24, shelves: { count: 8, perShelf: 6, head } }));
    // Of its own sort five are left there, all in the head; 23 may be shown in all.
    expect(await named0(6)).toEqual(['popular']);
    expect(await named0(19)).toEqual(['popular']);
    expect(await named0(20)).toEqual([]);
    const { items, shelves, available } = await feed([[2, 'like']], { department: 0, k: 24 });
    expect([...itemsOf({ items }), ...shelves.flatMap(itemsOf)].every((item) => item < 24)).toBe(true);
    expect(available).toBe(23 - 6);
  });

  test('share no item with one another or the list, whatever is asked for', async () => {
    const events = [
      [8, 'cart'],
      [2, 'like'],
      [13, 'purchase'],
      [20, 'dismiss'],
    ] as const;
    for (const adventurousness of [0, 0.6]) {
      for (const head of [0, 6, 30]) {
        const answer = await feed(events, {
          adventurousness,
          k: 30,
          shelves: { count: 8, perShelf: 6, head },
        });
        const all = [...itemsOf(answer), ...answer.shelves.flatMap(itemsOf)];
        expect(new Set(all).size).toBe(all.length);
        expect(all.some((item) => [8, 2, 13, 20].includes(item))).toBe(false);
        expect(answer.shelves.length).toBeGreaterThan(2);
        expect(answer.available).toBe(116 - answer.shelves.flatMap(itemsOf).length);
      }
    }
  });

  test('and the head stay where they are when more of the list is asked for', async () => {
    const events = [
      [8, 'cart'],
      [2, 'like'],
    ] as const;
    const some = await feed(events, { adventurousness: 0.6, k: 10 });
    const more = await feed(events, { adventurousness: 0.6, k: 25 });
    expect(more.shelves).toEqual(some.shelves);
    expect(more.items.slice(0, 10)).toEqual(some.items);
    expect(more.items).toHaveLength(25);
  });
});
