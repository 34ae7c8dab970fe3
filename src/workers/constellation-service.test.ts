import { describe, expect, test } from 'vitest';
import { catalogueId } from '../domain/ids.ts';
import { createRng } from '../domain/rng.ts';
import { SCHEDULE } from '../engine/constellation/constellation-run.ts';
import type { ConstellationMessage } from '../engine/constellation/messages.ts';
import type { ConstellationNews } from '../protocol/constellation-api.ts';
import { ConstellationService } from './constellation-service.ts';

const COUNT = 60;
const EPOCHS = 3;

const run = (training: boolean, seed = 1): ConstellationMessage => ({
  kind: 'run',
  catalogue: catalogueId('shop'),
  items: Int32Array.from({ length: COUNT }, (_, i) => 2 * i),
  department: Int32Array.from({ length: COUNT }, (_, i) => i % 3),
  seed,
  training,
});

function snapshot(epoch: number): ConstellationMessage {
  const rng = createRng(epoch).fork('snapshot');
  const embeddings = Float32Array.from({ length: COUNT * 4 }, () => rng.normal());
  return { kind: 'snapshot', epoch, epochs: EPOCHS, dim: 4, embeddings };
}

type Frame = ConstellationNews & { kind: 'frame' };

/**
 * A service on a clock of its own: a look at it takes `lookMs`, so that work takes time, and sleeping moves it
 * on. Sleeps end one at a time, by `tick`.
 */
function bench(lookMs = 0.5) {
  let time = 0;
  let asleep = 0;
  const waking: (() => void)[] = [];
  const news: (ConstellationNews & { at: number })[] = [];
  const service = new ConstellationService({
    post: (one) => news.push({ ...one, at: time }),
    now: () => (time += lookMs),
    sleep: (ms) =>
      new Promise((resolve) =>
        waking.push(() => {
          time += ms;
          asleep += ms;
          resolve();
        }),
      ),
  });
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return {
    service,
    news,
    frames: () => news.filter((one): one is Frame & { at: number } => one.kind === 'frame'),
    /** Wakes the service once; false when it waits for a message. */
    tick: async (): Promise<boolean> => {
      await settle();
      const wake = waking.shift();
      wake?.();
      await settle();
      return wake !== undefined;
    },
    /** Until it waits for a message. */
    async finish(): Promise<void> {
      while (await this.tick());
    },
    spent: () => ({ time, asleep }),
  };
}

describe('the constellation service', () => {
  test('shows the random start at once, then every pass in order, and settles at the last', async () => {
    const { service, news, frames, ...clock } = bench();
    service.receive(run(true));
    expect(news.map(({ kind }) => kind)).toEqual(['run', 'frame']);
    expect(frames()[0]).toMatchObject({ epoch: 0, settled: false });
    for (let epoch = 0; epoch <= EPOCHS; epoch++) service.receive(snapshot(epoch));
    service.receive({ kind: 'rest' });
    await clock.finish();
    const epochs = frames().map(({ epoch }) => epoch);
    expect([...new Set(epochs)]).toEqual([0, 1, 2, 3]);
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
    expect(frames().map(({ settled }) => settled)).toEqual([...Array(frames().length - 1).fill(false), true]);
    expect(frames().every(({ positions }) => positions.length === 2 * COUNT)).toBe(true);
  });

  test('ends in the same bytes however slow the machine is and whenever the snapshots come', async () => {
    const ends: Float32Array[] = [];
    const counts = new Set<number>();
    for (const [lookMs, between] of [
      [0.01, 0],
      [0.5, 3],
      [20, 40],
    ] as const) {
      const { service, frames, ...clock } = bench(lookMs);
      service.receive(run(true));
      for (let epoch = 0; epoch <= EPOCHS; epoch++) {
        service.receive(snapshot(epoch));
        for (let i = 0; i < between; i++) await clock.tick();
      }
      await clock.finish();
      expect(frames().at(-1)!.settled).toBe(true);
      ends.push(frames().at(-1)!.positions);
      counts.add(frames().length);
    }
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
    // What was sent in between did differ.
    expect(counts.size).toBeGreaterThan(1);
  });

  test('sends no more than twelve frames a second, and rests from the last snapshot for 1.5 to 2.5 s', async () => {
    const { service, frames, ...clock } = bench(0.05);
    service.receive(run(false));
    service.receive(snapshot(EPOCHS));
    await clock.finish();
    const times = frames().map(({ at }) => at);
    const gaps = times.slice(1).map((at, i) => at - times[i]!);
    expect(Math.min(...gaps)).toBeGreaterThan(1000 / 12);
    const perFrame = SCHEDULE.settleSteps / 20;
    const settling = frames().slice(-SCHEDULE.settleSteps / perFrame);
    const seconds = (settling.at(-1)!.at - settling[0]!.at) / 1000;
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(2.5);
  });

  test('works at most a fifth of the time while a training runs, and more of it afterwards', async () => {
    const share = async (ended: boolean): Promise<number> => {
      const { service, spent, ...clock } = bench();
      service.receive(run(true));
      for (let epoch = 0; epoch < EPOCHS; epoch++) service.receive(snapshot(epoch));
      if (ended) service.receive({ kind: 'rest' });
      await clock.finish();
      const { time, asleep } = spent();
      return 1 - asleep / time;
    };
    expect(await share(false)).toBeLessThan(1 / 5);
    expect(await share(true)).toBeGreaterThan(await share(false));
  });

  test('a new run takes the place of one that is under way, and is as if it had been the first', async () => {
    const alone = bench();
    alone.service.receive(run(true, 7));
    alone.service.receive(snapshot(EPOCHS));
    await alone.finish();

    const { service, news, frames, ...clock } = bench();
    service.receive(run(true, 3));
    service.receive(snapshot(1));
    for (let i = 0; i < 10; i++) await clock.tick();
    service.receive(run(true, 7));
    service.receive(snapshot(EPOCHS));
    await clock.finish();
    expect(news.filter(({ kind }) => kind === 'run')).toHaveLength(2);
    expect(frames().at(-1)!.positions).toEqual(alone.frames().at(-1)!.positions);
  });

  test('a training that is cancelled leaves no settled frame, and nothing to do', async () => {
    const { service, frames, ...clock } = bench();
    service.receive(run(true));
    service.receive(snapshot(0));
    service.receive(snapshot(1));
    service.receive({ kind: 'rest' });
    await clock.finish();
    expect(frames().at(-1)).toMatchObject({ epoch: 1, settled: false });
    expect(await clock.tick()).toBe(false);
  });
});
