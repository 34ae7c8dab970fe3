import type { CatalogueId } from '../../domain/ids.ts';
import type { InteractionColumns } from '../../domain/interactions.ts';
import type { DatasetFacts, Quantiles } from '../../domain/lab.ts';
import { quantile } from '../evaluation/statistics.ts';
import type { Steps } from '../training/steps.ts';
import { EVERY } from '../training/steps.ts';

/** Points of the long tail. */
const MOST_POINTS = 400;
/** The head of `headShare`: this part of the items, at least one. */
const HEAD = 0.2;

/** Counts a log. In steps: 5 million events take some tenths of a second. */
export function* datasetFactsSteps(catalogue: CatalogueId, log: InteractionColumns): Steps<DatasetFacts> {
  const { userCount, itemCount, user, item, at } = log;
  const [perUser, perItem] = [new Float64Array(userCount), new Float64Array(itemCount)];
  let [timed, first, last] = [0, Infinity, -Infinity];
  for (let i = 0; i < user.length; i++) {
    perUser[user[i]!]! += 1;
    perItem[item[i]!]! += 1;
    const time = at[i]!;
    if (!Number.isNaN(time)) {
      timed += 1;
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
    if ((i & EVERY) === EVERY) yield;
  }
  const takers = yield* takerSteps(log);
  takers.sort().reverse();
  yield;
  const pairCount = takers.reduce((sum, count) => sum + count, 0);
  const head = takers.subarray(0, Math.max(1, Math.round(HEAD * itemCount)));
  const cells = userCount * itemCount;
  return {
    catalogue,
    userCount,
    itemCount,
    interactionCount: user.length,
    pairCount,
    density: cells > 0 ? pairCount / cells : 0,
    timed: timed === 0 ? 'none' : timed === user.length ? 'all' : 'some',
    timeSpan: timed > 0 ? [first, last] : null,
    popularity: tailOf(takers),
    headShare: pairCount > 0 ? head.reduce((sum, count) => sum + count, 0) / pairCount : 0,
    untouchedItems: perItem.filter((count) => count === 0).length,
    eventsPerUser: quantilesOf(perUser),
    eventsPerItem: quantilesOf(perItem),
  };
}

/** Distinct users of each item: events are laid out by user, and each user stamps the items that they took. */
function* takerSteps({ userCount, itemCount, user, item }: InteractionColumns): Steps<Float64Array> {
  const offsets = new Int32Array(userCount + 1);
  for (let i = 0; i < user.length; i++) offsets[user[i]! + 1]! += 1;
  yield;
  for (let row = 0; row < userCount; row++) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const items = new Int32Array(user.length);
  for (let i = 0; i < user.length; i++) {
    items[next[user[i]!]!++] = item[i]!;
    if ((i & EVERY) === EVERY) yield;
  }
  const takers = new Float64Array(itemCount);
  const stamp = new Int32Array(itemCount).fill(-1);
  for (let row = 0; row < userCount; row++) {
    for (let e = offsets[row]!; e < offsets[row + 1]!; e++) {
      if (stamp[items[e]!] === row) continue;
      stamp[items[e]!] = row;
      takers[items[e]!]! += 1;
    }
    if ((row & 0xff) === 0xff) yield;
  }
  return takers;
}

/** Ranks evenly spaced by their logarithm and by themselves in turn, so that neither head nor tail is thin. */
function tailOf(takers: Float64Array): DatasetFacts['popularity'] {
  const count = takers.length;
  if (count <= MOST_POINTS) return Array.from(takers, (users, i) => ({ rank: i + 1, users }));
  const ranks = new Set<number>();
  const steps = MOST_POINTS / 2;
  for (let step = 0; step < steps; step++) {
    const part = step / (steps - 1);
    ranks.add(Math.round(count ** part));
    ranks.add(Math.round(1 + part * (count - 1)));
  }
  return [...ranks].sort((a, b) => a - b).map((rank) => ({ rank, users: takers[rank - 1]! }));
}

/** All 0 for nothing. */
function quantilesOf(values: Float64Array): Quantiles {
  const sorted = values.length > 0 ? values.slice().sort() : new Float64Array(1);
  const at = (part: number): number => quantile(sorted, part);
  return {
    min: at(0),
    p10: at(0.1),
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    max: at(1),
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
  };
}
