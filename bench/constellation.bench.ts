/**
 * What the map costs: trainings of the demo shop in a real Chromium with and without it, in turn; and its parts
 * in Node: a snapshot in the engine, a graph of neighbours, a step of the layout.
 *   npm run bench -- constellation      (PAIRS=20 trainings of each kind)
 */
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import { nodeWasmOptions } from '../src/cli/wasm-provider.node.ts';
import { createDemoCatalogue } from '../src/datasets/demo-shop/catalogue.ts';
import { createDemoInteractions } from '../src/datasets/demo-shop/events.ts';
import { DEFAULT_DEMO_SEED } from '../src/datasets/demo-shop/shape.ts';
import { catalogueId } from '../src/domain/ids.ts';
import { createRng } from '../src/domain/rng.ts';
import { Layout } from '../src/engine/constellation/layout.ts';
import { neighbourGraph } from '../src/engine/constellation/neighbour-graph.ts';
import { nearestNeighbours } from '../src/engine/constellation/neighbours.ts';
import type { EmbeddingMoment } from '../src/engine/constellation/sender.ts';
import { ConstellationSender } from '../src/engine/constellation/sender.ts';
import { IALS } from '../src/engine/models/ials.ts';
import { trainModel } from '../src/engine/training/train-model.ts';
import { atOnce } from '../src/engine/training/steps.ts';
import { createWasmHome } from '../src/kernels/wasm-home.ts';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/browser.mjs';
import { HEADERS } from '../scripts/headers.mjs';
import type { Measured } from './constellation/page.ts';
import { median, print, rounded } from './support.ts';

const PAIRS = Number(process.env['PAIRS'] ?? 20);
const POINTS = 1200;
const LIMIT = 1.05;
const PORT = 4186;
const OUT = 'build/constellation-page';

interface PageResult {
  readonly device: string;
  readonly without: readonly Measured[];
  readonly with: readonly Measured[];
}

async function inTheBrowser(): Promise<PageResult> {
  const { 'Content-Security-Policy': _, ...headers } = HEADERS;
  const shared = { configFile: false, base: './', root: 'bench/constellation', logLevel: 'error' } as const;
  await build({
    ...shared,
    publicDir: false,
    // There is no service worker to register.
    define: { 'import.meta.env.PROD': 'false' },
    worker: { format: 'es' },
    build: { target: 'es2023', outDir: `${process.cwd()}/${OUT}`, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  const server = await preview({
    ...shared,
    build: { outDir: `${process.cwd()}/${OUT}` },
    preview: { port: PORT, strictPort: true, host: 'localhost', headers },
  });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: CHROMIUM_FLAGS,
  });
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${PORT}/`);
    const ask = <T>(expression: string): Promise<T> => page.evaluate(expression);
    await ask('ready()');
    await ask('measure(true)'); // Warms compilers and caches.
    const results = { without: [] as Measured[], with: [] as Measured[] };
    for (let pair = 0; pair < PAIRS; pair++) {
      const order = pair % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const);
      for (const kind of order) results[kind].push(await ask<Measured>(`measure(${kind === 'with'})`));
    }
    return { device: await ask('home()'), ...results };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Median ms of a part, of 30. */
function timed(work: () => void): number {
  const times = Array.from({ length: 30 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return median(times);
}

async function parts(): Promise<{ snapshotMs: number; graphMs: number; stepMs: number }> {
  const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
  const home = await createWasmHome(nodeWasmOptions(0));
  const moments: EmbeddingMoment[] = [];
  await trainModel({
    home,
    log: createDemoInteractions(DEFAULT_DEMO_SEED, catalogue),
    kind: IALS,
    config: {},
    holdOutUsers: 0,
    trainedAt: 0,
    run: {
      now: () => performance.now(),
      yieldTurn: () => new Promise((resolve) => setImmediate(resolve)),
      signal: new AbortController().signal,
    },
    onEmbeddings: (moment) => moments.push(moment),
  });
  home.dispose();
  const last = moments.at(-1)!;

  let embeddings = new Float32Array();
  const shop = catalogueId('demo');
  const sender = new ConstellationSender(async () => ({ facts: catalogue.facts, stored: last }));
  await sender.show(
    { catalogue: shop, points: POINTS, also: [], seed: 1 },
    {
      send: (message) => {
        if (message.kind === 'snapshot') ({ embeddings } = message);
      },
      close: () => {},
    },
  );
  sender.follow(shop, moments[0]!);
  const snapshotMs = timed(() => sender.follow(shop, last));
  const graph = () => neighbourGraph(atOnce(nearestNeighbours(embeddings, POINTS, last.dim, 12)));
  const graphMs = timed(graph);
  const neighbours = graph();
  const layout = new Layout(POINTS, createRng(1));
  const stepMs = timed(() => {
    for (let step = 0; step < 20; step++) layout.step(neighbours, { rate: 0.025, exaggeration: 1 });
  });
  return { snapshotMs, graphMs, stepMs: stepMs / 20 };
}

const page = await inTheBrowser();
const { snapshotMs, graphMs, stepMs } = await parts();
const trainings = (kind: 'without' | 'with'): number[] => page[kind].map(({ trainMs }) => trainMs);
const of = (pick: (one: Measured) => number): number => rounded(median(page.with.map(pick)));
const ratios = trainings('with').map((ms, pair) => ms / trainings('without')[pair]!);
const report = {
  home: page.device,
  pairs: PAIRS,
  points: POINTS,
  trainMsWithout: rounded(median(trainings('without'))),
  trainMsWith: rounded(median(trainings('with'))),
  ratioOfMedians: rounded(median(trainings('with')) / median(trainings('without'))),
  medianOfRatios: rounded(median(ratios)),
  limit: LIMIT,
  settledMs: of(({ settledMs }) => settledMs ?? Number.NaN),
  frames: of(({ frames }) => frames),
  framesWhileTraining: of(({ framesWhileTraining }) => framesWhileTraining),
  epochAtEnd: of(({ epochAtEnd }) => epochAtEnd),
  framesPerSecond: of(({ frames, settledMs }) => frames / ((settledMs ?? Number.NaN) / 1000)),
  bytesPerFrame: of(({ bytesPerFrame }) => bytesPerFrame),
  snapshotMs: rounded(snapshotMs),
  graphMs: rounded(graphMs),
  stepMs: rounded(stepMs),
};
print(
  [
    ['training of the demo shop', 'without the map', 'with it', 'ratio', 'limit'],
    [
      page.device,
      `${report.trainMsWithout} ms`,
      `${report.trainMsWith} ms`,
      `${report.ratioOfMedians} (of pairs ${report.medianOfRatios})`,
      String(LIMIT),
    ],
  ],
  report,
);
