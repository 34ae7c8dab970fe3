import { expect, test } from 'vitest';
import { nodeWasmOptions } from '../../cli/wasm-provider.node.ts';
import { createDemoCatalogue } from '../../datasets/demo-shop/catalogue.ts';
import { createDemoInteractions } from '../../datasets/demo-shop/events.ts';
import { DEFAULT_DEMO_SEED } from '../../datasets/demo-shop/shape.ts';
import { createRng } from '../../domain/rng.ts';
import { createWasmHome } from '../../kernels/wasm-home.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { ialsConfig } from '../models/ials-config.ts';
import { Popularity } from '../models/popularity.ts';
import { testRun } from '../testing/run.ts';
import { trainIals } from '../training/ials-trainer.ts';
import { atOnce } from '../training/steps.ts';
import { ConstellationRun } from './constellation-run.ts';
import type { EmbeddingSnapshot } from './messages.ts';
import { nearestNeighbours } from './neighbours.ts';

const POINTS = 1200;
const NEAREST = 10;

/** The nearest others of each point on the plane. */
function nearestOnPlane(positions: Float32Array): readonly (readonly number[])[] {
  return Array.from({ length: POINTS }, (_, a) => {
    const distances = Float64Array.from({ length: POINTS }, (_, b) =>
      b === a
        ? Infinity
        : Math.hypot(positions[2 * a]! - positions[2 * b]!, positions[2 * a + 1]! - positions[2 * b + 1]!),
    );
    return [...distances.keys()].sort((b, c) => distances[b]! - distances[c]!).slice(0, NEAREST);
  });
}

/** Part of the neighbours that `match`. */
function share(
  lists: readonly (readonly number[])[],
  match: (point: number, other: number) => boolean,
): number {
  const hits = lists.map((others, point) => others.filter((other) => match(point, other)).length);
  return hits.reduce((sum, count) => sum + count, 0) / (POINTS * NEAREST);
}

test('in the demo shop the map goes from chance to departments while the model trains', async () => {
  const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
  const log = buildCsr(createDemoInteractions(DEFAULT_DEMO_SEED, catalogue));
  const home = await createWasmHome(nodeWasmOptions(0));
  const popularity = new Popularity();
  popularity.count(log);
  const items = popularity.walk(POINTS, new Set()).toSorted();

  const config = ialsConfig();
  const run = new ConstellationRun(POINTS, createRng(1));
  const take = (epoch: number, all: Float32Array): EmbeddingSnapshot => {
    const embeddings = new Float32Array(POINTS * config.dim);
    items.forEach((item, point) =>
      embeddings.set(all.subarray(item * config.dim, (item + 1) * config.dim), point * config.dim),
    );
    const snapshot = { epoch, epochs: config.epochs, dim: config.dim, embeddings };
    run.take(snapshot);
    return snapshot;
  };
  const start = run.frame().positions;
  let last: EmbeddingSnapshot | null = null;
  const { itemEmbeddings } = await trainIals(home, config, log, {
    ...testRun({ sliceMs: 1e9 }),
    onStart: ({ itemEmbeddings: random }) => take(0, random),
    onSnapshot: (snapshot) => {
      last = take(snapshot.epoch, snapshot.itemEmbeddings);
    },
  });
  home.dispose();
  while (run.step() || run.build());
  const end = run.frame();
  expect(end).toMatchObject({ epoch: config.epochs, settled: true });

  const { department } = catalogue.facts;
  const sameDepartment = (a: number, b: number): boolean => department[items[a]!] === department[items[b]!];
  const counts = catalogue.departments.map((_, d) => items.filter((item) => department[item] === d).length);
  const chance = counts.reduce((sum, count) => sum + (count / POINTS) ** 2, 0);
  const [before, after] = [start, end.positions].map((positions) =>
    share(nearestOnPlane(positions), sameDepartment),
  );
  const nearest = atOnce(nearestNeighbours(last!.embeddings, POINTS, config.dim, NEAREST));
  const near = share(nearestOnPlane(end.positions), (a, b) =>
    nearest.rows.subarray(a * NEAREST, (a + 1) * NEAREST).includes(b),
  );
  console.log(
    `Constellation of the demo shop: of ten neighbours on the map ${before!.toFixed(3)} share the department at the ` +
      `start and ${after!.toFixed(3)} at the end (chance ${chance.toFixed(3)}); ${near.toFixed(3)} are among the ` +
      `ten nearest of the embedding (chance ${(NEAREST / (POINTS - 1)).toFixed(4)}).`,
  );
  expect(itemEmbeddings).toHaveLength(log.columnCount * config.dim);
  expect(Math.abs(before! - chance)).toBeLessThan(0.02);
  expect(after!).toBeGreaterThan(0.8);
  expect(near).toBeGreaterThan(0.45);
});
