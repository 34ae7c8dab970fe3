import { describe, expect, test } from 'vitest';
import type { ConstellationFrame } from '../domain/constellation.ts';
import { HomebodyError } from '../domain/errors.ts';
import { catalogueId, itemIndex } from '../domain/ids.ts';
import type { ConstellationNews } from '../protocol/constellation-api.ts';
import { ConstellationRoom } from './constellation-room.ts';
import type { WorkerLike } from './worker-link.ts';

const SHOP = catalogueId('shop');
const REQUEST = { catalogue: SHOP, points: 2, also: [itemIndex(1)], seed: 1 };

class FakeWorker extends EventTarget implements WorkerLike {
  terminated = false;
  readonly received: unknown[] = [];
  postMessage(message: unknown): void {
    this.received.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  says(news: ConstellationNews): void {
    this.dispatchEvent(new MessageEvent('message', { data: news }));
  }
  begins(...items: number[]): void {
    const department = new Int32Array(items.length);
    this.says({ kind: 'run', catalogue: SHOP, items: Int32Array.from(items), department });
  }
  draws(epoch: number, settled = false): void {
    this.says({ kind: 'frame', positions: new Float32Array(4), epoch, epochs: 3, settled });
  }
}

function bench(failure: Error | null = null) {
  const workers: FakeWorker[] = [];
  const asked: string[] = [];
  const deaths: HomebodyError[] = [];
  const frames: ConstellationFrame[] = [];
  const room = new ConstellationRoom({
    send: async (_request, port) => {
      if (failure) throw failure;
      asked.push(port ? 'show' : 'hide');
      port?.close();
    },
    onDied: (error) => deaths.push(error),
    spawnWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  });
  const show = (): Promise<void> => room.show(REQUEST, (frame) => frames.push(frame));
  return { room, workers, asked, deaths, frames, show };
}

describe('the room of the constellation', () => {
  test('has no worker before it is shown, and gives it one end of a line whose other end the engine gets', async () => {
    const { workers, asked, show } = bench();
    expect(workers).toHaveLength(0);
    await show();
    expect(workers).toHaveLength(1);
    expect(workers[0]!.received).toEqual([{ port: expect.any(MessagePort) }]);
    expect(asked).toEqual(['show']);
  });

  test('gives frames the rows of their run, the same objects throughout, and numbers runs on over showings', async () => {
    const { workers, frames, show } = bench();
    await show();
    workers[0]!.begins(4, 5);
    workers[0]!.draws(0);
    workers[0]!.draws(1, true);
    workers[0]!.begins(6, 7);
    workers[0]!.draws(0);
    await show();
    workers[1]!.begins(8, 9);
    workers[1]!.draws(0);
    expect(frames.map(({ run }) => run)).toEqual([1, 1, 2, 3]);
    expect(frames[1]!.items).toBe(frames[0]!.items);
    expect([...frames[2]!.items]).toEqual([6, 7]);
    expect(frames[1]).toMatchObject({ catalogue: SHOP, epoch: 1, epochs: 3, settled: true });
  });

  test('shown again, the worker before it ends, and what it had still sent is not shown', async () => {
    const { workers, frames, show } = bench();
    await show();
    workers[0]!.begins(1, 2);
    await show();
    workers[0]!.draws(1);
    expect(workers[0]!.terminated).toBe(true);
    expect(frames).toEqual([]);
  });

  test('hidden, it ends its worker at once and calls the engine off; hidden again it does nothing', async () => {
    const { room, workers, asked, frames, show } = bench();
    room.hide();
    await show();
    workers[0]!.begins(1, 2);
    room.hide();
    workers[0]!.draws(1);
    room.hide();
    expect(workers[0]!.terminated).toBe(true);
    expect(frames).toEqual([]);
    expect(asked).toEqual(['show', 'hide']);
  });

  test('a failure of the engine is thrown, and leaves no worker behind', async () => {
    const died = new HomebodyError('worker/died', 'The engine stopped.');
    const { room, workers, show } = bench(died);
    await expect(show()).rejects.toBe(died);
    expect(workers[0]!.terminated).toBe(true);
    expect(() => room.hide()).not.toThrow();
  });

  test("a worker that dies is told of with 'worker/died'; the next showing starts another", async () => {
    const { workers, deaths, asked, show } = bench();
    await show();
    workers[0]!.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    expect(deaths).toMatchObject([
      { code: 'worker/died', message: expect.stringContaining('out of memory') },
    ]);
    expect(asked).toEqual(['show', 'hide']);
    await show();
    expect(workers).toHaveLength(2);
  });
});
