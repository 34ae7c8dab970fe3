import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import { createDemoCatalogue } from '../../datasets/demo-shop/catalogue.ts';
import { createDemoInteractions } from '../../datasets/demo-shop/events.ts';
import { regretAtK } from '../../datasets/demo-shop/regret.ts';
import { DEFAULT_DEMO_SEED } from '../../datasets/demo-shop/shape.ts';
import { demoTruth } from '../../datasets/demo-shop/truth.ts';
import { EVENT_KINDS } from '../../domain/events.ts';
import type { EventKind } from '../../domain/events.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import type { KernelHome } from '../../kernels/home.ts';
import { createWasmHome } from '../../kernels/wasm-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { itemListsOf } from '../interactions/item-lists.ts';
import { IALS } from '../models/ials.ts';
import type { Recommender } from '../models/recommender.ts';
import { goesWell } from '../serving/goes-well.ts';
import { Ranker } from '../serving/ranker.ts';
import { servingModel } from '../serving/serving-model.ts';
import { visitorOf } from '../serving/visitor.ts';
import { historyOf } from '../testing/facts.ts';
import { testRun } from '../testing/run.ts';
import type { TrainedModel } from './train-model.ts';
import { trainModel } from './train-model.ts';

const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
const log = createDemoInteractions(DEFAULT_DEMO_SEED, catalogue);
const truth = demoTruth(DEFAULT_DEMO_SEED, catalogue);
let home: KernelHome;
let trained: TrainedModel;

beforeAll(async () => {
  home = await createWasmHome(nodeWasmOptions(0));
  const run = testRun({ sliceMs: 1e9 });
  trained = await trainModel({ home, log, kind: IALS, config: {}, holdOutUsers: 2000, trainedAt: 0, run });
}, 60_000);
afterAll(() => home.dispose());

