/** The map's worker as the page has it: snapshots in through a port, frames out to the page. */
import { afterEach, expect, test } from 'vitest';
import { catalogueId } from '../domain/ids.ts';
import { createRng } from '../domain/rng.ts';
import { ConstellationRun } from '../engine/constellation/constellation-run.ts';
import type { EmbeddingSnapshot } from '../engine/constellation/messages.ts';
import type { ConstellationNews } from '../protocol/constellation-api.ts';
import { constellationSink } from './constellation-sink.ts';

const COUNT = 100;

const workers: Worker[] = [];
afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

function snapshot(epoch: number, epochs: number): EmbeddingSnapshot {
  const rng = createRng(epoch).fork('snapshot');
  const embeddings = Float32Array.from({ length: COUNT * 8 }, () => rng.normal());
  return { epoch, epochs, dim: 8, embeddings };
}

test('draws a training from its start to rest, and ends where the layout alone ends', async () => {
  const worker = new Worker(new URL('./constellation.worker.ts', import.meta.url), { type: 'module' });
  workers.push(worker);
  const { port1, port2 } = new MessageChannel();
  const news: ConstellationNews[] = [];
  const settled = new Promise<void>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ConstellationNews>) => {
      news.push(data);
      if (data.kind === 'frame' && data.settled) resolve();
    });
  });
  worker.postMessage({ port: port1 }, [port1]);
  const sink = constellationSink(port2);
  const items = Int32Array.from({ length: COUNT }, (_, i) => i);
  const run = { catalogue: catalogueId('shop'), items, department: new Int32Array(COUNT), seed: 2 };
  sink.send({ kind: 'run', ...run, training: true });
  for (let epoch = 0; epoch <= 2; epoch++) sink.send({ kind: 'snapshot', ...snapshot(epoch, 2) });
  sink.send({ kind: 'rest' });
  // Moved, not copied.
  expect(items).toHaveLength(0);
  await settled;

  expect(news[0]).toMatchObject({ kind: 'run', catalogue: 'shop', items: expect.any(Int32Array) });
  const frames = news.filter((one) => one.kind === 'frame');
  expect([...new Set(frames.map(({ epoch }) => epoch))]).toEqual([0, 1, 2]);
  const alone = new ConstellationRun(COUNT, createRng(2));
  for (let epoch = 0; epoch <= 2; epoch++) alone.take(snapshot(epoch, 2));
  while (alone.step() || alone.build());
  expect(frames.at(-1)!.positions).toEqual(alone.frame().positions);
});
