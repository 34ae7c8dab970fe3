import { expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import type { PairPlan } from './pair-plan.ts';
import { planPairs } from './pair-plan.ts';

/** The plan as lists: of each batch, of each touched row, its members. */
function unpacked({ words, membersAt, offsetsAt, rowsAt, batches }: PairPlan) {
  return batches.map(({ firstPlace, userPlaces, placeCount }) =>
    Array.from({ length: placeCount }, (_, p) => {
      const place = firstPlace + p;
      const [begin, end] = [words[offsetsAt + place]!, words[offsetsAt + place + 1]!];
      return {
        side: p < userPlaces ? 'user' : 'item',
        row: words[rowsAt + place]!,
        members: [...words.subarray(membersAt + begin, membersAt + end)],
      };
    }),
  );
}

test('groups two batches of two pairs by user and by item; rivals count as odd members of an item', () => {
  const plan = planPairs(
    {
      users: Int32Array.of(9, 3, 3, 1, 1),
      items: Int32Array.of(9, 5, 6, 5, 5),
      rivals: Int32Array.of(9, 6, 5, 5, 2),
      begin: 1,
      end: 5,
    },
    2,
    10,
  );
  expect([...plan.words.subarray(0, 12)]).toEqual([3, 5, 6, 3, 6, 5, 1, 5, 5, 1, 5, 2]);
  expect(plan.batches.map(({ firstPair, pairCount }) => [firstPair, pairCount])).toEqual([
    [0, 2],
    [2, 2],
  ]);
  expect(unpacked(plan)).toEqual([
    [
      { side: 'user', row: 3, members: [0, 2] },
      { side: 'item', row: 5, members: [0, 3] },
      { side: 'item', row: 6, members: [1, 2] },
    ],
    [
      { side: 'user', row: 1, members: [0, 2] },
      { side: 'item', row: 5, members: [0, 1, 2] },
      { side: 'item', row: 2, members: [3] },
    ],
  ]);
});

test('of no pairs has no batch', () => {
  const none = new Int32Array(0);
  expect(planPairs({ users: none, items: none, rivals: null, begin: 0, end: 0 }, 4, 1).batches).toEqual([]);
});

test('names each pair of 1,000 random ones once a side, in order (seed 5)', () => {
  const rng = createRng(5);
  const [users, items] = [20, 30].map((rows) => Int32Array.from({ length: 1000 }, () => rng.int(rows)));
  const plan = planPairs({ users: users!, items: items!, rivals: null, begin: 0, end: 1000 }, 300, 30);
  unpacked(plan).forEach((rows, batch) => {
    const { firstPair, pairCount } = plan.batches[batch]!;
    for (const side of ['user', 'item']) {
      const of = side === 'user' ? users! : items!;
      const groups = rows.filter((row) => row.side === side);
      for (const { row, members } of groups) {
        const expected = Array.from({ length: pairCount }, (_, pair) => pair).filter(
          (pair) => of[firstPair + pair] === row,
        );
        expect(members).toEqual(expected.map((pair) => 2 * pair));
      }
      expect(groups.flatMap(({ members }) => members)).toHaveLength(pairCount);
    }
  });
});