describe('on the demo shop', () => {
  test('the default model finds held-out items at least 1.5 times as well as popularity, and is nearer to the true taste', async () => {
    const { model, popularity, facts } = trained;
    const { quality } = facts;
    expect(quality!.heldOutUsers).toBe(2000);
    expect(quality!.ndcgAt10).toBeGreaterThanOrEqual(1.5 * quality!.popularityNdcgAt10);
    expect(quality!.hitRateAt10).toBeGreaterThanOrEqual(1.5 * quality!.popularityHitRateAt10);

    // Regret: how much of the preference that the best ten new items would have is missed.
    const users = Int32Array.from({ length: 200 }, (_, i) => i * 32);
    const histories = itemListsOf(buildCsr(log), users);
    const rowOf = new Map(Array.from(users, (user, row) => [user, row]));
    const known = (user: number): Int32Array => {
      const row = rowOf.get(user)!;
      return histories.items.subarray(histories.offsets[row]!, histories.offsets[row + 1]!);
    };
    const regret = async (recommender: Recommender): Promise<number> => {
      const { items } = await recommender.recommend(users, 10, histories);
      const recommended = (user: number): Int32Array => items.subarray(rowOf.get(user)! * 10).subarray(0, 10);
      return regretAtK(truth, [...users], recommended, known, 10);
    };
    const [ours, theirs] = [await regret(model), await regret(popularity)];
    console.log(
      `Demo shop: NDCG@10 ${quality!.ndcgAt10.toFixed(4)}, of popularity ${quality!.popularityNdcgAt10.toFixed(4)}; ` +
        `regret against the true preference ${ours.toFixed(3)}, of popularity ${theirs.toFixed(3)}.`,
    );
    expect(ours).toBeLessThan(theirs - 0.05);
  });

  test('of the first four that go well with an item two in three are true companions, and next to none are of nowhere', () => {
    const { model, popularity, facts, complements } = trained;
    const serving = servingModel(popularity, { model, learnsOrder: false, facts, complements });
    const companions = Array.from({ length: truth.itemCount }, () => new Set<number>());
    for (const [item, own] of companions.entries()) {
      for (const other of truth.companionsOf(item)) {
        own.add(other);
        companions[other]!.add(item);
      }
    }
    const { department } = catalogue.facts;
    const measure = (of: (item: number) => readonly number[], k: number): Measured => {
      let [named, right, nowhere] = [0, 0, 0];
      companions.forEach((own, item) => {
        if (own.size === 0) return;
        for (const other of of(item).slice(0, k)) {
          named += 1;
          if (own.has(other)) right += 1;
          else if (department[other] !== department[item]) nowhere += 1;
        }
      });
      return { named, precision: right / named, nowhere: nowhere / named };
    };
    const byRatio = (item: number): number[] => {
      const first = item * complements.perItem;
      return [...complements.items.subarray(first, first + complements.perItem)].filter((row) => row >= 0);
    };
    const ours = (item: number): number[] => goesWell(serving, item).map(({ item: other }) => other);
    const said = ({ named, precision, nowhere }: Measured): string =>
      `${precision.toFixed(3)} (elsewhere ${nowhere.toFixed(3)}, of ${named})`;
    const [at4, at8] = [measure(ours, 4), measure(ours, 8)];
    const [before4, before8] = [measure(byRatio, 4), measure(byRatio, 8)];
    console.log(
      `Goes well: precision@4 ${said(at4)}, @8 ${said(at8)}; by the ratio alone ${said(before4)}, ${said(before8)}.`,
    );
    expect(at4.precision).toBeGreaterThan(0.67);
    expect(at4.precision).toBeGreaterThan(before4.precision + 0.1);
    expect(at8.precision).toBeGreaterThan(before8.precision + 0.12);
    expect(at4.nowhere).toBeLessThan(0.05);
  });

  test('the slider trades: some variety for next to no relevance at 0.3, clearly more at 0.6, and again at 1', async () => {
    const serving = servingModel(trained.popularity, { ...trained, learnsOrder: false });
    const users = Array.from({ length: 40 }, (_, i) => 3 + 160 * i);
    const visitors = pastsOf(users).map((past) => visitorOf(historyOf(past), catalogue.facts));
    const known = new Map(users.map((user, i) => [user, new Set(visitors[i]!.events.item)]));
    const at = async (adventurousness: number) => {
      const lists = new Map<number, number[]>();
      let [variety, score] = [0, 0];
      for (const [i, user] of users.entries()) {
        const { items, intraListDiversity, familiarDiversity } = await new Ranker(
          serving,
          catalogue.facts,
          visitors[i]!,
        ).feed({ catalogue: DEMO_CATALOGUE, historyVersion: 1, k: 12, adventurousness });
        variety += intraListDiversity / familiarDiversity / users.length;
        score += items.reduce((sum, item) => sum + item.score, 0);
        lists.set(
          user,
          items.map(({ item }) => item),
        );
      }
      const regret = regretAtK(
        truth,
        users,
        (user) => lists.get(user)!,
        (user) => known.get(user)!,
        12,
      );
      return { variety, score, regret };
    };
    const [none, some, more, most] = [await at(0), await at(0.3), await at(0.6), await at(1)];
    console.log(
      `Adventurousness 0, 0.3, 0.6, 1: ${[none, some, more, most]
        .map(
          ({ variety, score, regret }) =>
            `variety ${variety.toFixed(2)}, given up ${(1 - score / none.score).toFixed(3)}, regret ${regret.toFixed(3)}`,
        )
        .join('; ')}.`,
    );
    expect(none.variety).toBeCloseTo(1, 6);
    expect(some.variety).toBeGreaterThan(1.1);
    expect(1 - some.score / none.score).toBeLessThan(0.06);
    expect(some.regret).toBeLessThan(none.regret + 0.02);
    expect(more.variety).toBeGreaterThan(some.variety + 0.1);
    expect(most.variety).toBeGreaterThan(more.variety + 0.05);
    expect(most.regret).toBeGreaterThan(some.regret);
  });
});

interface Measured {
  readonly named: number;
  readonly precision: number;
  /** Share of those that are neither companions nor of the item's own department. */
  readonly nowhere: number;
}

/** The beginning of some shoppers' year: as much of it as holds three to fourteen decisions. */
function pastsOf(users: readonly number[]): (readonly [item: number, kind: EventKind])[][] {
  const eventsOf = new Map(users.map((user): [number, number[]] => [user, []]));
  log.user.forEach((user, event) => eventsOf.get(user)?.push(event));
  return users.map((user) => {
    let decisions = 3 + (user % 12);
    const past: [number, EventKind][] = [];
    for (const event of eventsOf.get(user)!.sort((a, b) => log.at[a]! - log.at[b]!)) {
      if (decisions === 0) break;
      const kind = EVENT_KINDS[log.kind[event]!]!;
      past.push([log.item[event]!, kind]);
      if (kind !== 'view') decisions -= 1;
    }
    return past;
  });
}
