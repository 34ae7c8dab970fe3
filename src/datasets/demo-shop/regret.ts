import type { DemoTruth } from './truth.ts';

/**
 * What a list of recommendations leaves on the table: 1 − (true preference of its items) / (that of the best
 * list of the same length), averaged over shoppers. 0 is perfect, 1 worthless. Items that the shopper knows
 * already count for neither side.
 * `recommended(user)`: rows, best first, the first k count. `known(user)`: rows of the shopper's history.
 * @returns NaN when there are no users.
 */
export function regretAtK(
  truth: Pick<DemoTruth, 'preferences'>,
  users: readonly number[],
  recommended: (user: number) => ArrayLike<number>,
  known: (user: number) => Iterable<number>,
  k: number,
): number {
  let sum = 0;
  for (const user of users) {
    const preference = truth.preferences(user);
    for (const item of known(user)) preference[item] = 0;
    const list = recommended(user);
    let got = 0;
    for (let place = 0; place < Math.min(k, list.length); place++) got += preference[list[place]!] ?? 0;
    const best = preference.sort().subarray(-k);
    let possible = 0;
    for (const share of best) possible += share;
    sum += 1 - got / possible;
  }
  return sum / users.length;
}
