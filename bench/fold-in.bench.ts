/**
 * What the engine does after a click: fold the history in, rank all items, diversify, lay the shelves that the page
 * asks for, give each item its reason. Latency by length of history, width and size of the catalogue; WASM home, embeddings drawn at random.
 *   npm run bench -- fold-in
 */
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { KIND_CODE } from '../src/domain/events.ts';
import { DEMO_CATALOGUE } from '../src/domain/ids.ts';
import { createRng } from '../src/domain/rng.ts';
import type { ModelFacts } from '../src/domain/training.ts';
import { IALS } from '../src/engine/models/ials.ts';
import { ialsConfig } from '../src/engine/models/ials-config.ts';
import { Popularity } from '../src/engine/models/popularity.ts';
import { Ranker } from '../src/engine/serving/ranker.ts';
import type { ServingModel } from '../src/engine/serving/serving-model.ts';
import { servingModel } from '../src/engine/serving/serving-model.ts';
import { visitorOf } from '../src/engine/serving/visitor.ts';
import { referenceGramian } from '../src/kernels/gramian/reference.ts';
import type { KernelHome } from '../src/kernels/home.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';
import { print, quantile, rounded } from './support.ts';

const HISTORIES = [1, 10, 100, 500];
const WIDTHS = [64, 192];
const CATALOGUES = [3000, 50_000];
const ROUNDS = 40;
const WARM_UP = 5;
const FEED = {
  catalogue: DEMO_CATALOGUE,
  historyVersion: 1,
  k: 24,
  adventurousness: 0.5,
  shelves: { count: 4, perShelf: 10, head: 12 },
} as const;
const DEPARTMENTS = 12;

/** A model whose items are random: time does not depend on what they have learned. */
function randomModel(home: KernelHome, dim: number, itemCount: number): ServingModel {
  const rng = createRng(1).fork(`${dim} × ${itemCount}`);
  const config = ialsConfig({ dim });
  const values = Float32Array.from({ length: itemCount * dim }, () => rng.normal() / Math.sqrt(dim));
  const gramian = new Float32Array(dim * dim);
  referenceGramian(values, itemCount, dim, gramian);
  const tensors = {
    item_embeddings: { shape: [itemCount, dim], values },
    gramian: { shape: [dim, dim], values: gramian },
  };
  const popularity = new Popularity();
  popularity.settle(
    Float32Array.from({ length: itemCount }, () => rng.int(1000)),
    6000,
  );
  const facts: ModelFacts = {
    id: 'random',
    name: 'ials',
    config: { ...config },
    home: home.name,
    threads: home.threads,
    trainedAt: 0,
    trainMs: 0,
    userCount: 6000,
    itemCount,
    interactionCount: 0,
    losses: [],
    quality: null,
  };
  const complements = { perItem: 0, items: new Int32Array(), scores: new Float32Array() };
  return servingModel(popularity, {
    model: IALS.load({ name: 'ials', config, tensors }, home),
    learnsOrder: false,
    facts,
    complements,
  });
}

/** ms of `ROUNDS` feeds, each for another history of the given length. */
async function latencies(serving: ServingModel, itemCount: number, length: number): Promise<number[]> {
  const rng = createRng(2).fork(`${length} of ${itemCount}`);
  const facts = {
    itemCount,
    department: Int32Array.from({ length: itemCount }, () => rng.int(DEPARTMENTS)),
    brand: new Int32Array(itemCount).fill(-1),
    available: new Uint8Array(itemCount).fill(1),
  };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const items = new Set<number>();
    while (items.size < length) items.add(rng.int(itemCount));
    const history = {
      version: 1,
      id: new Float64Array(length),
      item: Int32Array.from(items),
      kind: new Uint8Array(length).fill(KIND_CODE.like),
      at: new Float64Array(length),
    };
    const start = performance.now();
    const feed = await new Ranker(serving, facts, visitorOf(history, facts)).feed(FEED);
    if (feed.items.length !== FEED.k) throw new Error('the feed is not full');
    if (round >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
}

const home = await createWasmHome(nodeWasmOptions(2));
const results: { dim: number; items: number; history: number; p50: number; p95: number }[] = [];
for (const items of CATALOGUES) {
  for (const dim of WIDTHS) {
    const serving = randomModel(home, dim, items);
    for (const history of HISTORIES) {
      const times = await latencies(serving, items, history);
      results.push({
        dim,
        items,
        history,
        p50: rounded(quantile(times, 0.5)),
        p95: rounded(quantile(times, 0.95)),
      });
    }
    serving.release();
  }
}
home.dispose();

print(
  [
    ['items', 'width', 'history', 'p50 ms', 'p95 ms'],
    ...results.map(({ dim, items, history, p50, p95 }) => [items, dim, history, p50, p95].map(String)),
  ],
  {
    k: FEED.k,
    shelves: FEED.shelves.count,
    adventurousness: FEED.adventurousness,
    rounds: ROUNDS,
    latencyMs: results,
  },
);
